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
    let mut over = Vec::new();
    for i in 0..marks.len() {
        if marks[i].opens {
            over_paragraphs::spans(reading, &marks, i, &mut over);
        }
    }
    // a mark that reopens a quotation opens none of its own, and the quotation that goes on is not left open
    let reopens = |at: usize| {
        over.iter().any(|(s, e)| {
            (*s as usize) < at
                && at < *e as usize
                && reading.paragraph[at] != reading.paragraph[*s as usize]
                && reading.paragraph[at - 1] != reading.paragraph[at]
        })
    };
    let goes_on = |at: usize| over.iter().any(|(s, _)| *s as usize == at + 1);
    for (i, mark) in marks.iter().enumerate() {
        if mark.opens && !reopens(mark.at) && !goes_on(mark.at) {
            closed::spans(reading, &marks, i, &mut spans);
            unclosed::spans(reading, &marks, i, &mut spans);
        }
    }
    spans.extend(over.iter().copied());
    no_opening::spans(reading, &marks, &mut spans);
    spans.retain(|(start, end)| start < end);
    vote(reading, &mut spans, RULES)
}
