//! Roles: head words, what stands before them, and what the complement does at the end.

use super::super::facts::{Fact, Form};
use super::super::sink::Sink;
use super::common::{country_follows, form_pairs};
use crate::gazetteer::{Class, List};
use crate::reading::{ROLE_HEADS, Reading};
use crate::rules::Candidate;
use crate::token::Shape;

/// What stands before, and the first word.
pub fn left(reading: &Reading, start: usize, out: &mut impl Sink) {
    out.when(reading.role_reach[start] == 1, Fact::RoleHeadFirst);
    let before = reading.classes_at(start as isize - 1);
    out.when(
        before.any(&[Class::ModifierTime, Class::ModifierRank, Class::ModifierField]),
        Fact::ModifierBefore,
    );
    out.when(
        before.any(&[Class::Organisation, Class::OrganisationAcronym, Class::CountryAdjective]),
        Fact::OrganisationBefore,
    );
}

/// The last word, and what stands behind.
pub fn right(reading: &Reading, end: usize, out: &mut impl Sink) {
    out.when(reading.role_reach[end - 1] == 1, Fact::RoleHeadLast);
    out.when(end < reading.len() && reading.role_reach[end] > 1, Fact::ComplementCut);
    country_follows(reading, end, out);
}

/// The form of the office and how many heads it has.
pub fn stretch(reading: &Reading, candidate: &Candidate, out: &mut impl Sink) {
    let (start, end) = (candidate.start as usize, candidate.end as usize);
    let heads = candidate.tokens().filter(|i| reading.role_reach[*i] == 1).count();
    out.when(heads > 1, Fact::SeveralRoleHeads);
    // `Director of the Mint Colonel`: the last word begins another role
    let second = heads > 1
        && reading.role_reach[end - 1] == 1
        && candidate.tokens().any(|i| reading.classes[i].any(&[Class::Of, Class::For, Class::At, Class::In]));
    out.when(second, Fact::HeadAfterComplement);
    out.when(heads > 1 && respectively(reading, start, end), Fact::SharedOut);
    let lower = candidate
        .tokens()
        .find(|i| reading.classes[*i].any(ROLE_HEADS))
        .is_some_and(|i| reading.tokens[i].shape == Shape::Lower);
    out.when(lower, Fact::RoleHeadLower);
    let in_place = candidate.tokens().any(|i| reading.role_reach[i] == 1 && is_in_place(reading, i));
    out.when(in_place, Fact::HeadInPlace);
    form_pairs(reading, start, end, form(reading, start, end), out);
}

/// Whether `respectively` near a stretch with `and` inside gives its offices out to several people.
fn respectively(reading: &Reading, start: usize, end: usize) -> bool {
    let joined = (start..end).any(|i| reading.is(i, Class::And));
    let near = start.saturating_sub(5)..(end + 4).min(reading.len());
    joined && near.into_iter().any(|i| reading.cut(i, i + 1) == "respectively")
}

/// Whether a word is part of the name of a place or a country: `Prince Edward Island`.
fn is_in_place(reading: &Reading, at: usize) -> bool {
    reading.hits_at(at.saturating_sub(1)).iter().chain(reading.hits_at(at)).any(|h| {
        matches!(h.list, List::CountryForms | List::Places | List::PlaceExceptions)
            && h.len() > 1
            && (h.start as usize..h.end as usize).contains(&at)
    })
}

fn form(reading: &Reading, start: usize, end: usize) -> Form {
    let head =
        (start..end).find(|i| reading.classes[*i].any(ROLE_HEADS) || reading.is(*i, Class::RoleProfession));
    let Some(head) = head else { return Form::Other };
    let last = (head..end)
        .take_while(|i| reading.classes[*i].any(ROLE_HEADS) || !reading.tokens[*i].is_word())
        .last()
        .unwrap_or(head);
    let classes = reading.classes[head];
    let complement = last + 1 < end;
    let lower = reading.tokens[head].shape == Shape::Lower;
    match (start < head, complement) {
        (true, true) => Form::PremodifiedComplement,
        (true, false) => Form::Premodified,
        (false, true) if classes.has(Class::RoleOffice) => Form::OfficeComplement,
        (false, true) if classes.has(Class::RoleFunction) => Form::FunctionComplement,
        (false, true) => Form::OtherComplement,
        _ if lower => Form::LowerHead,
        _ if classes.any(&[Class::Rank, Class::Noble]) => Form::BareRank,
        _ if classes.has(Class::RoleOffice) => Form::BareOffice,
        _ if classes.has(Class::RoleFunction) => Form::BareFunction,
        _ => Form::BareProfession,
    }
}
