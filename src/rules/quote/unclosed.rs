//! An opening mark that nothing closes: the stretch goes to a comma before `she said`, to the next opening mark or
//! to the end of the paragraph.

use super::marks::Mark;
use crate::gazetteer::Class;
use crate::reading::Reading;
use crate::rules::Rule;

pub(super) const RULE: Rule = Rule {
    id: "quote.unclosed",
    finds: &[
        "“[We begin now and we begin here,] said Ilse Thorn.",
        "Ilse Thorn said: “[We begin now and here.]",
    ],
    leaves: &["“[We begin,]” said Ilse Thorn.", "[We begin], said Ilse Thorn."],
    sees,
};

fn sees(reading: &Reading, start: usize, end: usize) -> bool {
    start > 0
        && super::marks::family(reading.tokens[start - 1].mark).is_some()
        && reading.tokens.get(end).is_none_or(|t| {
            super::marks::family(t.mark).is_none()
                || reading.paragraph[end] != reading.paragraph[end - 1]
                || t.gap != crate::token::Gap::Glued
        })
}

/// Appends the stretches from `marks[open]` where no closing mark comes before another opening one.
pub(super) fn spans(reading: &Reading, marks: &[Mark], open: usize, out: &mut Vec<(u32, u32)>) {
    let first = &marks[open];
    let paragraph = reading.paragraph[first.at];
    let same = |m: &&Mark| m.family == first.family && reading.paragraph[m.at] == paragraph;
    let next_close = marks[open + 1..].iter().find(|m| same(m) && m.closes);
    let next_open = marks[open + 1..].iter().find(|m| same(m) && m.opens && !m.closes);
    if let Some(close) = next_close
        && next_open.is_none_or(|o| o.at > close.at)
    {
        // the mark that closes may be another quotation's: `“A, she said. “B.”` with a straight mark
        for at in first.at + 3..close.at {
            let cue = reading.is(at, Class::Comma)
                && (at + 1..(at + 4).min(close.at)).any(|i| reading.is(i, Class::Reporting));
            if cue {
                out.push((first.at as u32 + 1, at as u32 + 1));
            }
        }
        return;
    }
    let paragraph_end = reading.paragraph.partition_point(|p| *p <= paragraph);
    let end = next_open.map_or(paragraph_end, |o| o.at);
    let start = first.at + 1;
    if end <= start + 2 {
        return;
    }
    out.push((start as u32, end as u32));
    for at in start + 2..end {
        let cue_follows = reading.is(at, Class::Comma)
            && (reading.tokens.get(at + 1).is_some_and(|t| t.is_capitalised())
                || (at + 1..(at + 6).min(end)).any(|i| reading.is(i, Class::Reporting)));
        if cue_follows {
            out.push((start as u32, at as u32 + 1));
        }
        // a sentence that ends before words of somebody else
        if at + 1 < end && reading.sentence[at + 1] != reading.sentence[at] {
            out.push((start as u32, at as u32 + 1));
        }
    }
}
