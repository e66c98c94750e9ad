//! Organisations: head words, acronyms, units and what they are part of.

use super::super::facts::{Fact, Form};
use super::super::sink::Sink;
use super::common::{country_follows, form_pairs};
use crate::gazetteer::{Class, List, Variant};
use crate::reading::{Classes, Reading};
use crate::rules::Candidate;
use crate::rules::organisation::HEADS;
use crate::token::{Gap, Shape};

/// What stands before, and the first word.
pub fn left(reading: &Reading, start: usize, out: &mut impl Sink) {
    out.when(reading.classes[start].any(HEADS), Fact::HeadFirst);
    out.when(chained(reading, start), Fact::ChainBefore);
    out.when(start > 0 && reading.is(start - 1, Class::OrganisationNoun), Fact::NounBefore);
}

/// The last word, and what stands behind.
pub fn right(reading: &Reading, end: usize, out: &mut impl Sink) {
    const ELSE: Classes =
        Classes::of(&[Class::Event, Class::Document, Class::Award, Class::PlaceWord, Class::Product]);
    let last = reading.classes[end - 1];
    out.when(last.any(HEADS), Fact::HeadLast);
    out.when(last.any(ELSE), Fact::EventEnd);
    out.when(
        reading.is(end, Class::Opening)
            && reading.tokens.get(end + 1).is_some_and(|t| matches!(t.shape, Shape::Upper | Shape::Mixed))
            && reading.is(end + 2, Class::Closing),
        Fact::AcronymAfter,
    );
    country_follows(reading, end, out);
}

/// The form of the name and what it holds.
pub fn stretch(reading: &Reading, candidate: &Candidate, out: &mut impl Sink) {
    let (start, end) = (candidate.start as usize, candidate.end as usize);
    let head = candidate.tokens().find(|i| reading.classes[*i].any(HEADS));
    out.when(head.is_none(), Fact::HeadNone);
    if end - start == 1 && matches!(reading.tokens[start].shape, Shape::Upper | Shape::Mixed) {
        out.fact(Fact::AcronymShape);
        out.when(acronym_of(reading, start).is_some(), Fact::AcronymOfBefore);
    }
    form_pairs(reading, start, end, form(reading, start, end, head.is_some()), out);
    if let Some(head) = head {
        complement(reading, start, head, end, out);
        chain(reading, head, end, out);
        seat(reading, head, end, out);
    }
}

fn form(reading: &Reading, start: usize, end: usize, holds_head: bool) -> Form {
    let known =
        reading.hits_at(start).iter().find(|h| h.list == List::Organisations && h.end as usize == end);
    let head = |i: usize| reading.classes[i].any(HEADS);
    let linked = (start..end).any(|i| {
        reading.classes[i].any(&[
            Class::Of,
            Class::For,
            Class::And,
            Class::Ampersand,
            Class::On,
            Class::To,
            Class::In,
        ])
    });
    match known {
        Some(hit) if hit.variant == Variant::Acronym => Form::KnownAcronym,
        Some(_) => Form::KnownName,
        None if end - start == 1 && matches!(reading.tokens[start].shape, Shape::Upper | Shape::Mixed) => {
            Form::Acronym
        }
        None if reading.is(end - 1, Class::CompanySuffix) => Form::Company,
        None if reading.tokens[end - 1].shape == Shape::Lower => Form::LowerHead,
        None if head(end - 1) => Form::HeadLast,
        None if head(start) => Form::HeadFirst,
        None if holds_head => Form::HeadInside,
        None if end - start == 1 => Form::OneWord,
        None if linked => Form::LinkedRun,
        None if end - start == 2 => Form::TwoWords,
        None => Form::LongRun,
    }
}

/// Words for the posts of a body abroad, whose seat belongs to the name: `Embassy in Paris`, but not `Court` in Paris.
const POSTS: &[&str] = &[
    "office",
    "offices",
    "embassy",
    "consulate",
    "delegation",
    "mission",
    "representation",
    "bureau",
    "station",
    "branch",
    "programme",
    "program",
    "house",
];

