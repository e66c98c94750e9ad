//! Mentions to entities and relations: what was chosen in an item becomes people, roles with holders, organisations,
//! countries, money and quotes with speakers.

pub mod alias;
mod beside;
pub mod confidence;
pub mod country;
pub mod cue;
pub mod holder;
pub mod organisation;
pub mod speaker;
pub mod voices;

use crate::document::Span;
use crate::evidence::explain::Explained;
use crate::found::{self, Evidence};
use crate::gazetteer::Class;
use crate::ranker::Ranker;
use crate::reading::Reading;
use crate::rules::money::Amount;
use crate::segment::scheme;
use organisation::Defined;
use speaker::Voice;
use std::collections::HashMap;
use std::ops::Range;

/// The mentions of one item, by type, in text order.
pub struct Mentions {
    /// people
    pub people: Vec<Explained>,
    /// roles
    pub roles: Vec<Explained>,
    /// organisations
    pub organisations: Vec<Explained>,
    /// countries
    pub countries: Vec<Explained>,
    /// quotes
    pub quotes: Vec<Explained>,
    /// amounts
    pub money: Vec<Amount>,
}

/// The fitted tables of the links.
#[derive(Clone, Debug)]
pub struct Links {
    /// roles to people
    pub holder: Ranker,
    /// quotes to speakers
    pub speaker: Ranker,
    /// quotes to reporting verbs
    pub cue: Ranker,
    /// pages to the reading of their headings
    pub scheme: Ranker,
}

impl Default for Links {
    fn default() -> Self {
        Links {
            holder: Ranker::new(holder::Clue::ALL.len()),
            speaker: Ranker::new(speaker::WEIGHTS),
            cue: Ranker::new(cue::WEIGHTS),
            scheme: Ranker::new(scheme::CLUES),
        }
    }
}

