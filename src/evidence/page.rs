//! Answers of a round, and what the first round's say of a whole page: who and what is named, which acronyms are
//! defined.

use super::describe::organisation::acronym_of;
use crate::gazetteer::Class;
use crate::reading::Reading;
use crate::rules::Candidate;
use crate::token::Shape;
use crate::token::fold::step;
use std::collections::HashMap as StdMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Keys are hashes already.
#[derive(Default)]
pub(super) struct AsItIs(u64);

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

pub(super) type HashMap<K, V> = StdMap<K, V, BuildHasherDefault<AsItIs>>;

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
    /// First tokens of the chosen mentions, in text order.
    starts: Vec<u32>,
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
        let starts = chosen.iter().map(|i| candidates[*i].start).collect();
        Round { candidates, probability, chosen, cover, starts }
    }

    /// The chosen mention that covers a token.
    pub fn at(&self, token: usize) -> Option<&Candidate> {
        let n = *self.cover.get(token)?;
        (n > 0).then(|| &self.candidates[self.chosen[n as usize - 1]])
    }

    /// Whether a chosen mention begins among the tokens.
    pub(super) fn begins_in(&self, start: usize, end: usize) -> bool {
        let next = self.starts.partition_point(|s| (*s as usize) < start);
        self.starts.get(next).is_some_and(|s| (*s as usize) < end)
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

/// Where a name or a word of it was seen.
#[derive(Clone, Copy)]
pub(super) struct Seen {
    /// item of the page
    pub item: u32,
    /// first token of the name
    pub start: u32,
    /// what the word is in the name
    pub place: Place,
}

/// What a word is in a name.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Whole,
    First,
    Middle,
    Last,
}

/// What is known of the whole page after the first round.
#[derive(Default)]
pub struct Page {
    pub(super) people: HashMap<u64, Vec<Seen>>,
    pub(super) names: HashMap<u64, Vec<Seen>>,
    pub(super) organisations: HashMap<u64, Vec<Seen>>,
    /// acronyms in brackets: whether an organisation stands before
    pub(super) acronyms: HashMap<u64, bool>,
}

/// The hash of a stretch's folded words.
pub(super) fn key(reading: &Reading, start: usize, end: usize) -> u64 {
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
}
