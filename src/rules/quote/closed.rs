//! A stretch between an opening and a closing mark of one paragraph.

use super::marks::Mark;
use crate::reading::Reading;
use crate::rules::Rule;

/// Closing marks tried for one opening mark: the first may be an apostrophe or close an inner quotation.
const CLOSINGS: usize = 3;

pub(super) const RULE: Rule = Rule {
    id: "quote.between-marks",
    finds: &[
        "“[We begin,]” said Ilse Thorn.",
        "Ilse Thorn said: \"[We begin.]\"",
        "‘[We don’t wait,]’ said she",
        "He said « [We begin.] » and left",
    ],
    leaves: &["said Ilse Thorn. [We begin]", "the farmers’ [fields and wells] there"],
    sees,
};

fn sees(reading: &Reading, start: usize, end: usize) -> bool {
    let mark = |at: usize| reading.tokens.get(at).and_then(|t| super::marks::family(t.mark));
    start > 0
        && mark(start - 1).is_some()
        && mark(start - 1) == mark(end)
        && reading.paragraph[start] == reading.paragraph[end]
}

/// Appends the stretches from the opening mark `marks[open]` to the next closing ones of its paragraph.
pub(super) fn spans(reading: &Reading, marks: &[Mark], open: usize, out: &mut Vec<(u32, u32)>) {
    let first = &marks[open];
    let paragraph = reading.paragraph[first.at];
    let closings = marks[open + 1..]
        .iter()
        .take_while(|m| reading.paragraph[m.at] == paragraph)
        .filter(|m| m.family == first.family && m.closes && m.at > first.at + 1)
        .take(CLOSINGS);
    out.extend(closings.map(|m| (first.at as u32 + 1, m.at as u32)));
    // the comma or full stop that stands inside the marks belongs to the stretch, that outside does not: the
    // tokens say which
}