/// `in` or `at` and a place, as the last thing inside or the first thing behind.
fn seat(reading: &Reading, head: usize, end: usize, out: &mut impl Sink) {
    const PLACES: Classes =
        Classes::of(&[Class::City, Class::Region, Class::CountryName, Class::Water, Class::PlaceWord]);
    let place = |at: usize| {
        let at = if reading.is(at, Class::The) { at + 1 } else { at };
        reading.tokens.get(at).is_some_and(|t| t.is_capitalised())
            && (reading.classes[at].any(PLACES) || !reading.classes[at].any(HEADS))
    };
    let links = |i: usize| reading.classes[i].any(&[Class::In, Class::At]) && place(i + 1);
    let inside = (head + 1..end).rev().take(6).any(links);
    let after = end < reading.len() && links(end);
    if !inside && !after {
        return;
    }
    let last = (head..end).rev().find(|i| reading.classes[*i].any(HEADS)).unwrap_or(head);
    let post = [head, last].iter().any(|at| {
        let word = reading.cut(*at, at + 1);
        POSTS.iter().any(|p| p.eq_ignore_ascii_case(word))
    });
    out.when(inside && post, Fact::SeatOfOffice);
    out.when(inside && !post, Fact::SeatOfOther);
    out.when(after && post, Fact::SeatAfterOffice);
    out.when(after && !post, Fact::SeatAfterOther);
}

/// A unit with its body: `Department of Wells of the Ports Authority`, `Coast Guard at the Ministry`; or the body alone
/// behind a unit that would take it along.
fn chain(reading: &Reading, first: usize, end: usize, out: &mut impl Sink) {
    let head = |i: usize| reading.classes[i].any(HEADS);
    let body = |i: usize| {
        let next = if reading.is(i + 1, Class::The) { i + 2 } else { i + 1 };
        next < end && (reading.known_at(next).is_some() || (next..end).any(head))
    };
    let links = first + 1..end;
    out.when(links.clone().any(|i| reading.is(i, Class::Of) && body(i)), Fact::ChainOf);
    out.when(
        links.clone().any(|i| reading.classes[i].any(&[Class::At, Class::In]) && body(i)),
        Fact::ChainAt,
    );
}

/// Whether a unit stands before `of` or `of the` at the stretch's left.
fn chained(reading: &Reading, start: usize) -> bool {
    let mut at = start;
    if at > 0 && reading.is(at - 1, Class::The) {
        at -= 1;
    }
    if at < 2 || !reading.is(at - 1, Class::Of) {
        return false;
    }
    // back over the unit's own words to its head
    (at.saturating_sub(9)..at - 1)
        .rev()
        .take_while(|i| {
            let c = reading.classes[*i];
            reading.tokens[*i].is_capitalised()
                || c.any(&[Class::Of, Class::For, Class::And, Class::Comma, Class::The, Class::On])
        })
        .any(|i| reading.tokens[i].is_capitalised() && reading.classes[i].any(HEADS))
}

/// What a long name does behind its head word: a second part behind `and`, a list, a parent.
fn complement(reading: &Reading, start: usize, head: usize, end: usize, out: &mut impl Sink) {
    let opens = reading.classes_at(head as isize + 1).any(&[Class::Of, Class::For, Class::On]);
    let and = |i: usize| reading.classes[i].any(&[Class::And, Class::Ampersand]);
    out.when(opens && (head + 1..end).any(and), Fact::AndInComplement);
    out.when((start..head).any(and), Fact::AndBeforeHead);
    out.when((start..head).any(|i| reading.is(i, Class::Comma)), Fact::CommaBeforeHead);
    out.when((head + 1..end).any(|i| reading.is(i, Class::Comma)), Fact::CommaInComplement);
    let second = (head + 1..end).any(|i| reading.classes[i].any(HEADS));
    out.when(second && (head + 1..end).any(and), Fact::AndThenHead);
    out.when(
        opens
            && reading.classes_at(end as isize).any(&[Class::And, Class::Ampersand])
            && reading.tokens.get(end + 1).is_some_and(|t| t.is_capitalised()),
        Fact::ComplementGoesOn,
    );
}

/// Where the bracket `(ACR)` at token `at` follows a name whose initials make the acronym: the name's first token.
pub fn acronym_of(reading: &Reading, at: usize) -> Option<usize> {
    if at < 2 || !reading.is(at - 1, Class::Opening) {
        return None;
    }
    let acronym: Vec<char> =
        reading.cut(at, at + 1).chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect();
    let mut left = acronym.len();
    let mut i = at - 1;
    while i > 0 && left > 0 && at - i < 24 {
        i -= 1;
        if reading.tokens[i + 1].gap >= Gap::Column
            || reading.classes[i].any(&[Class::Period, Class::Semicolon])
                && reading.tokens[i].end - reading.tokens[i].start == 1
                && reading.tokens[i].shape == Shape::Mark
        {
            return None;
        }
        if !reading.tokens[i].is_word() {
            continue;
        }
        let letter = reading.cut(i, i + 1).chars().next().into_iter().flat_map(char::to_lowercase).next();
        if letter == acronym.get(left - 1).copied() {
            left -= 1;
            if left == 0 && reading.tokens[i].is_capitalised() {
                return Some(i);
            }
        } else if reading.tokens[i].is_capitalised() && left == acronym.len() {
            return None;
        }
    }
    None
}
