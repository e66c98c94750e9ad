//! Every plausible start and end of the stretch around a role head.

use crate::gazetteer::Class;
use crate::reading::{Classes, ROLE_HEADS, Reading};
use crate::rules::person::is_function_word;
use crate::token::{Gap, Shape};

/// Longest way to the left of a head, in tokens.
const MOST_BEFORE: usize = 8;
/// Longest way to the right of a head, in tokens.
const MOST_AFTER: usize = 26;
/// Most starts and ends of one head.
const MOST_STARTS: usize = 7;
const MOST_ENDS: usize = 16;
/// Most small words in a row inside a complement (`political and legal affairs`).
const MOST_LOWER: usize = 5;

/// Whether token `at` heads a role.
pub(super) fn is_head(reading: &Reading, at: usize) -> bool {
    let classes = reading.classes[at];
    // `Doctor`, `Madam` are honorifics even where a list has them among professions
    (classes.any(ROLE_HEADS) || classes.has(Class::RoleProfession))
        && reading.tokens[at].is_word()
        && !(classes.has(Class::Honorific)
            && reading.tokens[at].is_capitalised()
            && !classes.any(&[Class::Rank, Class::RoleOffice]))
}

/// Appends the stretches around the head at token `at`, if one begins there; returns where to go on.
pub(super) fn spans_around(
    reading: &Reading,
    at: usize,
    may_head: &dyn Fn(usize) -> bool,
    out: &mut Vec<(u32, u32)>,
) -> usize {
    if !is_head(reading, at) {
        return at + 1;
    }
    // a head of several words (`Secretary-General`, `Lt. Gen.`) is one; heads in a row (`Deputy Prime Minister`) too
    let mut end = at + 1;
    let mut own: Vec<usize> = Vec::new();
    while end < reading.len() && end - at < 8 {
        let classes = reading.classes[end];
        let joined = reading.tokens[end].gap <= Gap::Line;
        if joined && (is_head(reading, end) || !reading.tokens[end].is_word() && classes.any(ROLE_HEADS)) {
            end += 1;
            own.push(end);
        } else if classes.has(Class::Hyphen) && end + 1 < reading.len() && is_head(reading, end + 1) {
            end += 2;
            own.push(end);
        } else {
            break;
        }
    }
    if !(at..end).any(|i| is_head(reading, i) && may_head(i)) {
        return end;
    }
    let mut starts = Vec::with_capacity(MOST_STARTS);
    let mut ends = Vec::with_capacity(MOST_ENDS);
    left(reading, at, &mut starts);
    ends.push(at + 1);
    ends.extend(own.iter().copied());
    right(reading, end, &mut ends);
    bracketed(reading, &mut ends);
    starts.retain(|start| *start == at || !cuts_a_run(reading, *start));
    for start in &starts {
        out.extend(ends.iter().map(|e| (*start as u32, *e as u32)));
    }
    // where several heads stand in a row, the later may begin the role (`party leader`, `Professor Emeritus`)
    for start in (at + 1..end).filter(|s| is_head(reading, *s) && reading.tokens[*s].gap != Gap::Glued) {
        out.extend(ends.iter().filter(|e| **e > start).map(|e| (start as u32, *e as u32)));
    }
    end
}

/// Whether a start stands inside a row of capitalised words that the role would take whole or not at all. In a
/// heading all words are capitalised.
fn cuts_a_run(reading: &Reading, start: usize) -> bool {
    if start == 0 || start < reading.body || reading.tokens[start].gap != Gap::Space {
        return false;
    }
    let before = reading.classes[start - 1];
    reading.tokens[start - 1].is_capitalised()
        && reading.tokens[start].is_capitalised()
        && !is_function_word(before)
        && !before.any(ROLE_HEADS)
        && !before.any(&[Class::Honorific, Class::PostNominal])
        && reading.tokens[start - 1].shape != Shape::Initial
}

