//! Sums over documents: precision, recall and F1 of counts, shares of attributes.

use super::reliability::Reliability;
use super::score::{Counts, DocumentScore, Share};
use serde::ser::{Serialize, SerializeMap, Serializer};
use std::collections::BTreeMap;

/// Precision, recall and their harmonic mean, 0 where nothing was counted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rates {
    /// Share of the predicted that is right.
    pub precision: f64,
    /// Share of gold that was predicted.
    pub recall: f64,
    /// Their harmonic mean.
    pub f1: f64,
    /// What they are computed from.
    pub counts: Counts,
}

/// The score of all documents together, summed before it is divided.
#[derive(Clone, Debug)]
pub struct Summary {
    /// By measure, sorted by name; `all/strict` and `all/overlap` stand at the end.
    pub rates: Vec<(String, Rates)>,
    /// By attribute.
    pub shares: BTreeMap<&'static str, Share>,
    /// By type, where predictions have a confidence.
    pub reliability: BTreeMap<&'static str, Reliability>,
}

impl Summary {
    /// Sums up.
    pub fn new<'s>(documents: impl IntoIterator<Item = &'s DocumentScore>) -> Self {
        let mut sums: BTreeMap<&str, Counts> = BTreeMap::new();
        let mut shares: BTreeMap<&'static str, Share> = BTreeMap::new();
        let mut reliability: BTreeMap<&'static str, Reliability> = BTreeMap::new();
        for document in documents {
            for (kind, more) in &document.reliability {
                reliability.entry(kind).or_default().join(more);
            }
            for (measure, counts) in &document.counts {
                sums.entry(measure).or_default().add(counts);
            }
            for (attribute, share) in &document.shares {
                let sum = shares.entry(attribute).or_default();
                sum.right += share.right;
                sum.of += share.of;
            }
        }
        let all = |end: &str| {
            let mut sum = Counts::default();
            let mentions =
                sums.iter().filter(|(measure, _)| measure.ends_with(end) && !measure.starts_with("item"));
            mentions.for_each(|(_, counts)| sum.add(counts));
            (format!("all{end}"), sum.rates())
        };
        let ends = [all("/strict"), all("/overlap")];
        let mut rates: Vec<_> = sums.iter().map(|(measure, c)| ((*measure).to_owned(), c.rates())).collect();
        rates.extend(ends);
        Summary { rates, shares, reliability }
    }

    /// The reliability of all types together; none where no prediction has a confidence.
    pub fn reliability_of_all(&self) -> Option<Reliability> {
        let mut all = Reliability::default();
        self.reliability.values().for_each(|more| all.join(more));
        (!self.reliability.is_empty()).then_some(all)
    }

    /// A number by its measure and its name: `p`, `r`, `f1`, `tp`, `fp`, `fn` of counts, `share`, `right`, `of` of
    /// attributes. None where nothing of that name was measured.
    pub fn number(&self, measure: &str, name: &str) -> Option<f64> {
        if let Some((_, rates)) = self.rates.iter().find(|(other, _)| other == measure) {
            return match name {
                "p" => Some(rates.precision),
                "r" => Some(rates.recall),
                "f1" => Some(rates.f1),
                "tp" => Some(rates.counts.right as f64),
                "fp" => Some(rates.counts.spurious as f64),
                "fn" => Some(rates.counts.missed as f64),
                _ => None,
            };
        }
        let share = self.shares.get(measure)?;
        match name {
            "share" => Some(share.value()),
            "right" => Some(share.right as f64),
            "of" => Some(share.of as f64),
            _ => None,
        }
    }
}

impl Counts {
    fn add(&mut self, other: &Counts) {
        self.right += other.right;
        self.spurious += other.spurious;
        self.missed += other.missed;
    }

    /// The rates that follow from the counts.
    pub fn rates(self) -> Rates {
        let precision = ratio(self.right, self.right + self.spurious);
        let recall = ratio(self.right, self.right + self.missed);
        let sum = precision + recall;
        let f1 = if sum > 0.0 { 2.0 * precision * recall / sum } else { 0.0 };
        Rates { precision, recall, f1, counts: self }
    }
}

impl Share {
    /// The share that is right, 0 where nothing was asked.
    pub fn value(self) -> f64 {
        ratio(self.right, self.of)
    }
}

/// A part of a whole, 0 of nothing.
pub(super) fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

impl Serialize for Summary {
    /// As `score.py --json` writes it, with `calibration` besides where predictions have a confidence.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (measure, rates) in &self.rates {
            map.serialize_entry(measure, rates)?;
        }
        map.serialize_entry("accuracy", &self.shares)?;
        if let Some(all) = self.reliability_of_all() {
            let types = self.reliability.iter().map(|(kind, own)| (*kind, *own));
            let lines: BTreeMap<&str, Reliability> = types.chain([("all", all)]).collect();
            map.serialize_entry("calibration", &lines)?;
        }
        map.end()
    }
}

impl Serialize for Rates {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(6))?;
        map.serialize_entry("p", &self.precision)?;
        map.serialize_entry("r", &self.recall)?;
        map.serialize_entry("f1", &self.f1)?;
        map.serialize_entry("tp", &self.counts.right)?;
        map.serialize_entry("fp", &self.counts.spurious)?;
        map.serialize_entry("fn", &self.counts.missed)?;
        map.end()
    }
}

impl Serialize for Share {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(3))?;
        map.serialize_entry("right", &self.right)?;
        map.serialize_entry("of", &self.of)?;
        map.serialize_entry("share", &self.value())?;
        map.end()
    }
}
