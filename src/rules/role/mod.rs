//! Roles: stretches around a head word (`Minister`, `head`, `Project Coordinator`), with what stands before it and
//! with every plausible end of its complement.

mod after_name;
mod at_body;
mod before_name;
mod head;
mod stretches;

use super::{Candidate, Rule, vote};
use crate::reading::Reading;

/// The rules, most telling first; a mention is reported under the first that sees it.
pub const RULES: &[&Rule] = &[&after_name::RULE, &before_name::RULE, &at_body::RULE, &head::RULE];

/// Every stretch of an item that may be a role.
pub fn propose(reading: &Reading) -> Vec<Candidate> {
    let mut spans = Vec::new();
    let mut at = 0;
    while at < reading.len() {
        at = stretches::spans_around(reading, at, &mut spans);
    }
    vote(reading, &mut spans, RULES)
}
