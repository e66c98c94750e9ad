//! A quotation over several paragraphs, each opened by a mark, only the last one closed.

use super::marks::Mark;
use crate::reading::Reading;
use crate::rules::Rule;

/// Most paragraphs of one quotation.
const MOST: u32 = 12;

pub(super) const RULE: Rule = Rule {
    id: "quote.over-paragraphs",
    finds: &["“[We begin.\n\n“We go on,]” said Ilse Thorn."],
    leaves: &["“[We begin,]” said she.\n\n“We go on.”"],
    sees: |reading, start, end| reading.paragraph[start] != reading.paragraph[end - 1],
};

/// Appends the stretches that begin at `marks[open]` and end in a later paragraph.
pub(super) fn spans(reading: &Reading, marks: &[Mark], open: usize, out: &mut Vec<(u32, u32)>) {
    let first = &marks[open];
    let begin = reading.paragraph[first.at];
    let mut rest = open + 1;
    for paragraph in begin..begin + MOST {
        // no closing mark that fits may stand in the paragraph that is left
        while rest < marks.len() && reading.paragraph[marks[rest].at] == paragraph {
            let mark = &marks[rest];
            if mark.family == first.family && mark.closes && !mark.opens {
                return;
            }
            rest += 1;
        }
        let Some(next) = marks.get(rest) else { return };
        let opens_paragraph = next.family == first.family
            && next.opens
            && (next.at == 0 || reading.paragraph[next.at - 1] != reading.paragraph[next.at])
            && reading.paragraph[next.at] == paragraph + 1;
        if !opens_paragraph {
            return;
        }
        rest += 1;
        let closing = marks[rest..]
            .iter()
            .take_while(|m| reading.paragraph[m.at] == paragraph + 1)
            .filter(|m| m.family == first.family && m.closes)
            .take(2);
        out.extend(closing.map(|m| (first.at as u32 + 1, m.at as u32)));
    }
}