/// Ends behind a short bracket that belongs to the office: `Colonel (ret.)`, `Deputy Representative (Protection)`.
fn bracketed(reading: &Reading, ends: &mut Vec<usize>) {
    for end in ends.clone() {
        // `ad interim`
        ends.extend(interim(reading, end));
        if !reading.is(end, Class::Opening) || reading.tokens[end].gap != Gap::Space {
            continue;
        }
        if let Some(close) = (end + 2..(end + 5).min(reading.len())).find(|i| reading.is(*i, Class::Closing))
        {
            let acronym = close == end + 2 && reading.tokens[end + 1].shape == Shape::Upper;
            if !acronym {
                ends.push(close + 1);
            }
        }
    }
}

/// The end of `a.i.` (ad interim) at token `at`.
fn interim(reading: &Reading, at: usize) -> Option<usize> {
    (at + 4 <= reading.len() && matches!(reading.cut(at, at + 4), "a.i." | "p.i.")).then_some(at + 4)
}

/// The closing bracket of a field of a few words that opens at token `at`, where the office goes on behind it.
fn field_in_brackets(reading: &Reading, at: usize) -> Option<usize> {
    const GOES_ON: Classes =
        Classes::of(&[Class::Of, Class::At, Class::For, Class::In, Class::To, Class::Comma]);
    if !reading.is(at, Class::Opening) || reading.tokens[at].gap != Gap::Space {
        return None;
    }
    let close = (at + 2..(at + 8).min(reading.len())).find(|i| reading.is(*i, Class::Closing))?;
    let words = (at + 1..close).all(|i| reading.tokens[i].is_word() || reading.is(i, Class::Ampersand));
    (words && reading.classes_at(close as isize + 1).any(GOES_ON)).then_some(close)
}

fn left(reading: &Reading, head: usize, starts: &mut Vec<usize>) {
    starts.push(head);
    let mut at = head;
    while at > 0 && head - at < MOST_BEFORE && starts.len() < MOST_STARTS {
        let classes = reading.classes[at - 1];
        let token = &reading.tokens[at - 1];
        if reading.tokens[at].gap >= Gap::Column
            || classes.has(Class::Honorific) && token.is_capitalised() && !modifies(classes)
        {
            break;
        }
        let modifier = modifies(classes);
        if token.is_word()
            && (modifier && !is_function_word(classes)
                || token.is_capitalised() && !is_function_word(classes))
        {
            at -= 1;
            starts.push(at);
        } else if classes.any(&[Class::Hyphen, Class::Possessive, Class::Ampersand, Class::Slash])
            || classes.any(&[Class::Of, Class::And, Class::For, Class::The])
                && at > 1
                && reading.tokens[at - 2].is_capitalised()
            || token.mark == '.' && token.gap == Gap::Glued
        {
            at -= 1;
        } else if classes.has(Class::Closing)
            && at > 3
            && reading.is(at - 3, Class::Opening)
            && matches!(reading.tokens[at - 2].shape, Shape::Upper | Shape::Mixed)
        {
            // an acronym between the body and the office: `Norland Ports Authority (NPA) Director`
            at -= 3;
        } else if token.shape == Shape::Number && reading.tokens[at].gap == Gap::Glued {
            // `1st Captain`
            at -= 1;
            starts.push(at);
        } else if token.shape == Shape::Lower && at > 1 && !is_function_word(classes) && head - at < 3 {
            // a plain noun before the head: `village head`, `team leader`
            at -= 1;
            starts.push(at);
        } else {
            break;
        }
    }
}

fn modifies(classes: Classes) -> bool {
    classes.any(&[
        Class::ModifierTime,
        Class::ModifierRank,
        Class::ModifierField,
        Class::RoleProfession,
        Class::CountryAdjective,
    ])
}

