//! What the second round sees besides: the same words elsewhere on the page, surnames of people named in full, acronyms
//! defined, and what the first round of the other types read at the same place.

use super::facts::Fact;
use super::page::{FirstRound, Page, Place, Round, Seen, key};
use super::sink::Sink;
use crate::gazetteer::Class;
use crate::reading::{Classes, Reading};
use crate::rules::Candidate;

/// The answers of the first round, as an item sees them.
#[derive(Clone, Copy)]
pub struct Second<'a> {
    /// What was found on the whole page.
    pub page: &'a Page,
    /// The item's number on it.
    pub item: usize,
    /// What was found in the item.
    pub first: &'a FirstRound,
}

const ARTICLES: Classes = Classes::of(&[Class::The, Class::Article, Class::Owner]);

impl Second<'_> {
    /// People and roles directly before, and whether the sentence names anybody.
    pub fn left(&self, reading: &Reading, start: usize, out: &mut impl Sink) {
        let (person, role) = (&self.first.person, &self.first.role);
        let mut previous = start;
        while previous > 0
            && (reading.is(previous - 1, Class::Honorific) || reading.classes[previous - 1].any(ARTICLES))
        {
            previous -= 1;
        }
        if previous > 0 {
            out.when(person.at(previous - 1).is_some(), Fact::PersonPrevious);
            out.when(role.at(previous - 1).is_some(), Fact::RoleBefore);
            let mark = reading.classes[previous - 1];
            if previous > 1 && mark.any(&[Class::Comma, Class::Dash]) {
                out.when(person.at(previous - 2).is_some(), Fact::PersonPreviousComma);
                out.when(role.at(previous - 2).is_some(), Fact::RoleBefore);
            }
            if previous > 1 && mark.has(Class::Opening) {
                out.when(person.at(previous - 2).is_some(), Fact::PersonPreviousBracket);
            }
        }
        let sentence = reading.sentence[start];
        let from = reading.sentence.partition_point(|s| *s < sentence);
        let to = reading.sentence.partition_point(|s| *s <= sentence);
        out.fact(if person.begins_in(from, to) { Fact::PersonSentence } else { Fact::PersonNowhere });
    }

    /// People, roles and organisations directly after.
    pub fn right(&self, reading: &Reading, end: usize, out: &mut impl Sink) {
        let (person, role, organisation) = (&self.first.person, &self.first.role, &self.first.organisation);
        const LINKS: Classes =
            Classes::of(&[Class::Of, Class::At, Class::For, Class::With, Class::Comma, Class::In]);
        out.when(
            reading.classes_at(end as isize).any(LINKS)
                && organisation.at(end).is_none()
                && (end..(end + 3).min(reading.len())).any(|i| organisation.at(i).is_some()),
            Fact::OrganisationFollows,
        );
        let skip = |mut at: usize| {
            while reading.is(at, Class::Honorific) {
                at += 1;
            }
            at
        };
        let mut next = skip(end);
        out.when(person.at(next).is_some(), Fact::PersonNext);
        const MARKS: Classes = Classes::of(&[Class::Comma, Class::Dash, Class::Colon, Class::Opening]);
        if reading.classes_at(next as isize).any(MARKS) {
            next = skip(next + 1);
            out.when(person.at(next).is_some(), Fact::PersonNextComma);
            out.when(role.at(next).is_some(), Fact::RoleAfter);
            if reading.classes_at(next as isize).any(ARTICLES) {
                out.when(role.at(next + 1).is_some(), Fact::RoleAfter);
            }
        }
    }

    /// The same words elsewhere, and what was read at the same place. `own` is the candidate's probability in its own
    /// first round, where there was one.
    pub fn stretch(&self, reading: &Reading, candidate: &Candidate, own: Option<f64>, out: &mut impl Sink) {
        let (start, end) = (candidate.start as usize, candidate.end as usize);
        if let Some(p) = own {
            out.fact(match p {
                p if p >= 0.8 => Fact::RoundHigh,
                p if p >= 0.4 => Fact::RoundMiddle,
                p if p >= 0.05 => Fact::RoundLow,
                _ => Fact::RoundNone,
            });
        }
        self.whole_elsewhere(reading, start, end, out);
        if end - start == 1 {
            self.word_elsewhere(reading, start, out);
        } else {
            self.surname_inside(reading, start, end, out);
        }
        relation(&self.first.person, start, end, PERSON, out);
        relation(&self.first.organisation, start, end, ORGANISATION, out);
        relation(&self.first.role, start, end, ROLE, out);
    }

    fn whole_elsewhere(&self, reading: &Reading, start: usize, end: usize, out: &mut impl Sink) {
        let whole = key(reading, start, end);
        let other = |s: &Seen| s.item as usize != self.item || s.start as usize != start;
        let people = self.page.people.get(&whole);
        let organisations = self.page.organisations.get(&whole);
        out.when(people.is_some_and(|v| v.iter().any(other)), Fact::PersonSame);
        out.when(organisations.is_some_and(|v| v.iter().any(other)), Fact::OrganisationSame);
        out.when(organisations.is_some_and(|v| v.len() > 2), Fact::OrganisationOften);
    }

    /// A lone word that is an acronym defined on the page or part of somebody's name.
    fn word_elsewhere(&self, reading: &Reading, at: usize, out: &mut impl Sink) {
        let hash = reading.tokens[at].hash;
        if let Some(organisation) = self.page.acronyms.get(&hash) {
            out.fact(Fact::AcronymDefined);
            out.fact(if *organisation { Fact::AcronymOfOrganisation } else { Fact::AcronymOfOther });
        }
        if let Some(seen) = self.page.names.get(&hash) {
            // a mention counts for others only, not for its own words
            let own = |s: &Seen| {
                s.item as usize == self.item && (s.start as usize) <= at && at < s.start as usize + 8
            };
            let other = |place| seen.iter().any(|s| s.place == place && !own(s));
            out.when(other(Place::Last), Fact::PersonLast);
            out.when(other(Place::First), Fact::PersonFirst);
            out.when(other(Place::Middle), Fact::PersonPart);
        }
    }

    /// A word among others that is the surname of somebody who is named elsewhere.
    fn surname_inside(&self, reading: &Reading, start: usize, end: usize, out: &mut impl Sink) {
        let own = |s: &Seen| {
            s.item as usize == self.item
                && s.start as usize >= start.saturating_sub(8)
                && (s.start as usize) < end
        };
        let held = reading.tokens[start..end].iter().filter(|t| t.is_word()).any(|token| {
            self.page
                .names
                .get(&token.hash)
                .is_some_and(|seen| seen.iter().any(|s| s.place == Place::Last && !own(s)))
        });
        out.when(held, Fact::PersonHasPart);
    }
}

