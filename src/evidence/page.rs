//! What the first round found on the whole page, for the second: the same words elsewhere, surnames of people named
//! in full, acronyms defined, and what the other types read at the same place.

use super::describe::{Evidence, acronym_of};
use super::facts::Fact;
use crate::gazetteer::Class;
use crate::reading::Reading;
use crate::rules::Candidate;
use crate::token::Shape;
use crate::token::fold::step;
use std::collections::HashMap as StdMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Keys are hashes already.
#[derive(Default)]
struct AsItIs(u64);

impl Hasher for AsItIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|b| self.0 = (self.0 << 8) | u64::from(*b));
    }

    fn write_u64(&mut self, key: u64) {
        self.0 = key;
    }
}

type HashMap<K, V> = StdMap<K, V, BuildHasherDefault<AsItIs>>;

/// A type's answer of the first round in one item.
#[derive(Default, Clone)]
pub struct Round {
    /// All candidates.
    pub candidates: Vec<Candidate>,
    /// Probability, one a candidate.
    pub probability: Vec<f64>,
    /// The chosen ones, in text order.
    pub chosen: Vec<usize>,
    /// One a token: 1 + position in `chosen` of the mention that covers it, or 0.
    pub cover: Vec<u32>,
}

impl Round {
    /// Puts the parts together; `length` is the item's number of tokens.
    pub fn new(candidates: Vec<Candidate>, probability: Vec<f64>, chosen: Vec<usize>, length: usize) -> Self {
        let mut cover = vec![0; length];
        for (n, i) in chosen.iter().enumerate() {
            for at in candidates[*i].tokens() {
                cover[at] = n as u32 + 1;
            }
        }
        Round { candidates, probability, chosen, cover }
    }

    /// The chosen mention that covers a token.
    pub fn at(&self, token: usize) -> Option<&Candidate> {
        let n = *self.cover.get(token)?;
        (n > 0).then(|| &self.candidates[self.chosen[n as usize - 1]])
    }

    fn any_in(&self, start: usize, end: usize) -> bool {
        self.cover.get(start..end.min(self.cover.len())).is_some_and(|c| c.iter().any(|n| *n > 0))
    }
}

/// The first round's answer for one item.
#[derive(Default, Clone)]
pub struct FirstRound {
    /// people
    pub person: Round,
    /// organisations
    pub organisation: Round,
    /// roles
    pub role: Round,
}

#[derive(Clone, Copy)]
struct Seen {
    item: u32,
    start: u32,
    place: Place,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Whole,
    First,
    Middle,
    Last,
}

/// What is known of the whole page after the first round.
#[derive(Default)]
pub struct Page {
    people: HashMap<u64, Vec<Seen>>,
    names: HashMap<u64, Vec<Seen>>,
    organisations: HashMap<u64, Vec<Seen>>,
    /// acronyms in brackets: whether an organisation stands before
    acronyms: HashMap<u64, bool>,
}

fn key(reading: &Reading, start: usize, end: usize) -> u64 {
    reading.tokens[start..end].iter().fold(0, |key, token| step(key as u32, token.hash ^ (key >> 32)))
}

