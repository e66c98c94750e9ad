//! Roles: stretches around a head word (`Minister`, `head`, `Project Coordinator`), with what stands before it and
//! with every plausible end of its complement.

mod after_name;
mod at_body;
mod before_name;
mod head;
mod stretches;

use super::{Candidate, Rule, in_order, vote};
use crate::reading::Reading;

/// The rules, most telling first; a mention is reported under the first that sees it.
pub const RULES: &[&Rule] = &[&after_name::RULE, &before_name::RULE, &at_body::RULE, &head::RULE];

/// Every stretch of an item that may be a role; `may_start` says which words may head one.
pub fn propose(reading: &Reading, may_start: &dyn Fn(usize) -> bool) -> Vec<Candidate> {
    let mut spans = Vec::new();
    let mut at = 0;
    while at < reading.len() {
        let before = spans.len();
        at = stretches::spans_around(reading, at, may_start, &mut spans);
        in_order(&mut spans[before..]);
    }
    vote(reading, &mut spans, RULES)
}
