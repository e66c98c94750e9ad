//! Countries: the forms of the lists, unless the place says that they are something else.

mod form;

use super::{Candidate, Rule, vote};
use crate::gazetteer::{Class, List};
use crate::reading::Reading;
use crate::token::Gap;

/// The rules.
pub const RULES: &[&Rule] = &[&form::RULE];

/// Every country form of an item.
pub fn propose(reading: &Reading) -> Vec<Candidate> {
    let mut spans: Vec<(u32, u32)> = reading
        .lookup
        .hits
        .iter()
        .filter(|h| h.list == List::CountryForms && !is_of_a_sign(reading, h.end as usize))
        .map(|h| (h.start, h.end))
        .collect();
    vote(reading, &mut spans, RULES)
}

/// Whether a currency's sign is glued to the end of the stretch: `US$`, `CAN$`.
fn is_of_a_sign(reading: &Reading, end: usize) -> bool {
    reading.is(end, Class::Currency) && reading.tokens[end].gap == Gap::Glued
}