impl Page {
    /// Collects from the items of a page.
    pub fn new<'a>(items: impl Iterator<Item = (&'a Reading<'a>, &'a FirstRound)>) -> Self {
        let mut page = Page::default();
        for (item, (reading, round)) in items.enumerate() {
            for i in &round.person.chosen {
                page.person(reading, item as u32, &round.person.candidates[*i]);
            }
            for i in &round.organisation.chosen {
                let c = &round.organisation.candidates[*i];
                let seen = Seen { item: item as u32, start: c.start, place: Place::Whole };
                let (start, end) = (c.start as usize, c.end as usize);
                page.organisations.entry(key(reading, start, end)).or_default().push(seen);
            }
            for at in 0..reading.len() {
                if reading.is(at, Class::Opening)
                    && at + 1 < reading.len()
                    && reading.tokens[at + 1].is_capitalised()
                    && reading.is(at + 2, Class::Closing)
                    && matches!(reading.tokens[at + 1].shape, Shape::Upper | Shape::Mixed)
                {
                    let organisation = at > 0 && round.organisation.at(at - 1).is_some();
                    if organisation || acronym_of(reading, at + 1).is_some() {
                        *page.acronyms.entry(reading.tokens[at + 1].hash).or_default() |= organisation;
                    }
                }
            }
        }
        page
    }

    fn person(&mut self, reading: &Reading, item: u32, c: &Candidate) {
        let (start, end) = (c.start as usize, c.end as usize);
        let seen = |place| Seen { item, start: c.start, place };
        self.people.entry(key(reading, start, end)).or_default().push(seen(Place::Whole));
        let words: Vec<usize> = c.tokens().filter(|i| reading.tokens[*i].is_capitalised()).collect();
        if words.len() < 2 {
            return;
        }
        for (n, at) in words.iter().enumerate() {
            let place = match n {
                0 => Place::First,
                n if n + 1 == words.len() => Place::Last,
                _ => Place::Middle,
            };
            self.names.entry(reading.tokens[*at].hash).or_default().push(seen(place));
        }
    }

    /// Evidence from the whole page and from the other types' first round. `own` is the candidate's probability
    /// in its own first round, where there was one.
    pub fn describe(
        &self,
        reading: &Reading,
        item: usize,
        round: &FirstRound,
        candidate: &Candidate,
        own: Option<f64>,
        out: &mut Evidence,
    ) {
        let (start, end) = (candidate.start as usize, candidate.end as usize);
        if let Some(p) = own {
            out.fact(match p {
                p if p >= 0.8 => Fact::RoundHigh,
                p if p >= 0.4 => Fact::RoundMiddle,
                p if p >= 0.05 => Fact::RoundLow,
                _ => Fact::RoundNone,
            });
        }
        self.elsewhere(reading, item, start, end, out);
        relation(&round.person, start, end, PERSON, out);
        relation(&round.organisation, start, end, ORGANISATION, out);
        relation(&round.role, start, end, ROLE, out);
        out.when(
            end < reading.len()
                && round.organisation.at(end).is_none()
                && (end..(end + 3).min(reading.len())).any(|i| round.organisation.at(i).is_some())
                && reading.classes[end].any(&[
                    Class::Of,
                    Class::At,
                    Class::For,
                    Class::With,
                    Class::Comma,
                    Class::In,
                ]),
            Fact::OrganisationFollows,
        );
        beside(reading, round, start, end, out);
    }

    fn elsewhere(&self, reading: &Reading, item: usize, start: usize, end: usize, out: &mut Evidence) {
        let here = |s: &&Seen| s.item as usize == item && s.start as usize == start;
        let whole = key(reading, start, end);
        let same =
            |map: &HashMap<u64, Vec<Seen>>| map.get(&whole).is_some_and(|v| v.iter().any(|s| !here(&s)));
        out.when(same(&self.people), Fact::PersonSame);
        out.when(same(&self.organisations), Fact::OrganisationSame);
        out.when(self.organisations.get(&whole).is_some_and(|v| v.len() > 2), Fact::OrganisationOften);
        if end - start == 1 {
            if let Some(organisation) = self.acronyms.get(&reading.tokens[start].hash) {
                out.fact(Fact::AcronymDefined);
                out.fact(if *organisation { Fact::AcronymOfOrganisation } else { Fact::AcronymOfOther });
            }
            if let Some(seen) = self.names.get(&reading.tokens[start].hash) {
                // a mention counts for others only, not for its own words
                let other = |place| {
                    seen.iter().any(|s| {
                        s.place == place
                            && !(s.item as usize == item
                                && (s.start as usize) <= start
                                && start < s.start as usize + 8)
                    })
                };
                out.when(other(Place::Last), Fact::PersonLast);
                out.when(other(Place::First), Fact::PersonFirst);
                out.when(other(Place::Middle), Fact::PersonPart);
            }
        } else {
            let held = (start..end).any(|at| {
                self.names.get(&reading.tokens[at].hash).is_some_and(|seen| {
                    seen.iter().any(|s| {
                        s.place == Place::Last
                            && !(s.item as usize == item
                                && s.start as usize >= start.saturating_sub(8)
                                && (s.start as usize) < end)
                    })
                })
            });
            out.when(held, Fact::PersonHasPart);
        }
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

fn relation(round: &Round, start: usize, end: usize, names: Names, out: &mut Evidence) {
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

/// People and roles directly before and after.
fn beside(reading: &Reading, round: &FirstRound, start: usize, end: usize, out: &mut Evidence) {
    let skip = |at: usize| reading.is(at, Class::Honorific);
    let mut next = end;
    while next < reading.len() && skip(next) {
        next += 1;
    }
    out.when(round.person.at(next).is_some(), Fact::PersonNext);
    if reading.classes_at(next as isize).any(&[Class::Comma, Class::Dash, Class::Colon, Class::Opening]) {
        next += 1;
        while next < reading.len() && skip(next) {
            next += 1;
        }
        out.when(round.person.at(next).is_some(), Fact::PersonNextComma);
        out.when(round.role.at(next).is_some(), Fact::RoleAfter);
        if reading.classes_at(next as isize).any(&[Class::The, Class::Article, Class::Owner]) {
            out.when(round.role.at(next + 1).is_some(), Fact::RoleAfter);
        }
    }
    let mut previous = start;
    while previous > 0
        && (skip(previous - 1)
            || reading.classes[previous - 1].any(&[Class::The, Class::Article, Class::Owner]))
    {
        previous -= 1;
    }
    if previous > 0 {
        out.when(round.person.at(previous - 1).is_some(), Fact::PersonPrevious);
        out.when(round.role.at(previous - 1).is_some(), Fact::RoleBefore);
        let mark = reading.classes[previous - 1];
        if previous > 1 && mark.any(&[Class::Comma, Class::Dash]) {
            out.when(round.person.at(previous - 2).is_some(), Fact::PersonPreviousComma);
            out.when(round.role.at(previous - 2).is_some(), Fact::RoleBefore);
        }
        if previous > 1 && mark.has(Class::Opening) {
            out.when(round.person.at(previous - 2).is_some(), Fact::PersonPreviousBracket);
        }
    }
    let sentence = reading.sentence[start];
    let from = reading.sentence.partition_point(|s| *s < sentence);
    let to = reading.sentence.partition_point(|s| *s <= sentence);
    let person = round.person.any_in(from, to);
    out.fact(if person { Fact::PersonSentence } else { Fact::PersonNowhere });
}
