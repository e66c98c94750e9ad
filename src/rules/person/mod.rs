//! People: stretches of name words, and what stands around them.

mod after_honorific;
mod after_role;
mod before_role;
mod beside_reporting_verb;
mod by_name_lists;
mod capitalised;
mod names;
pub(crate) use names::is_function_word;
mod territorial;

use super::{Candidate, Rule, vote};
use crate::reading::Reading;

/// The rules, most telling first; a mention is reported under the first that sees it.
pub const RULES: &[&Rule] = &[
    &after_honorific::RULE,
    &after_role::RULE,
    &before_role::RULE,
    &territorial::RULE,
    &beside_reporting_verb::RULE,
    &by_name_lists::RULE,
    &capitalised::RULE,
];

/// Every stretch that begins where `may_start` allows and may be a person's name.
pub fn propose(reading: &Reading, may_start: &dyn Fn(usize) -> bool) -> Vec<Candidate> {
    let mut spans = Vec::new();
    for at in (0..reading.len()).filter(|at| may_start(*at)) {
        names::spans_from(reading, at, &mut spans);
        territorial::spans(reading, at, &mut spans);
    }
    vote(reading, &mut spans, RULES)
}
