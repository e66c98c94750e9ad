//! A closing mark that nothing opened: the stretch begins with its sentence or its paragraph, or after a colon.

use super::marks::Mark;
use crate::gazetteer::Class;
use crate::reading::Reading;
use crate::rules::Rule;

pub(super) const RULE: Rule = Rule {
    id: "quote.no-opening-mark",
    finds: &["[We begin now and here,]” said Ilse Thorn."],
    leaves: &["“[We begin,]” said Ilse Thorn."],
    sees: |reading, start, end| {
        (start == 0 || super::marks::family(reading.tokens[start - 1].mark).is_none())
            && reading.tokens.get(end).is_some_and(|t| super::marks::family(t.mark).is_some())
    },
};

/// Appends the stretches that end at a closing mark without an opening one before it in its paragraph.
pub(super) fn spans(reading: &Reading, marks: &[Mark], out: &mut Vec<(u32, u32)>) {
    for (i, mark) in marks.iter().enumerate() {
        let paragraph = reading.paragraph[mark.at];
        if mark.opens || mark.family == super::marks::Family::Single {
            continue;
        }
        let open = marks[..i]
            .iter()
            .rev()
            .take_while(|m| reading.paragraph[m.at] == paragraph)
            .find(|m| m.family == mark.family);
        if open.is_some_and(|m| m.opens) {
            continue;
        }
        let from = open.map_or_else(|| reading.paragraph.partition_point(|p| *p < paragraph), |m| m.at + 1);
        let sentence = reading.sentence[mark.at.saturating_sub(1)];
        out.push((from as u32, mark.at as u32));
        let sentence_start = reading.sentence.partition_point(|s| *s < sentence).max(from);
        out.push((sentence_start as u32, mark.at as u32));
        if let Some(colon) = (from..mark.at).rev().find(|at| reading.is(*at, Class::Colon)) {
            out.push((colon as u32 + 1, mark.at as u32));
        }
    }
}
