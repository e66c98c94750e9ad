//! Who and what could speak in an item, and the cue of each quote.

use super::cue;
use super::link::LinkModel;
use super::speaker::{Candidate, Stretch, Voice};
use crate::gazetteer::{Class, List};
use crate::reading::{ROLE_HEADS, Reading};
use crate::token::{Gap, Shape};
use std::ops::Range;

/// Quotes with their cues. The second part of a quotation that a cue cuts in two (`“A,” she said, “b.”`) has the same.
pub fn stretches(reading: &Reading, quotes: &[Range<usize>], cues: &LinkModel) -> Vec<Stretch> {
    let found = cue::cues(reading, quotes, cues);
    quotes.iter().zip(found).map(|(q, cue)| Stretch { tokens: q.clone(), cue }).collect()
}

/// Nouns that can speak where nobody is named: `a front-line doctor`, `one of the participants`.
pub fn nouns(reading: &Reading, taken: &impl Fn(usize) -> bool) -> Vec<Candidate> {
    let mut out: Vec<Candidate> = Vec::new();
    for hit in reading.lookup.hits.iter().filter(|h| h.list == List::SpeakerNouns) {
        let (start, end) = (hit.start as usize, hit.end as usize);
        if taken(start)
            || reading.tokens[start].shape != Shape::Lower
            || out.last().is_some_and(|c| c.tokens.end > start)
        {
            continue;
        }
        let begin = phrase_start(reading, start, taken);
        out.push(Candidate { tokens: begin..end, voice: Voice::Noun });
    }
    out
}

/// Offices with their holders, in text order, by their words.
pub struct Stated<'a> {
    reading: &'a Reading<'a>,
    roles: &'a [Range<usize>],
    holders: &'a [Option<usize>],
    /// The words of offices that have a holder, each with the number of its office.
    words: Vec<(u64, usize)>,
}

impl<'a> Stated<'a> {
    /// Offices with the entity number of their holder.
    pub fn new(reading: &'a Reading<'a>, roles: &'a [Range<usize>], holders: &'a [Option<usize>]) -> Self {
        let held = roles.iter().enumerate().filter(|(n, _)| holders[*n].is_some());
        let words = held.flat_map(|(n, role)| reading.tokens[role.clone()].iter().map(move |t| (t.hash, n)));
        let mut words: Vec<(u64, usize)> = words.collect();
        words.sort_unstable();
        Stated { reading, roles, holders, words }
    }

    /// The holder of the last office before that has the same head word.
    pub fn holder_before(&self, office: &Range<usize>) -> Option<usize> {
        let head = office.clone().rev().find(|i| self.reading.classes[*i].any(ROLE_HEADS))?;
        let word = self.reading.tokens[head].hash;
        let before = self.roles.partition_point(|role| role.end <= office.start);
        let known = &self.words[..self.words.partition_point(|w| *w < (word, before))];
        self.holders[known.last().filter(|w| w.0 == word)?.1]
    }
}

/// Offices that point back to a holder: `the Minister noted`. The holder is that of the last office before with the
/// same head word.
pub fn offices(reading: &Reading, stated: &Stated, taken: &impl Fn(usize) -> bool) -> Vec<Candidate> {
    let mut out = Vec::new();
    for at in 1..reading.len() {
        let definite = reading.classes[at - 1].any(&[Class::The, Class::Owner]);
        if !definite || taken(at) {
            continue;
        }
        // the head may stand behind a modifier or two: `the State Minister`
        let Some(head) = (at..(at + 3).min(reading.len())).find(|i| reading.classes[*i].any(ROLE_HEADS))
        else {
            continue;
        };
        if (at..=head).any(|i| taken(i) || !reading.tokens[i].is_word()) {
            continue;
        }
        let mut end = head + 1;
        while end < reading.len()
            && reading.classes[end].any(ROLE_HEADS)
            && reading.tokens[end].gap <= Gap::Line
            && !taken(end)
        {
            end += 1;
        }
        if let Some(holder) = stated.holder_before(&(at..end)) {
            out.push(Candidate { tokens: at..end, voice: Voice::Role(Some(holder)) });
        }
    }
    out
}

/// Back over adjectives to the article: `a front-line doctor`; over `one of the`.
fn phrase_start(reading: &Reading, noun: usize, taken: &impl Fn(usize) -> bool) -> usize {
    let mut at = noun;
    while at > 0 && noun - at < 6 {
        let classes = reading.classes[at - 1];
        if taken(at - 1) && !reading.tokens[at - 1].is_word() {
            break;
        }
        if classes.any(&[Class::The, Class::Article, Class::Determiner, Class::Owner]) {
            at -= 1;
            if at > 1 && reading.is(at - 1, Class::Of) {
                return at.saturating_sub(2);
            }
            return at;
        }
        let adjective = reading.tokens[at - 1].is_word()
            && !classes.any(&[
                Class::Reporting,
                Class::Auxiliary,
                Class::And,
                Class::Of,
                Class::By,
                Class::To,
                Class::Pronoun,
                Class::Preposition,
                Class::Conjunction,
                Class::In,
                Class::With,
            ])
            || classes.has(Class::Hyphen);
        if !adjective || reading.tokens[at].gap == Gap::Blank {
            break;
        }
        at -= 1;
    }
    noun
}