impl Links {
    /// Each table with the names of its clues.
    pub fn tables(&self) -> [(&'static str, Vec<String>, &Ranker); 4] {
        [
            ("holder", holder::Clue::ALL.iter().map(|c| c.name().to_owned()).collect(), &self.holder),
            ("speaker", speaker::names(), &self.speaker),
            ("cue", cue::names(), &self.cue),
            ("scheme", scheme::names(), &self.scheme),
        ]
    }

    /// Sets a weight or threshold by name; false where the table is none of the links'.
    pub fn set(&mut self, table: &str, name: &str, value: f32) -> bool {
        let (model, clue) = match table {
            "holder" => (&mut self.holder, holder::Clue::index(name)),
            "speaker" => (&mut self.speaker, speaker::index(name)),
            "cue" => (&mut self.cue, cue::index(name)),
            "scheme" => (&mut self.scheme, scheme::index(name)),
            _ => return false,
        };
        if name == "threshold" {
            model.threshold = f64::from(value);
        } else if let Some(clue) = clue {
            model.weights[clue] = value;
        }
        true
    }
}

fn ranges(mentions: &[Explained]) -> Vec<Range<usize>> {
    mentions.iter().map(|m| m.tokens.clone()).collect()
}

/// A mention as it is given out; its reasons go with it.
fn mention(reading: &Reading, explained: &mut Explained) -> found::Mention {
    found::Mention {
        span: reading.bytes(explained.tokens.start, explained.tokens.end),
        rule: explained.rule,
        confidence: explained.confidence,
        evidence: std::mem::take(&mut explained.evidence).into_iter().map(Evidence::Weighed).collect(),
    }
}

/// Links an item's mentions. `defined` holds the acronyms that the page defines.
pub fn resolve(reading: &Reading, mut mentions: Mentions, defined: &Defined, links: &Links) -> found::Item {
    let mut item = found::Item { span: reading.span, ..Default::default() };
    let people_at = ranges(&mentions.people);
    let people = alias::people(reading, &people_at);
    let mut entity = vec![0; people_at.len()];
    for (n, person) in people.iter().enumerate() {
        person.mentions.iter().for_each(|m| entity[*m] = n);
    }
    let countries_at = ranges(&mentions.countries);
    item.countries = countries(reading, &mut mentions.countries);
    let codes: Vec<&str> = item.countries.iter().map(|c| c.code.as_str()).collect();
    let bodies_at = ranges(&mentions.organisations);
    let bodies = organisation::organisations(reading, &bodies_at, defined, &codes);
    let mut body = vec![0; bodies_at.len()];
    for (n, organisation) in bodies.iter().enumerate() {
        organisation.mentions.iter().for_each(|m| body[*m] = n);
    }
    let roles_at = ranges(&mentions.roles);
    let holders = holder::holders(reading, &people_at, &entity, &roles_at, &links.holder);
    let spans: Places = (&people_at, &bodies_at, &roles_at);
    item.quotes =
        quotes(reading, &mut mentions.quotes, &people, &entity, &bodies, &body, spans, &holders, links);
    item.roles = roles(reading, &mut mentions.roles, &holders, (&bodies_at, &body), &countries_at);
    item.people = people.into_iter().map(|p| person(reading, p, &mut mentions.people)).collect();
    for (r, role) in item.roles.iter().enumerate() {
        role.holders.iter().for_each(|p| item.people[*p].roles.push(r));
    }
    item.organisations = bodies
        .into_iter()
        .map(|o| found::Organisation {
            name: o.name,
            acronym: o.acronym,
            kind: o.kind,
            parent: o.parent,
            wikidata: None,
            mentions: o.mentions.iter().map(|m| mention(reading, &mut mentions.organisations[*m])).collect(),
        })
        .collect();
    item.money = mentions
        .money
        .into_iter()
        .map(|m| found::Money {
            mention: found::Mention {
                span: reading.bytes(m.start, m.end),
                rule: m.rule,
                confidence: confidence::money(&m),
                evidence: vec![Evidence::Currency(m.currency.clone())],
            },
            amount: m.amount,
            amount_max: m.amount_max,
            currency: Some(m.currency),
        })
        .collect();
    item
}

fn person(reading: &Reading, person: alias::Person, mentions: &mut [Explained]) -> found::Person {
    let mut honorifics: Vec<String> = Vec::new();
    for m in &person.mentions {
        let start = mentions[*m].tokens.start;
        let mut from = start;
        while from > 0 && reading.is(from - 1, Class::Honorific) {
            from -= 1;
        }
        if from < start {
            let text = reading.cut(from, start).split_whitespace().collect::<Vec<_>>().join(" ");
            if !honorifics.contains(&text) {
                honorifics.push(text);
            }
        }
    }
    found::Person {
        name: person.name,
        given: person.given,
        family: person.family,
        honorifics,
        mentions: person.mentions.iter().map(|m| mention(reading, &mut mentions[*m])).collect(),
        roles: Vec::new(),
    }
}

/// The mentions that lie in a stretch, by their number; they are in text order, and none overlaps another.
fn within(mentions: &[Range<usize>], stretch: &Range<usize>) -> Range<usize> {
    let first = mentions.partition_point(|m| m.start < stretch.start);
    first..mentions.partition_point(|m| m.end <= stretch.end).max(first)
}

/// One role a title and set of holders: the same words of the same person are one role met twice.
fn roles(
    reading: &Reading,
    mentions: &mut [Explained],
    holders: &[Vec<(usize, f64)>],
    (bodies_at, body): (&[Range<usize>], &[usize]),
    countries_at: &[Range<usize>],
) -> Vec<found::Role> {
    let mut out: Vec<found::Role> = Vec::new();
    let mut known: HashMap<(String, Vec<usize>), usize> = HashMap::new();
    for (n, role) in mentions.iter_mut().enumerate() {
        let mut who: Vec<usize> = holders[n].iter().map(|(p, _)| *p).collect();
        who.sort_unstable();
        let number = *known.entry((organisation::plain(reading, &role.tokens), who)).or_insert(out.len());
        if number == out.len() {
            let mut organisations = body[within(bodies_at, &role.tokens)].to_vec();
            organisations.dedup();
            let forms = countries_at[within(countries_at, &role.tokens)].iter();
            let mut countries: Vec<&str> =
                forms.filter_map(|c| country::form(reading, c)).map(|form| form.code(&[])).collect();
            countries.dedup();
            let countries = countries.into_iter().map(str::to_owned).collect();
            out.push(found::Role { organisations, countries, ..Default::default() });
        }
        out[number].mentions.push(mention(reading, role));
    }
    for ((title, holders), number) in known {
        (out[number].title, out[number].holders) = (title, holders);
    }
    out
}

fn countries(reading: &Reading, mentions: &mut [Explained]) -> Vec<found::Country> {
    let forms: Vec<_> = mentions.iter().map(|m| country::form(reading, &m.tokens)).collect();
    let mut others: Vec<&str> = Vec::new();
    for form in forms.iter().flatten() {
        if !others.contains(&form.code(&[])) {
            others.push(form.code(&[]));
        }
    }
    let mut out: Vec<found::Country> = Vec::new();
    for (m, form) in mentions.iter_mut().zip(&forms) {
        let Some(form) = form else { continue };
        let code = form.code(&others);
        let found = (mention(reading, m), form.kind);
        match out.iter_mut().find(|c| c.code == code) {
            Some(known) => known.mentions.push(found),
            None => out.push(found::Country {
                code: code.to_owned(),
                alpha3: country::alpha3(code).to_owned(),
                name: country::name(code).to_owned(),
                mentions: vec![found],
            }),
        }
    }
    out
}

/// Where people, organisations and roles are named, in tokens and text order.
pub type Places<'a> = (&'a [Range<usize>], &'a [Range<usize>], &'a [Range<usize>]);

