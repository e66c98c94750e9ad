//! The stretches that have the form of an organisation's name: capitalised words, joined by small words, marks that
//! names hold, an acronym in brackets in the middle.

use super::HEADS;
use crate::gazetteer::{Class, List};
use crate::reading::{Classes, Reading};
use crate::rules::person::is_function_word;
use crate::token::{Gap, Shape};

/// Longest name, in tokens.
const MOST_TOKENS: usize = 20;
/// Most stretches from one token.
const MOST_SPANS: usize = 14;
/// Longest name with a small word inside and no head word.
const MOST_TOKENS_WITHOUT_HEAD: usize = 6;

const LINKS: Classes = Classes::of(&[
    Class::Of,
    Class::For,
    Class::To,
    Class::In,
    Class::At,
    Class::On,
    Class::And,
    Class::The,
    Class::Ampersand,
]);

fn is_link(classes: Classes, shape: Shape) -> bool {
    classes.any(LINKS)
        || classes.has(Class::ForeignLink) && shape == Shape::Lower
        || classes.has(Class::Particle) && shape == Shape::Lower
        || classes.any(&[Class::By, Class::With, Class::Preposition])
}

/// Appends every stretch that begins at token `at` and can be an organisation's name.
pub(super) fn spans_from(reading: &Reading, at: usize, out: &mut Vec<(u32, u32)>) {
    let first = &reading.tokens[at];
    if let Some(name) = after_ordinal(reading, at) {
        // `14th Army`: what may begin behind the number may begin with it
        let from = out.len();
        spans_from(reading, name, out);
        out[from..].iter_mut().for_each(|span| span.0 = at as u32);
        return;
    }
    let joined = reading.is(at + 1, Class::Ampersand) && reading.tokens[at + 1].gap == Gap::Glued;
    let small = is_function_word(reading.classes[at]) && first.shape != Shape::Upper && !joined;
    if !first.is_capitalised() || small {
        return;
    }
    let (mut linked, mut head, mut spans) = (false, false, 0);
    let mut end = at;
    while end < reading.len() && end - at < MOST_TOKENS && spans < MOST_SPANS {
        let token = &reading.tokens[end];
        let classes = reading.classes[end];
        if end > at && token.gap >= Gap::Column {
            break;
        }
        // a known name inside (`Dar es Salaam`) is passed as a whole
        let known = reading
            .hits_at(end)
            .iter()
            .filter(|h| {
                matches!(h.list, List::Places | List::CountryForms | List::Organisations) && h.len() > 2
            })
            .map(|h| h.end as usize)
            .max();
        if let Some(known) = known
            && end > at
            && token.is_capitalised()
        {
            end = known;
            out.push((at as u32, end as u32));
            spans += 1;
        } else if token.is_capitalised()
            || token.shape == Shape::Number && end > at && token.gap == Gap::Space
        {
            head |= classes.any(HEADS) || classes.any(&[Class::Organisation, Class::CompanySuffix]);
            end += 1;
            if !linked || head || end - at <= MOST_TOKENS_WITHOUT_HEAD {
                out.push((at as u32, end as u32));
                spans += 1;
            }
            // `Hospital No. 4`
            if matches!(reading.cut(end - 1, end), "No" | "Nr")
                && reading.is(end, Class::Period)
                && reading.tokens.get(end + 1).is_some_and(|t| t.shape == Shape::Number)
            {
                end += 2;
                out.push((at as u32, end as u32));
                spans += 1;
            }
            // the full stop of `Ltd.` and of `Co.` belongs to the name
            if reading.is(end - 1, Class::CompanySuffix)
                && reading.is(end, Class::Period)
                && reading.is(end, Class::CompanySuffix)
            {
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
        } else if matches!(token.mark, '.')
            && token.gap == Gap::Glued
            && reading.tokens[end - 1].end - reading.tokens[end - 1].start <= 3
            && capital_follows(reading, end + 1, Gap::Space)
        {
            end += 1;
        } else if classes.has(Class::Comma) {
            // a comma inside a name: `Ministry of Trade, Industry and Crafts`, `Wells & Co., Ltd`
            let list = head || list_before_head(reading, end);
            if !list || !capital_follows(reading, end + 1, Gap::Line) {
                break;
            }
            linked = true;
            end += 1;
        } else if classes.any(&[Class::Hyphen, Class::Slash]) && capital_follows(reading, end + 1, Gap::Glued)
            || token.mark == '-' && capital_follows(reading, end + 1, Gap::Line)
            || classes.has(Class::Dash)
                && token.gap == Gap::Glued
                && capital_follows(reading, end + 1, Gap::Glued)
        {
            end += 1;
        } else if classes.has(Class::Possessive) {
            // `Children’s Fund`: allowed inside, weighed by evidence
            if !capital_follows(reading, end + 1, Gap::Line) {
                break;
            }
            end += 1;
        } else if classes.has(Class::Hyphen)
            && reading.tokens.get(end + 1).is_some_and(|t| t.shape == Shape::Lower && t.gap == Gap::Glued)
        {
            // `Northern Co-operative`
            end += 2;
            out.push((at as u32, end as u32));
            spans += 1;
        } else if classes.has(Class::Dash)
            && token.gap == Gap::Space
            && head
            && capital_follows(reading, end + 1, Gap::Space)
        {
            // `Environment Agency – Abu Dhabi`
            end += 1;
            linked = true;
        } else if token.mark == '-' && reading.broken_word(end + 1) {
            // a word cut at a line end: `Govern-⏎ment`
            end += 2;
            out.push((at as u32, end as u32));
        } else if token.mark == '*'
            && token.gap == Gap::Glued
            && capital_follows(reading, end + 1, Gap::Space)
        {
            end += 1;
        } else if let Some(close) = name_in_marks(reading, end).filter(|_| head) {
            // `Cooperative “New Dawn”`
            end = close + 1;
            out.push((at as u32, end as u32));
            spans += 1;
        } else if classes.has(Class::Opening)
            && capital_follows(reading, end + 1, Gap::Glued)
            && let Some(close) = [end + 2, end + 3].into_iter().find(|i| reading.is(*i, Class::Closing))
            && reading.is(close + 1, Class::CompanySuffix)
        {
            // `Weir Bank (Grenada) Ltd`, `Weir Mills (Pvt.) Ltd`
            end = close + 1;
        } else if classes.has(Class::Opening) {
            // an acronym in brackets in the middle of a longer name
            let middle =
                reading.tokens.get(end + 1).is_some_and(|t| matches!(t.shape, Shape::Upper | Shape::Mixed))
                    && reading.is(end + 2, Class::Closing)
                    && (capital_follows(reading, end + 3, Gap::Space)
                        || reading.is(end + 3, Class::Of)
                        || reading.is(end + 3, Class::For)
                        || reading.is(end + 3, Class::On)
                        || reading.classes_at(end as isize + 3).any(HEADS));
            if !middle {
                break;
            }
            end += 3;
        } else if is_link(classes, token.shape) {
            let mut next = end + 1;
            while reading.tokens.get(next).is_some_and(|t| {
                t.gap <= Gap::Line && is_link(reading.classes[next], t.shape) && !t.is_capitalised()
            }) && next - end < 3
            {
                next += 1;
            }
            // `the Committee on Wednesday`, `the Council in May`: a day or a month ends the name, but for `of 11 May`
            let date = reading.classes_at(next as isize).any(&[Class::Weekday, Class::Month]);
            let foreign =
                reading.tokens.get(next).is_some_and(|t| t.shape == Shape::Lower && t.gap <= Gap::Line)
                    && reading.is(next, Class::NoWord);
            if date || !(foreign || capital_follows(reading, next, Gap::Line)) {
                break;
            }
            linked = true;
            end = next;
        } else if token.shape == Shape::Lower
            && classes.has(Class::NoWord)
            && token.gap <= Gap::Line
            && !classes.any(HEADS)
        {
            // small words of other languages: `Agence norlandaise de développement`
            end += 1;
            out.push((at as u32, end as u32));
            spans += 1;
        } else if token.shape == Shape::Lower
            && classes.any(HEADS)
            && token.gap <= Gap::Line
            && reading.tokens[end - 1].is_capitalised()
        {
            // a head word that the page writes small: `LIBE committee`, `Weir club`, `Forensic laboratory of the Ministry`
            end += 1;
            out.push((at as u32, end as u32));
            head = true;
            if !reading.classes_at(end as isize).any(&[Class::Of, Class::For]) {
                break;
            }
        } else {
            break;
        }
    }
}

/// The token behind an ordinal: `14th`, `2nd`.
fn after_ordinal(reading: &Reading, at: usize) -> Option<usize> {
    let [number, letters] = reading.tokens.get(at..at + 2)? else { return None };
    let ordinal = number.shape == Shape::Number
        && letters.gap == Gap::Glued
        && matches!(reading.cut(at + 1, at + 2), "st" | "nd" | "rd" | "th");
    (ordinal && capital_follows(reading, at + 2, Gap::Space)).then_some(at + 2)
}

/// The closing mark of a short name in quotation marks that open at `at`.
fn name_in_marks(reading: &Reading, at: usize) -> Option<usize> {
    if !reading.is(at, Class::Quotation)
        || reading.tokens[at].gap != Gap::Space
        || !capital_follows(reading, at + 1, Gap::Glued)
    {
        return None;
    }
    (at + 2..(at + 7).min(reading.len()))
        .take_while(|i| reading.tokens[*i].gap <= Gap::Line)
        .find(|i| reading.is(*i, Class::Quotation) && reading.tokens[*i].gap == Gap::Glued)
}

/// Whether the comma at `at` parts fields that a head word closes: `Immigration, Nationality and Vital Events Agency`.
fn list_before_head(reading: &Reading, at: usize) -> bool {
    let mut and = false;
    for next in at + 1..(at + 12).min(reading.len()) {
        let token = &reading.tokens[next];
        let classes = reading.classes[next];
        if and && token.is_capitalised() && classes.any(HEADS) {
            return true;
        }
        and |= classes.any(&[Class::And, Class::Ampersand]);
        if !token.is_capitalised()
            && !classes.any(&[Class::Comma, Class::And, Class::Ampersand, Class::Hyphen])
        {
            return false;
        }
    }
    false
}

fn capital_follows(reading: &Reading, at: usize, gap: Gap) -> bool {
    reading.tokens.get(at).is_some_and(|t| t.gap <= gap && t.is_capitalised())
}
