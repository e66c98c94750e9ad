//! How far a candidate comes: what is never proposed is never found, and each stage may only lose.

use super::model::Models;
use super::{first_round, remaining};
use crate::kind::Kind;
use crate::reading::Reading;
use crate::rules::{self, Candidate};
use std::collections::BTreeMap;

/// The last stage that a candidate comes to, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// a rule sees something in the stretch
    Proposed,
    /// the filter lets a mention begin there: the first round weighs it
    First,
    /// the first round does not find it all but impossible: the second round weighs it
    Second,
}

/// The candidates of an item by type and tokens, first and one past the last. Countries and quotes have neither filter
/// nor first round; of money, which has no candidates, there are none.
pub fn stages(reading: &Reading, models: &Models) -> BTreeMap<(Kind, u32, u32), Stage> {
    let first = first_round(reading, models);
    let mut out = BTreeMap::new();
    let mut take = |kind, candidates: &[Candidate], stage| {
        out.extend(candidates.iter().map(|c| ((kind, c.start, c.end), stage)));
    };
    for kind in Kind::ALL {
        take(kind, &anywhere(kind, reading), Stage::Proposed);
        take(kind, first.of(kind).map_or(&[][..], |round| &round.candidates), Stage::First);
        take(kind, &remaining(kind, reading, &first).0, Stage::Second);
    }
    out
}

/// What the rules of a type that has a filter propose without it.
fn anywhere(kind: Kind, reading: &Reading) -> Vec<Candidate> {
    let may = |_| true;
    match kind {
        Kind::Person => rules::person::propose(reading, &may),
        Kind::Organisation => rules::organisation::propose(reading, &may),
        Kind::Role => rules::role::propose(reading, &may),
        _ => Vec::new(),
    }
}
