//! What share of gold is proposed at all: what no stage lets through is never found, whatever the weights.

use super::gold::GoldDocument;
use super::summary::ratio;
use crate::document::{Offsets, Unit};
use crate::evidence::Models;
use crate::evidence::stages::Stage;
use crate::kind::Kind;
use crate::proposed_with;
use serde::ser::{Serialize, SerializeMap, Serializer};
use std::collections::BTreeMap;
use std::io::{self, Write};

/// Required gold of a type, and how much of it comes how far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Proposed {
    /// Required gold mentions.
    pub of: usize,
    /// Those that a rule proposes with both ends.
    pub proposed: usize,
    /// Those that the filter leaves to the first round.
    pub first: usize,
    /// Those that the first round leaves to the second.
    pub second: usize,
}

/// By name of the type.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Candidates(pub BTreeMap<&'static str, Proposed>);

impl Candidates {
    /// Counts one document. Optional gold is left out; items are those that the extractor sees, not those of gold.
    pub fn of(document: &GoldDocument, models: &Models) -> Self {
        let offsets = Offsets::new(&document.text, Unit::Codepoint);
        let stages = proposed_with(&document.text, models);
        let mut out = Candidates::default();
        for mention in document.gold.mentions.iter().filter(|m| !m.optional) {
            let Some(kind) = Kind::from_name(&mention.kind).filter(|kind| document.gold.has(*kind)) else {
                continue;
            };
            let place = (kind, offsets.byte_at(mention.start), offsets.byte_at(mention.end));
            let stage = stages.get(&place);
            let until = |least| usize::from(stage.is_some_and(|stage| *stage >= least));
            let counts = out.0.entry(kind.name()).or_default();
            counts.of += 1;
            counts.proposed += until(Stage::Proposed);
            counts.first += until(Stage::First);
            counts.second += until(Stage::Second);
        }
        out
    }

    /// Adds another document's.
    pub fn join(&mut self, other: &Candidates) {
        for (kind, more) in &other.0 {
            let sum = self.0.entry(kind).or_default();
            sum.of += more.of;
            sum.proposed += more.proposed;
            sum.first += more.first;
            sum.second += more.second;
        }
    }

    /// Writes one line a type.
    ///
    /// # Errors
    /// Only those of `out`.
    pub fn write(&self, out: &mut impl Write) -> io::Result<()> {
        writeln!(out, "{:24}{:>7}{:>10}{:>8}{:>8}", "candidates", "of", "proposed", "first", "second")?;
        for (kind, counts) in &self.0 {
            let (of, [proposed, first, second]) = (counts.of, counts.shares());
            writeln!(out, "{kind:24}{of:7}{proposed:10.3}{first:8.3}{second:8.3}")?;
        }
        Ok(())
    }
}

impl Proposed {
    /// The shares that are proposed, and that come to the first and the second round.
    pub fn shares(self) -> [f64; 3] {
        [self.proposed, self.first, self.second].map(|count| ratio(count, self.of))
    }
}

impl Serialize for Candidates {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl Serialize for Proposed {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(4))?;
        map.serialize_entry("of", &self.of)?;
        for (name, share) in ["proposed", "first", "second"].iter().zip(self.shares()) {
            map.serialize_entry(name, &share)?;
        }
        map.end()
    }
}
