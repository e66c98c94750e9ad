//! Countries: the forms of the lists, unless the place says that they are something else.

mod form;

use super::{Candidate, Rule, vote};
use crate::gazetteer::List;
use crate::reading::Reading;

/// The rules.
pub const RULES: &[&Rule] = &[&form::RULE];

/// Every country form of an item.
pub fn propose(reading: &Reading) -> Vec<Candidate> {
    let mut spans: Vec<(u32, u32)> = reading
        .lookup
        .hits
        .iter()
        .filter(|h| h.list == List::CountryForms)
        .map(|h| (h.start, h.end))
        .collect();
    vote(reading, &mut spans, RULES)
}
