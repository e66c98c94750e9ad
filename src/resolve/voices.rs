//! Who and what could speak in an item, and the cue of each quote.

use super::cue;
use super::speaker::{Candidate, Stretch, Voice};
use crate::gazetteer::{Class, List};
use crate::ranker::Ranker;
use crate::reading::{ROLE_HEADS, Reading};
use crate::token::{Gap, Shape};
use std::ops::Range;

/// Quotes with their cues. The second part of a quotation that a cue cuts in two (`“A,” she said, “b.”`) has the same.
pub fn stretches(reading: &Reading, quotes: &[Range<usize>], cues: &Ranker) -> Vec<Stretch> {
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
        let end = if reading.is(end, Class::Of) { end } else { complement_end(reading, end, reading.len()) };
        out.push(Candidate { tokens: begin..end, voice: Voice::Noun });
    }
    out
}

/// Phrases that are the subject of a reporting verb though no list has their noun: `the jury said`, `asked a customs
/// officer`. At most two a verb: beside it, and at the start of its sentence.
pub fn subjects(reading: &Reading, quotes: &[Stretch], taken: &impl Fn(usize) -> bool) -> Vec<Candidate> {
    let mut out: Vec<Candidate> = Vec::new();
    let mut add = |phrase: Range<usize>| {
        let new =
            !out.iter().rev().take(4).any(|c| c.tokens.start < phrase.end && phrase.start < c.tokens.end);
        if !phrase.is_empty() && new && !phrase.clone().any(taken) {
            out.push(Candidate { tokens: phrase, voice: Voice::Noun });
        }
    };
    for quote in quotes {
        let Some(cue) = &quote.cue else { continue };
        let from = reading.sentence.partition_point(|s| *s < reading.sentence[cue.start]);
        let from = if cue.start >= quote.tokens.end { from.max(quote.tokens.end) } else { from };
        let mut start = from;
        while start < cue.start && !reading.tokens[start].is_word() {
            start += 1;
        }
        add(phrase_at(reading, start, cue.start));
        add(phrase_at(reading, cue.end, (cue.end + 8).min(reading.len())));
    }
    out
}

/// The noun phrase that begins at a token and ends before another: an article and the words behind it, up to the
/// first that cannot belong to it; without an article only where it is a plural.
fn phrase_at(reading: &Reading, start: usize, most: usize) -> Range<usize> {
    let opens = &[Class::The, Class::Article, Class::Determiner, Class::Owner];
    let opened = reading.classes_at(start as isize).any(opens);
    let no_part = &[
        Class::The,
        Class::Article,
        Class::Determiner,
        Class::Owner,
        Class::Pronoun,
        Class::Object,
        Class::Conjunction,
        Class::Auxiliary,
        Class::Adverb,
        Class::And,
        Class::Or,
        Class::Of,
        Class::For,
        Class::To,
        Class::In,
        Class::At,
        Class::With,
        Class::On,
        Class::By,
        Class::From,
        Class::As,
        Class::Preposition,
        Class::Reporting,
    ];
    let mut end = start + usize::from(opened);
    while end < most.min(start + 6) && reading.tokens[end].is_word() && !reading.classes[end].any(no_part) {
        end += 1;
    }
    let words = end - start - usize::from(opened);
    let end = if words > 0 { complement_end(reading, end, most) } else { end };
    let plural = words == 1 && reading.is(start, Class::Plural);
    if words > 0 && (opened || plural) { start..end } else { start..start }
}

/// Where a noun phrase ends that goes on behind its noun: `the Heads of Mission`, `a gentleman from the Turkish
/// embassy`; without more it ends where it ended.
fn complement_end(reading: &Reading, end: usize, most: usize) -> usize {
    let capital = |at: usize| at < most && reading.tokens[at].is_capitalised();
    if reading.is(end, Class::Of) && capital(end + 1) {
        return end + 2;
    }
    if !reading.classes_at(end as isize).any(&[Class::For, Class::From]) || end + 1 >= most {
        return end;
    }
    let mut at = end + 1 + usize::from(reading.is(end + 1, Class::The));
    while capital(at) {
        at += 1;
    }
    let noun = at < most
        && reading.tokens[at].shape == Shape::Lower
        && !reading.classes[at].any(&[Class::Reporting, Class::Auxiliary, Class::Adverb, Class::Pronoun]);
    if noun { at + 1 } else { at.max(end) }
}

/// Words outside all mentions that are a person's name all the same: the last word of one known person's names, and of
/// nobody else's. `people` are the mentions with their person.
pub fn names(
    reading: &Reading,
    people: &[Range<usize>],
    entity: &[usize],
    taken: &impl Fn(usize) -> bool,
) -> Vec<Candidate> {
    let last = |m: &Range<usize>| m.clone().rev().find(|i| reading.tokens[*i].is_word());
    let word = |at: usize| (reading.tokens[at].hash, at);
    let mut known: Vec<(u64, usize)> =
        people.iter().zip(entity).filter_map(|(m, person)| last(m).map(|at| (word(at).0, *person))).collect();
    known.sort_unstable();
    known.dedup();
    let bearer = |hash: u64| {
        let first = known.partition_point(|(w, _)| *w < hash);
        let mut all = known[first..].iter().take_while(|(w, _)| *w == hash);
        let bearer = all.next()?.1;
        all.next().is_none().then_some(bearer)
    };
    let is_name = |at: &usize| {
        let token = &reading.tokens[*at];
        token.is_capitalised() && token.shape != Shape::Initial && !taken(*at)
    };
    (reading.body..reading.len())
        .filter(is_name)
        .filter_map(|at| {
            let person = bearer(reading.tokens[at].hash)?;
            Some(Candidate { tokens: at..at + 1, voice: Voice::Person(person) })
        })
        .collect()
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
