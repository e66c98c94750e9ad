//! Weights to probabilities: one weight table a type and a round, fitted from gold by `dateline fit`.

use super::describe::Evidence;
use super::filter::FILTERED;
use super::lattice::{Arc, best, probabilities};
use super::layout;
use super::page::Round;
use crate::kind::Kind;
use crate::reading::Reading;
use crate::resolve::Links;
use crate::resolve::confidence::Curve;
use crate::rules::{self, Candidate, Rule};
use std::fmt::Write;
use std::sync::LazyLock;

/// The weights of one type in one round.
#[derive(Clone)]
pub struct Model {
    /// One weight an index of the layout.
    pub weights: Vec<f32>,
    /// A mention is taken from this probability on.
    pub threshold: f64,
}

impl Default for Model {
    fn default() -> Self {
        Model { weights: vec![0.0; layout::LENGTH], threshold: 0.5 }
    }
}

impl Model {
    /// The weight sum of the evidence.
    #[inline]
    pub fn score(&self, evidence: &[u32]) -> f64 {
        f64::from(evidence.iter().map(|id| self.weights[*id as usize]).sum::<f32>())
    }

    /// Weighs and chooses: probabilities of all candidates and the best set.
    pub fn run(
        &self,
        reading: &Reading,
        candidates: Vec<Candidate>,
        mut describe: impl FnMut(usize, &Candidate, &mut Evidence),
    ) -> Round {
        let length = reading.len();
        if candidates.is_empty() {
            return Round::new(candidates, Vec::new(), Vec::new(), length);
        }
        let mut sums = PlaceSums::new(self, reading);
        let mut ids = Vec::with_capacity(128);
        let arcs: Vec<Arc> = candidates
            .iter()
            .enumerate()
            .map(|(i, c)| {
                ids.clear();
                let mut out = Evidence { ids: &mut ids, with_places: false, own_places: false };
                describe(i, c, &mut out);
                let places = if out.own_places { 0.0 } else { sums.of(c.start as usize, c.end as usize) };
                Arc { start: c.start, end: c.end, score: self.score(&ids) + f64::from(places) }
            })
            .collect();
        let probability = probabilities(length, &arcs);
        let chosen = best(length, &arcs, |i| probability[i] - self.threshold);
        Round::new(candidates, probability, chosen, length)
    }
}

/// The weights of a token's classes at each place, summed once a token however many candidates ask.
struct PlaceSums<'m> {
    model: &'m Model,
    reading: &'m Reading<'m>,
    /// One row a token, and one for the edge on either side; a first figure that is no number is still to be made.
    sums: Vec<[f32; PLACES]>,
}

const PLACES: usize = layout::PLACES.len();

impl<'m> PlaceSums<'m> {
    fn new(model: &'m Model, reading: &'m Reading<'m>) -> Self {
        PlaceSums { model, reading, sums: vec![[f32::NAN; PLACES]; reading.len() + 4] }
    }

    /// The sum for the candidate `start..end`.
    fn of(&mut self, start: usize, end: usize) -> f32 {
        // row i + 2 is token i
        let inner: f32 = (start + 1..end.saturating_sub(1)).map(|i| self.row(i + 2)[3]).sum();
        self.row(start)[0]
            + self.row(start + 1)[1]
            + self.row(start + 2)[2]
            + inner
            + self.row(end + 1)[4]
            + self.row(end + 2)[5]
            + self.row(end + 3)[6]
    }

    #[inline]
    fn row(&mut self, row: usize) -> &[f32; PLACES] {
        if self.sums[row][0].is_nan() {
            let classes = self.reading.classes_at(row as isize - 2);
            let mut sums = [0.0; PLACES];
            for class in classes.iter() {
                for (place, sum) in sums.iter_mut().enumerate() {
                    *sum += self.model.weights[layout::place(place, class) as usize];
                }
            }
            self.sums[row] = sums;
        }
        &self.sums[row]
    }
}

/// All tables.
#[derive(Clone, Default)]
pub struct Models {
    /// where people, organisations and roles may begin
    pub filters: [Model; 3],
    /// people, organisations, roles from their own surroundings alone
    pub first: [Model; 3],
    /// people, organisations, roles, countries, quotes with the first round of the whole page
    pub second: [Model; 5],
    /// probabilities to true ones, in the order of `second`
    pub curves: [Curve; 5],
    /// roles to holders, quotes to speakers
    pub links: Links,
}

/// The types that have a first round, in the order of `Models::first`.
pub const FIRST: [Kind; 3] = [Kind::Person, Kind::Organisation, Kind::Role];
/// The types that have a second round, in the order of `Models::second`.
pub const SECOND: [Kind; 5] = [Kind::Person, Kind::Organisation, Kind::Role, Kind::Country, Kind::Quote];