fn right(reading: &Reading, from: usize, ends: &mut Vec<usize>) {
    let mut at = from;
    let mut lower = 0;
    let mut open = false;
    while at < reading.len() && at - from < MOST_AFTER && ends.len() < MOST_ENDS {
        let token = &reading.tokens[at];
        let classes = reading.classes[at];
        if token.gap >= Gap::Column
            || classes.has(Class::Honorific)
                && token.is_capitalised()
                && !classes.any(ROLE_HEADS)
                && !reading.named[at]
        {
            break;
        }
        let link = classes.any(&[
            Class::Of,
            Class::For,
            Class::To,
            Class::At,
            Class::In,
            Class::With,
            Class::On,
            Class::The,
            Class::And,
            Class::Owner,
            Class::By,
            Class::From,
            Class::Article,
            Class::Preposition,
        ]);
        let foreign = classes.any(&[Class::Particle, Class::ForeignLink])
            && token.shape == Shape::Lower
            && (at + 1..at + 3).any(|i| reading.tokens.get(i).is_some_and(|t| t.is_capitalised()));
        if at > from && foreign {
            at += 1;
        } else if token.is_capitalised() && !(link && token.shape == Shape::Capital) {
            at += 1;
            lower = 0;
            ends.push(at);
            if reading.is(at, Class::CompanySuffix) && reading.is(at, Class::Period) {
                at += 1;
                ends.push(at);
            }
        } else if link {
            open = true;
            at += 1;
            // a small word in capitals may also end a name: `of Radio Plus`
            if token.is_capitalised() {
                ends.push(at);
            }
        } else if let Some(next) = interim(reading, at) {
            at = next;
            ends.push(at);
        } else if token.mark == '-' && reading.broken_word(at + 1) {
            at += 2;
            ends.push(at);
        } else if classes.has(Class::CompanySuffix) && token.gap == Gap::Space {
            at += 1;
            ends.push(at);
        } else if classes.any(&[Class::Hyphen, Class::Possessive, Class::Ampersand, Class::Slash])
            || token.mark == '-' && reading.tokens.get(at + 1).is_some_and(|t| t.gap == Gap::Line)
            || token.mark == '.'
                && token.gap == Gap::Glued
                && reading.tokens[at - 1].end - reading.tokens[at - 1].start <= 3
                && reading.tokens.get(at + 1).is_some_and(|t| t.is_capitalised() && t.gap == Gap::Space)
        {
            open = true;
            at += 1;
        } else if token.shape == Shape::Lower
            && !is_function_word(classes)
            && !classes.has(Class::Reporting)
            && (open || at == from)
            && lower < MOST_LOWER
        {
            at += 1;
            lower += 1;
            ends.push(at);
        } else if token.shape == Shape::Number && at > from {
            at += 1;
            ends.push(at);
        } else if classes.has(Class::Comma) {
            // over a comma to a body (`Head of Wells, Ministry of Ports`), to a second office or in a list of fields
            let next = reading.tokens.get(at + 1);
            let goes_on = next.is_some_and(|t| {
                t.gap <= Gap::Line && (t.is_capitalised() && !reading.is(at + 1, Class::Honorific))
            }) || reading.classes_at(at as isize + 1).any(&[
                Class::Of,
                Class::For,
                Class::And,
                Class::In,
            ]);
            if !goes_on {
                break;
            }
            at += 1;
        } else if classes.has(Class::Dash)
            && at > from
            && reading.tokens.get(at + 1).is_some_and(|t| t.is_capitalised() && t.gap <= Gap::Space)
        {
            // `Deputy Governor – Operations`, `Environment Agency – Abu Dhabi`
            at += 1;
        } else if classes.has(Class::Opening)
            && reading.tokens.get(at + 1).is_some_and(|t| matches!(t.shape, Shape::Upper | Shape::Mixed))
            && reading.is(at + 2, Class::Closing)
        {
            // an acronym in brackets stays inside only if the role goes on; `(ret.)`, `(Protection)` belong to it
            at += 3;
        } else if let Some(close) = field_in_brackets(reading, at) {
            // `First Counsellor (Trade and Crafts) at the Embassy`
            at = close + 1;
            ends.push(at);
        } else {
            break;
        }
    }
}
