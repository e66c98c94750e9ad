//! The stretches that have the form of an organisation's name: capitalised words, joined by small words, marks that
//! names hold, an acronym in brackets in the middle.

use super::HEADS;
use crate::gazetteer::Class;
use crate::reading::{Classes, Reading};
use crate::rules::person::is_function_word;
use crate::token::{Gap, Shape};

/// Longest name, in tokens.
const MOST_TOKENS: usize = 20;
/// Most stretches from one token.
const MOST_SPANS: usize = 14;
/// Longest name with a small word inside and no head word.
const MOST_TOKENS_WITHOUT_HEAD: usize = 6;

const LINKS: &[Class] =
    &[Class::Of, Class::For, Class::To, Class::In, Class::At, Class::On, Class::And, Class::The, Class::Ampersand];

fn is_link(classes: Classes, shape: Shape) -> bool {
    classes.any(LINKS) || classes.has(Class::Particle) && shape == Shape::Lower || classes.any(&[Class::By, Class::With, Class::Preposition])
}

/// Appends every stretch that begins at token `at` and can be an organisation's name.
pub(super) fn spans_from(reading: &Reading, at: usize, out: &mut Vec<(u32, u32)>) {
    let first = &reading.tokens[at];
    if !first.is_capitalised() || is_function_word(reading.classes[at]) && first.shape != Shape::Upper {
        return;
    }
    let (mut linked, mut head, mut spans) = (false, false, 0);
    let mut end = at;
    while end < reading.len() && end - at < MOST_TOKENS && spans < MOST_SPANS {
        let token = &reading.tokens[end];
        let classes = reading.classes[end];
        if end > at && token.gap == Gap::Blank {
            break;
        }
        if token.is_capitalised() || token.shape == Shape::Number && end > at && token.gap == Gap::Space {
            head |= classes.any(HEADS) || classes.any(&[Class::Organisation, Class::CompanySuffix]);
            end += 1;
            if !linked || head || end - at <= MOST_TOKENS_WITHOUT_HEAD {
                out.push((at as u32, end as u32));
                spans += 1;
            }
            // the full stop of `Ltd.` and of `Co.` belongs to the name
            if reading.is(end - 1, Class::CompanySuffix) && reading.is(end, Class::Period) && reading.is(end, Class::CompanySuffix) {
                end += 1;
                out.push((at as u32, end as u32));
                spans += 1;
            }
        } else if end == at {
            return;
        } else if classes.has(Class::CompanySuffix) {
            // `d.o.o.`, `e.V.`, `ry`
            head = true;
            end += 1;
            out.push((at as u32, end as u32));
            spans += 1;
        } else if matches!(token.mark, '.') && token.gap == Gap::Glued && reading.tokens[end - 1].end - reading.tokens[end - 1].start <= 3 && capital_follows(reading, end + 1, Gap::Space) {
            end += 1;
        } else if classes.has(Class::Comma) {
            // a comma inside a name: `Ministry of Trade, Industry and Crafts`, `Wells & Co., Ltd`
            if !head || !capital_follows(reading, end + 1, Gap::Space) {
                break;
            }
            linked = true;
            end += 1;
        } else if classes.any(&[Class::Hyphen, Class::Slash]) && capital_follows(reading, end + 1, Gap::Glued) {
            end += 1;
        } else if token.mark == '-' && capital_follows(reading, end + 1, Gap::Line) || classes.has(Class::Dash) && token.gap == Gap::Glued && capital_follows(reading, end + 1, Gap::Glued) {
            end += 1;
        } else if classes.has(Class::Possessive) && token.shape == Shape::Possessive || classes.has(Class::Possessive) {
            // `Children’s Fund`: allowed inside, weighed by evidence
            if !capital_follows(reading, end + 1, Gap::Line) {
                break;
            }
            end += 1;
        } else if classes.has(Class::Opening) {
            // an acronym in brackets in the middle of a longer name
            let middle = reading.tokens.get(end + 1).is_some_and(|t| matches!(t.shape, Shape::Upper | Shape::Mixed))
                && reading.is(end + 2, Class::Closing)
                && (capital_follows(reading, end + 3, Gap::Space)
                    || reading.is(end + 3, Class::Of)
                    || reading.is(end + 3, Class::For)
                    || reading.is(end + 3, Class::On));
            if !middle {
                break;
            }
            end += 3;
        } else if is_link(classes, token.shape) {
            let mut next = end + 1;
            while reading.tokens.get(next).is_some_and(|t| t.gap <= Gap::Line && is_link(reading.classes[next], t.shape) && !t.is_capitalised()) && next - end < 3 {
                next += 1;
            }
            if !capital_follows(reading, next, Gap::Line) {
                break;
            }
            linked = true;
            end = next;
        } else if token.shape == Shape::Lower && reading.tokens[end - 1].mark == '-' && token.gap == Gap::Line {
            // a word broken at a line end
            end += 1;
            out.push((at as u32, end as u32));
        } else {
            break;
        }
    }
}

fn capital_follows(reading: &Reading, at: usize, gap: Gap) -> bool {
    reading.tokens.get(at).is_some_and(|t| t.gap <= gap && t.is_capitalised())
}