/// Where in `Models::second` a type's table stands.
///
/// # Panics
/// For money, which is found by rules alone and has none.
pub fn second_table(kind: Kind) -> usize {
    SECOND.iter().position(|k| *k == kind).expect("the type has a second round")
}

/// The rules of a type.
pub fn rules_of(kind: Kind) -> &'static [&'static Rule] {
    match kind {
        Kind::Person => rules::person::RULES,
        Kind::Role => rules::role::RULES,
        Kind::Organisation => rules::organisation::RULES,
        Kind::Country => rules::country::RULES,
        Kind::Quote => rules::quote::RULES,
        Kind::Money => &[],
    }
}

static TABLE: &str = include_str!("weights.tsv");
static EMBEDDED: LazyLock<Models> = LazyLock::new(|| Models::read(TABLE));

impl Models {
    /// The tables that the program carries.
    pub fn embedded() -> &'static Models {
        &EMBEDDED
    }

    fn tables(&self) -> impl Iterator<Item = (String, Kind, &Model)> {
        let filters = FILTERED.iter().zip(&self.filters).map(|(k, m)| (format!("{}.start", k.name()), *k, m));
        let first = FIRST.iter().zip(&self.first).map(|(k, m)| (format!("{}.first", k.name()), *k, m));
        let second = SECOND.iter().zip(&self.second).map(|(k, m)| (k.name().to_owned(), *k, m));
        filters.chain(first).chain(second)
    }

    /// Reads a table; rows that name no known evidence are passed over, since a table may be older than the code.
    pub fn read(text: &str) -> Models {
        let mut models = Models::default();
        for line in text.lines().filter(|l| !l.starts_with('#')) {
            let mut cells = line.split('\t');
            let (Some(table), Some(name), Some(value)) = (cells.next(), cells.next(), cells.next()) else {
                continue;
            };
            if let Ok(value) = value.parse::<f32>()
                && models.links.set(table, name, value)
            {
                continue;
            }
            let (kind_name, round) = table.split_once('.').unwrap_or((table, ""));
            let Some(kind) = Kind::from_name(kind_name) else { continue };
            let of = |kinds: &[Kind]| kinds.iter().position(|k| *k == kind);
            let model = match round {
                "start" => of(&FILTERED).map(|i| &mut models.filters[i]),
                "first" => of(&FIRST).map(|i| &mut models.first[i]),
                _ => of(&SECOND).map(|i| &mut models.second[i]),
            };
            let (Some(model), Ok(value)) = (model, value.parse::<f32>()) else { continue };
            let curve = SECOND.iter().position(|k| *k == kind).filter(|_| round.is_empty());
            if let (Some(i), "curve-slope") = (curve, name) {
                models.curves[i].slope = f64::from(value);
            } else if let (Some(i), "curve-shift") = (curve, name) {
                models.curves[i].shift = f64::from(value);
            } else if name == "threshold" {
                model.threshold = f64::from(value);
            } else {
                let ids: Vec<&str> = rules_of(kind).iter().map(|r| r.id).collect();
                if let Some(id) = layout::index(name, &ids) {
                    model.weights[id as usize] = value;
                }
            }
        }
        models
    }

    /// The tables as text, one row a weight that is not 0, sorted.
    pub fn write(&self) -> String {
        let mut out = String::new();
        for (table, kind, model) in self.tables() {
            let ids: Vec<&str> = rules_of(kind).iter().map(|r| r.id).collect();
            let _ = writeln!(out, "{table}\tthreshold\t{:.5}", model.threshold);
            let mut rows: Vec<String> = model
                .weights
                .iter()
                .enumerate()
                .filter(|(_, w)| w.abs() >= 0.005)
                .map(|(id, w)| format!("{table}\t{}\t{w:.2}", layout::name(id as u32, &ids)))
                .collect();
            rows.sort();
            for row in rows {
                let _ = writeln!(out, "{row}");
            }
        }
        for (kind, curve) in SECOND.iter().zip(&self.curves) {
            let _ = writeln!(out, "{}\tcurve-slope\t{:.3}", kind.name(), curve.slope);
            let _ = writeln!(out, "{}\tcurve-shift\t{:.3}", kind.name(), curve.shift);
        }
        for (table, names, model) in self.links.tables() {
            let _ = writeln!(out, "{table}\tthreshold\t{:.2}", model.threshold);
            for (name, weight) in names.iter().zip(&model.weights).filter(|(_, w)| w.abs() >= 0.005) {
                let _ = writeln!(out, "{table}\t{name}\t{weight:.2}");
            }
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_table_names_only_known_evidence() {
        assert_eq!(Models::read(TABLE).write(), TABLE);
    }
}
