//! Quotes: every stretch that quotation marks may enclose, with one mark missing too. Whether it is speech, a title
//! or a word held at a distance is weighed by evidence.

mod closed;
pub(crate) mod marks;
mod no_opening;
mod over_paragraphs;
mod unclosed;

use super::{Candidate, Rule, vote};
use crate::reading::Reading;

/// The rules, most telling first; a mention is reported under the first that sees it.
pub const RULES: &[&Rule] = &[&over_paragraphs::RULE, &closed::RULE, &unclosed::RULE, &no_opening::RULE];

/// Every stretch of an item that may be a quote, without its marks.
pub fn propose(reading: &Reading) -> Vec<Candidate> {
    let marks = marks::marks(reading);
    if marks.is_empty() {
        return Vec::new();
    }
    let mut spans = Vec::new();
    for (i, mark) in marks.iter().enumerate() {
        if mark.opens {
            closed::spans(reading, &marks, i, &mut spans);
            over_paragraphs::spans(reading, &marks, i, &mut spans);
            unclosed::spans(reading, &marks, i, &mut spans);
        }
    }
    no_opening::spans(reading, &marks, &mut spans);
    spans.retain(|(start, end)| start < end);
    vote(reading, &mut spans, RULES)
}
