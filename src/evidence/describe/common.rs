//! What every type but quotes asks: the classes at the edges and inside, the length, the place, what the lists know.

use super::super::facts::{Fact, Form};
use super::super::layout;
use super::super::sink::Sink;
use crate::gazetteer::{Class, List};
use crate::reading::{Classes, Reading};
use crate::rules::Candidate;
use crate::token::{Gap, Shape};

const LINKS: Classes =
    Classes::of(&[Class::Of, Class::For, Class::And, Class::Ampersand, Class::The, Class::On]);

/// The left edge.
pub fn left(reading: &Reading, start: usize, out: &mut impl Sink) {
    let tokens = &reading.tokens;
    let s = start as isize;
    let (before2, before, first) =
        (reading.classes_at(s - 2), reading.classes_at(s - 1), reading.classes_at(s));
    out.place(0, before2);
    out.place(1, before);
    out.place(2, first);
    for (place, at) in [(0, s - 2), (1, s - 1), (2, s)] {
        out.group(place, reading.group_at(at));
    }
    out.pair(0, before2, before);
    out.pair(1, before, first);
    out.when(start > 0 && tokens[start].gap == Gap::Glued && before.has(Class::Hyphen), Fact::HyphenBefore);
    out.when(tokens[start].gap >= Gap::Line, Fact::LineBefore);
    out.when(start == 0 || reading.sentence[start] != reading.sentence[start - 1], Fact::SentenceStart);
    out.when(capital_before(reading, start), Fact::CapitalBefore);
    out.when(start > 1 && before.any(LINKS) && tokens[start - 2].is_capitalised(), Fact::LinkedCapitalBefore);
    out.when(
        reading.credits && (start.saturating_sub(5)..start).any(|i| tokens[i].mark == '©'),
        Fact::Credit,
    );
    const SKIPPED: Classes = Classes::of(&[Class::Honorific, Class::Comma]);
    let mut back = start;
    while back > 0 && reading.classes[back - 1].any(SKIPPED) {
        back -= 1;
    }
    out.when(back > 0 && reading.role_reach[back - 1] > 0, Fact::RoleReachBefore);
    out.when(reading.role_reach[start] > 0, Fact::RoleReachFirst);
}

/// The right edge.
pub fn right(reading: &Reading, end: usize, out: &mut impl Sink) {
    let tokens = &reading.tokens;
    let e = end as isize;
    let (last, after, after2) = (reading.classes_at(e - 1), reading.classes_at(e), reading.classes_at(e + 1));
    out.place(4, last);
    out.place(5, after);
    out.place(6, after2);
    for (place, at) in [(4, e - 1), (5, e), (6, e + 1)] {
        out.group(place, reading.group_at(at));
    }
    out.pair(3, last, after);
    out.pair(5, after, after2);
    let next = tokens.get(end);
    out.when(next.is_some_and(|t| t.gap == Gap::Glued) && after.has(Class::Hyphen), Fact::HyphenAfter);
    out.when(next.is_none_or(|t| t.gap >= Gap::Line), Fact::LineAfter);
    out.when(end <= reading.body, Fact::InTitle);
    out.when(capital_after(reading, end), Fact::CapitalAfter);
    let capital = |at: usize| tokens.get(at).is_some_and(|t| t.is_capitalised());
    let linked = after.any(LINKS) && (capital(end + 1) || after2.any(LINKS) && capital(end + 2));
    out.when(linked, Fact::LinkedCapitalAfter);
    out.when(reading.is(end, Class::Possessive), Fact::PossessiveAfter);
}

fn capital_before(reading: &Reading, start: usize) -> bool {
    start > 0 && reading.tokens[start - 1].is_capitalised() && reading.tokens[start].gap <= Gap::Line
}

fn capital_after(reading: &Reading, end: usize) -> bool {
    reading.tokens.get(end).is_some_and(|t| t.is_capitalised() && t.gap <= Gap::Line)
}

/// A token that is not the last: see `View::inner`.
pub fn inner(reading: &Reading, at: usize, first: bool, out: &mut impl Sink) {
    let classes = reading.classes[at];
    if !first {
        out.place(3, classes);
        out.group(3, reading.groups[at]);
    }
    out.pair(6, classes, reading.classes[at + 1]);
}

/// The stretch as a whole: both edges seen together, its form, what the lists say of it.
pub fn stretch(reading: &Reading, candidate: &Candidate, out: &mut impl Sink) {
    let (start, end) = (candidate.start as usize, candidate.end as usize);
    out.pair(2, reading.classes[start], reading.classes[end - 1]);
    out.pair(4, reading.classes_at(start as isize - 1), reading.classes_at(end as isize));
    out.votes(candidate.rules);
    form(reading, start, end, out);
    around(reading, start, end, out);
}

/// Length, what the stretch holds, and what the lists say of it.
fn form(reading: &Reading, start: usize, end: usize, out: &mut impl Sink) {
    let (mut words, mut heads, mut line, mut named) = (0, false, false, false);
    let mut inner = Classes::default();
    for at in start..end {
        let token = &reading.tokens[at];
        words += usize::from(token.is_word());
        heads |= reading.role_reach[at] == 1;
        named |= reading.named[at];
        if at > start {
            inner = inner.with(reading.classes[at]);
            line |= token.gap >= Gap::Line;
        }
    }
    let all = inner.with(reading.classes[start]);
    out.fact(Fact::Any);
    out.length(words);
    out.when(line, Fact::LineInside);
    out.when(inner.has(Class::Opening), Fact::Brackets);
    out.when(inner.has(Class::Comma), Fact::CommaInside);
    out.when(inner.has(Class::And), Fact::AndInside);
    out.when(inner.has(Class::Possessive), Fact::PossessiveInside);
    out.when(all.has(Class::GivenName) && all.has(Class::FamilyName), Fact::NameInside);
    out.when(heads, Fact::RoleHeadInside);
    if named {
        lists(reading, start, end, out);
    }
}