/// exact, covers, within, crosses, ends, starts
type Names = [Option<Fact>; 6];
const PERSON: Names = [
    Some(Fact::PersonExact),
    Some(Fact::PersonCovers),
    Some(Fact::PersonWithin),
    Some(Fact::PersonCrosses),
    None,
    None,
];
const ORGANISATION: Names = [
    Some(Fact::OrganisationExact),
    Some(Fact::OrganisationCovers),
    Some(Fact::OrganisationWithin),
    Some(Fact::OrganisationCrosses),
    Some(Fact::OrganisationEnds),
    Some(Fact::OrganisationStarts),
];
const ROLE: Names = [
    Some(Fact::RoleExact),
    Some(Fact::RoleCovers),
    Some(Fact::RoleWithin),
    Some(Fact::RoleCrosses),
    None,
    None,
];

fn relation(round: &Round, start: usize, end: usize, names: Names, out: &mut impl Sink) {
    let mut last = 0;
    let mut told = [false; 6];
    for at in start..end.min(round.cover.len()) {
        let n = round.cover[at];
        if n == 0 || n == last {
            continue;
        }
        last = n;
        let other = round.candidates[round.chosen[n as usize - 1]].tokens();
        let kind = if other.start == start && other.end == end {
            0
        } else if other.start <= start && other.end >= end {
            1
        } else if other.start >= start && other.end <= end {
            2
        } else {
            3
        };
        told[kind] = true;
        told[4] |= kind == 2 && other.end == end;
        told[5] |= kind == 2 && other.start == start;
    }
    for (told, name) in told.iter().zip(names) {
        if let Some(name) = name
            && *told
        {
            out.fact(name);
        }
    }
}