/// Everybody and everything that could speak, in text order; roles with their holder where one is known.
pub fn candidates(
    reading: &Reading,
    (people_at, bodies_at, roles_at): Places,
    entity: &[usize],
    body: &[usize],
    holders: &[Option<usize>],
    quotes: &[speaker::Stretch],
) -> Vec<speaker::Candidate> {
    let mut taken = vec![false; reading.len()];
    for range in people_at.iter().chain(bodies_at).chain(roles_at) {
        range.clone().for_each(|t| taken[t] = true);
    }
    let mut out = voices::nouns(reading, &|t| taken[t]);
    // what is said does not tell who says it
    let quoted = |at: usize| quotes.get(quotes.partition_point(|q| q.tokens.end <= at));
    out.retain(|c| quoted(c.tokens.start).is_none_or(|q| q.tokens.start > c.tokens.start));
    out.extend(
        people_at
            .iter()
            .zip(entity)
            .map(|(r, e)| speaker::Candidate { tokens: r.clone(), voice: Voice::Person(*e) }),
    );
    let in_role = |r: &&Range<usize>| {
        roles_at.get(roles_at.partition_point(|o| o.end < r.end)).is_some_and(|o| o.start <= r.start)
    };
    out.extend(
        bodies_at
            .iter()
            .zip(body)
            .filter(|(r, _)| !in_role(r))
            .map(|(r, b)| speaker::Candidate { tokens: r.clone(), voice: Voice::Organisation(*b) }),
    );
    let stated = voices::Stated::new(reading, roles_at, holders);
    out.extend(roles_at.iter().zip(holders).map(|(range, holder)| {
        // an office that nobody beside it holds points back to its holder
        let pointing = range.start > 0
            && reading.is(range.start - 1, Class::The)
            && beside::beside(reading, range, people_at).is_empty();
        let before = || stated.holder_before(range);
        let holder = if pointing { before().or(*holder) } else { holder.or_else(before) };
        speaker::Candidate { tokens: range.clone(), voice: Voice::Role(holder) }
    }));
    let offices = voices::offices(reading, &stated, &|t| taken[t]);
    // `the consul` is the consul who was named, not any
    let pointing = |c: &speaker::Candidate| offices.iter().any(|o| c.tokens.contains(&(o.tokens.end - 1)));
    out.retain(|c| c.voice != Voice::Noun || !pointing(c));
    for candidate in &out {
        candidate.tokens.clone().for_each(|t| taken[t] = true);
    }
    for candidate in offices {
        if candidate.tokens.clone().any(|t| taken[t]) {
            continue;
        }
        candidate.tokens.clone().for_each(|t| taken[t] = true);
        out.push(candidate);
    }
    for candidate in voices::names(reading, people_at, entity, &|t| taken[t]) {
        taken[candidate.tokens.start] = true;
        out.push(candidate);
    }
    out.extend(voices::subjects(reading, quotes, &|t| taken[t]));
    out.sort_by_key(|c| (c.tokens.start, c.tokens.end));
    out
}

#[allow(clippy::too_many_arguments)]
fn quotes(
    reading: &Reading,
    mentions: &mut [Explained],
    people: &[alias::Person],
    entity: &[usize],
    bodies: &[organisation::Organisation],
    body: &[usize],
    (people_at, bodies_at, roles_at): Places,
    holders: &[Vec<(usize, f64)>],
    links: &Links,
) -> Vec<found::Quote> {
    if mentions.is_empty() {
        return Vec::new();
    }
    let stretches = voices::stretches(reading, &ranges(mentions), &links.cue);
    let heads: Vec<Option<usize>> = holders.iter().map(|h| h.first().map(|(p, _)| *p)).collect();
    let candidates = candidates(reading, (people_at, bodies_at, roles_at), entity, body, &heads, &stretches);
    let scene = speaker::Scene { reading, quotes: &stretches, candidates: &candidates };
    let chosen = speaker::speakers(&scene, &links.speaker);
    let mut out: Vec<found::Quote> = Vec::new();
    for (n, quote) in mentions.iter_mut().enumerate() {
        let speakers: Vec<found::Speaker> = chosen[n]
            .iter()
            .map(|(c, _)| {
                let candidate = &candidates[*c];
                let phrase = || organisation::plain(reading, &candidate.tokens);
                match candidate.voice {
                    Voice::Person(p) | Voice::Role(Some(p)) => {
                        found::Speaker { person: Some(p), organisation: None, name: people[p].name.clone() }
                    }
                    Voice::Organisation(o) => {
                        found::Speaker { person: None, organisation: Some(o), name: bodies[o].name.clone() }
                    }
                    Voice::Noun | Voice::Role(None) => {
                        found::Speaker { person: None, organisation: None, name: phrase() }
                    }
                }
            })
            .collect();
        let cue = stretches[n].cue.as_ref().map(|c| reading.bytes(c.start, c.end));
        // a second part of a sentence that the cue cut in two
        let continues = n.checked_sub(1).filter(|before| {
            stretches[*before].cue.is_some()
                && stretches[*before].cue == stretches[n].cue
                && out[*before].speakers.first().map(|s| &s.name) == speakers.first().map(|s| &s.name)
        });
        out.push(found::Quote {
            mention: mention(reading, quote),
            speakers,
            cue: cue.filter(|c: &Span| !c.is_empty()),
            continues,
        });
    }
    out
}