/// What both sides show together.
fn around(reading: &Reading, start: usize, end: usize, out: &mut impl Sink) {
    let tokens = &reading.tokens;
    let upper = |at: usize| tokens.get(at).is_some_and(|t| t.shape == Shape::Upper);
    out.when(
        (start > 0 && upper(start - 1) || start > 1 && upper(start - 2))
            && (upper(end) || upper(end + 1) || end >= reading.len() || end == reading.body)
            && tokens[start..end]
                .iter()
                .all(|t| !t.is_word() || matches!(t.shape, Shape::Upper | Shape::Initial)),
        Fact::CapitalsAround,
    );
    out.when(!capital_before(reading, start) && !capital_after(reading, end), Fact::WholeRun);
    let between = |open, close| start > 0 && reading.is(start - 1, open) && reading.is(end, close);
    out.when(between(Class::Quotation, Class::Quotation), Fact::Quoted);
    out.when(between(Class::Opening, Class::Closing), Fact::Bracketed);
    let near = reading.reporting_in(start.saturating_sub(4), start) || reading.reporting_in(end, end + 5);
    out.when(near, Fact::ReportingNear);
}

/// What the lists say of the stretch as a whole.
fn lists(reading: &Reading, start: usize, end: usize, out: &mut impl Sink) {
    let (start32, end32) = (start as u32, end as u32);
    let mut within = false;
    for i in (start..end).filter(|i| reading.named[*i]) {
        for hit in reading.hits_at(i) {
            let first = i == start;
            let exact = first && hit.end == end32;
            match hit.list {
                List::Organisations if exact => out.fact(Fact::KnownExact),
                List::Organisations => within |= hit.end <= end32,
                List::OrganisationAmbiguous if exact => out.fact(Fact::KnownAmbiguous),
                List::CountryForms if exact => out.fact(Fact::CountryExact),
                List::CountryForms if first && hit.end <= end32 => out.fact(Fact::CountryStart),
                List::CountryForms if hit.end == end32 => out.fact(Fact::CountryEnd),
                List::Ambiguous if exact => out.fact(Fact::CountryAmbiguous),
                List::Places if exact => out.fact(Fact::PlaceExact),
                List::Places if hit.end == end32 => out.fact(Fact::PlaceEnd),
                List::Languages if exact => {
                    out.fact(Fact::LanguageExact);
                    out.when(in_row_of_languages(reading, start), Fact::LanguageInRow);
                }
                _ => {}
            }
        }
    }
    out.when(within, Fact::KnownWithin);
    let mut inside = false;
    let mut crossed = false;
    for at in [start, end - 1] {
        if let Some(hit) = reading.known_at(at) {
            let covers = hit.start <= start32 && hit.end >= end32;
            inside |= covers && hit.len() > end - start;
            crossed |= !covers && (hit.start < start32 || hit.end > end32);
        }
    }
    out.when(inside, Fact::KnownInside);
    out.when(crossed, Fact::KnownCrossed);
    if let Some(hit) = reading.place_at(start) {
        let covers = hit.start <= start32 && hit.end >= end32;
        out.when(covers && hit.len() > end - start, Fact::PlaceInside);
        out.when(!covers && hit.end > start32 && hit.start < start32, Fact::PlaceCrossed);
    }
    if let Some(hit) = reading.exception_at(start) {
        out.when(hit.start <= start32 && hit.end >= end32 && hit.len() > end - start, Fact::CountryException);
    }
}

/// Whether the language at `at` goes on a row that says in what something is written: `in French, Portuguese and Turkish`.
fn in_row_of_languages(reading: &Reading, at: usize) -> bool {
    const JOINT: Classes = Classes::of(&[Class::Comma, Class::And, Class::Or, Class::Ampersand]);
    let mut first = at;
    while first >= 2 && reading.classes[first - 1].any(JOINT) && reading.is(first - 2, Class::Language) {
        first -= 2;
    }
    first < at && reading.classes_at(first as isize - 1).any(&[Class::In, Class::From, Class::To])
}

/// The stretch's form together with the main classes around it.
pub(super) fn form_pairs(reading: &Reading, start: usize, end: usize, form: Form, out: &mut impl Sink) {
    let at = |i: isize| reading.classes_at(i).main();
    let (s, e) = (start as isize, end as isize);
    for (n, class) in [at(s - 1), at(e), at(s - 2), at(e + 1)].into_iter().enumerate() {
        out.add(layout::form_pair(layout::FIRST_FORM_PAIR + n, form, class));
    }
}

/// A word behind the stretch that makes it something else: `Georgia Conference`.
pub fn event_at(reading: &Reading, end: usize, out: &mut impl Sink) {
    const ELSE: Classes = Classes::of(&[Class::Event, Class::Document, Class::PlaceWord, Class::Water]);
    out.when(reading.classes_at(end as isize).any(ELSE), Fact::EventEnd);
}

/// `of` or `in` and a country behind the stretch.
pub(super) fn country_follows(reading: &Reading, end: usize, out: &mut impl Sink) {
    let mut at = end;
    if reading.classes_at(at as isize).any(&[Class::Of, Class::In]) {
        at += 1;
        if reading.is(at, Class::The) {
            at += 1;
        }
        out.when(at < reading.len() && reading.hit(at, List::CountryForms).is_some(), Fact::CountryMore);
    }
}
