//! Weighing: candidates to mentions. Named evidence describes each candidate, fitted weights score it, the best set
//! without overlap is chosen, exactly. Two rounds: the first sees an item alone, the second also what the first
//! found on the whole page.

pub mod describe;
pub mod describe_quote;
pub mod explain;
pub mod facts;
pub mod filter;
pub mod lattice;
pub mod layout;
pub mod model;
pub mod page;

use crate::kind::Kind;
use crate::reading::Reading;
use crate::resolve::Mentions;
use crate::rules::{self, Candidate};
use describe::Evidence;
use explain::{Explained, explain};
pub use model::Models;
use page::{FirstRound, Page, Round};

/// Candidates of a type in an item. The filter of a type that has one says where candidates may begin; roles are
/// proposed near `people`, the first round's persons, only.
pub fn propose(kind: Kind, reading: &Reading, models: &Models, people: &Round) -> Vec<Candidate> {
    let starts = filter::FILTERED
        .iter()
        .position(|k| *k == kind)
        .map(|i| filter::starts(kind, reading, &models.filters[i]));
    let may = |at: usize| starts.as_ref().is_none_or(|s| s[at]);
    match kind {
        Kind::Person => rules::person::propose(reading, &may),
        Kind::Role => {
            let near = filter::near_people(reading, people);
            rules::role::propose(reading, &|at| may(at) && near(at))
        }
        Kind::Organisation => rules::organisation::propose(reading, &may),
        Kind::Country => rules::country::propose(reading),
        Kind::Quote => rules::quote::propose(reading),
        Kind::Money => Vec::new(),
    }
}

/// Evidence from the item alone.
pub fn describe_alone(kind: Kind, reading: &Reading, candidate: &Candidate, out: &mut Evidence) {
    if kind == Kind::Quote {
        return describe_quote::quote(reading, candidate, out);
    }
    describe::common(reading, candidate, out);
    match kind {
        Kind::Person => describe::person(reading, candidate, out),
        Kind::Organisation => describe::organisation(reading, candidate, out),
        Kind::Role => describe::role(reading, candidate, out),
        Kind::Country => describe::country(reading, candidate, out),
        Kind::Money | Kind::Quote => {}
    }
}

/// What each type reads in an item alone.
pub fn first_round(reading: &Reading, models: &Models) -> FirstRound {
    let run = |i: usize, people: &Round| {
        let kind = model::FIRST[i];
        models.first[i].run(reading, propose(kind, reading, models, people), |_, c, out| {
            describe_alone(kind, reading, c, out);
        })
    };
    let person = run(0, &Round::default());
    FirstRound { organisation: run(1, &person), role: run(2, &person), person }
}

impl FirstRound {
    /// The round of a type that has one.
    pub fn of(&self, kind: Kind) -> Option<&Round> {
        match kind {
            Kind::Person => Some(&self.person),
            Kind::Organisation => Some(&self.organisation),
            Kind::Role => Some(&self.role),
            _ => None,
        }
    }
}

/// Candidates of the second round with their probability in the first; those that it found all but impossible are
/// gone. A type without a first round has all its candidates and no probabilities.
pub fn remaining(
    kind: Kind,
    reading: &Reading,
    first: &FirstRound,
    models: &Models,
) -> (Vec<Candidate>, Vec<f64>) {
    const IMPOSSIBLE: f64 = 0.004;
    let Some(round) = first.of(kind) else {
        return (propose(kind, reading, models, &first.person), Vec::new());
    };
    round.candidates.iter().zip(&round.probability).filter(|(_, p)| **p >= IMPOSSIBLE).unzip()
}

/// What a type reads in an item when the first round of the whole page is known.
pub fn second_round(
    kind: Kind,
    reading: &Reading,
    item: usize,
    first: &FirstRound,
    page: &Page,
    models: &Models,
) -> Round {
    let (candidates, own) = remaining(kind, reading, first, models);
    let table = model::second_table(kind);
    models.second[table].run(reading, candidates, |i, c, out| {
        describe_alone(kind, reading, c, out);
        page.describe(reading, item, first, c, own.get(i).copied(), out);
    })
}

/// What a type reads in an item, each chosen mention with its reasons.
fn explained(
    kind: Kind,
    reading: &Reading,
    item: usize,
    first: &FirstRound,
    page: &Page,
    models: &Models,
    named: usize,
) -> Vec<Explained> {
    let round = second_round(kind, reading, item, first, page, models);
    let table = model::second_table(kind);
    let (_, own) = remaining(kind, reading, first, models);
    let mut ids = Vec::with_capacity(128);
    round
        .chosen
        .iter()
        .map(|i| {
            let c = &round.candidates[*i];
            ids.clear();
            if named > 0 {
                let mut out = Evidence::whole(&mut ids);
                describe_alone(kind, reading, c, &mut out);
                page.describe(reading, item, first, c, own.get(*i).copied(), &mut out);
            }
            let (model, curve) = (&models.second[table], models.curves[table]);
            explain(kind, c, round.probability[*i], &ids, model, curve, named)
        })
        .collect()
}

/// Both rounds over all items of a page: the mentions of each, with at most `named` reasons.
pub fn read_page(readings: &[Reading], models: &Models, named: usize) -> Vec<Mentions> {
    let first: Vec<FirstRound> = readings.iter().map(|r| first_round(r, models)).collect();
    let page = Page::new(readings.iter().zip(&first));
    let mut money = rules::money::find(readings).into_iter();
    readings
        .iter()
        .enumerate()
        .map(|(n, reading)| {
            let run = |kind| explained(kind, reading, n, &first[n], &page, models, named);
            Mentions {
                people: run(Kind::Person),
                roles: run(Kind::Role),
                organisations: run(Kind::Organisation),
                countries: run(Kind::Country),
                quotes: run(Kind::Quote),
                money: money.next().unwrap_or_default(),
            }
        })
        .collect()
}
