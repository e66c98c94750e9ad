//! Names of people: the pattern of the words and what the name lists know of each.

use super::super::facts::{Fact, Form};
use super::super::layout;
use super::super::sink::Sink;
use super::common::form_pairs;
use crate::gazetteer::Class;
use crate::reading::{Classes, ROLE_HEADS, Reading};
use crate::rules::{Candidate, organisation};
use crate::token::Shape;

/// What stands behind.
pub fn right(reading: &Reading, end: usize, out: &mut impl Sink) {
    const ELSE: Classes =
        Classes::of(&[Class::Event, Class::Document, Class::Award, Class::PlaceWord, Class::Product])
            .with(organisation::HEADS);
    let other = reading.classes_at(end as isize).any(ELSE) && reading.tokens[end].is_capitalised();
    out.when(other, Fact::EventEnd);
    office_after(reading, end, out);
}

/// The pattern of the words and how many of them the name lists know.
pub fn stretch(reading: &Reading, candidate: &Candidate, out: &mut impl Sink) {
    let mut symbols = [0u8; layout::PATTERN];
    let mut count = 0;
    for i in candidate.tokens() {
        if count < layout::PATTERN && reading.tokens[i].is_word() {
            symbols[count] = symbol(reading, i);
            count += 1;
        }
    }
    out.add(layout::pattern(&symbols[..count]));
    let known = |s: &u8| matches!(s, 1..=3);
    let form = match &symbols[..count] {
        [1] => Form::OneGiven,
        [2 | 3] => Form::OneFamily,
        [4 | 6] => Form::OneUnknown,
        [_] | [] => Form::OneOrdinary,
        s if s.contains(&8) || s.contains(&5) => Form::FullOrdinary,
        s if s.iter().all(known) => Form::FullKnown,
        s if s.iter().any(known) => Form::FullHalfKnown,
        _ => Form::FullUnknown,
    };
    form_pairs(reading, candidate.start as usize, candidate.end as usize, form, out);
}

fn office_after(reading: &Reading, end: usize, out: &mut impl Sink) {
    if reading.classes_at(end as isize).any(&[Class::Comma, Class::Opening, Class::Dash]) {
        let head = (end + 1..(end + 7).min(reading.len())).find(|i| reading.role_reach[*i] == 1);
        let clear = head.is_some_and(|h| {
            !(end + 1..h).any(|i| reading.classes[i].any(&[Class::Comma, Class::Auxiliary, Class::Period]))
        });
        out.when(clear, Fact::RoleHeadAfter);
    }
}

/// Given, family, both, unknown, ordinary word, initial, particle, other: what a word is in a name.
fn symbol(reading: &Reading, at: usize) -> u8 {
    let classes = reading.classes[at];
    let token = &reading.tokens[at];
    if token.shape == Shape::Initial {
        return 6;
    }
    if classes.has(Class::Particle) && token.shape == Shape::Lower {
        return 7;
    }
    let word = reading.lookup.words[at];
    let common = word.rank > 0 && word.rank <= 13;
    let other = classes.any(organisation::HEADS)
        || classes.any(ROLE_HEADS)
        || classes.any(&[
            Class::CountryName,
            Class::CountryAdjective,
            Class::City,
            Class::Region,
            Class::Event,
            Class::Document,
            Class::Month,
        ]);
    let (given, family) = (word.given, word.family);
    match () {
        () if given >= 4 && given > family + 2 && !other => 1,
        () if family >= 4 && family > given + 2 && !other && !common => 2,
        () if other => 8,
        () if common && given < 5 => 5,
        () if given > 0 && family > 0 => 3,
        () if given > 0 => 1,
        () if family > 0 => 2,
        () if word.rank > 0 => 5,
        () => 4,
    }
}
