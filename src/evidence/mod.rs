//! Weighing: candidates to mentions. Named evidence describes each candidate, fitted weights score it, the best set
//! without overlap is chosen, exactly. Two rounds: the first sees an item alone, the second also what the first
//! found on the whole page.

pub mod describe;
pub mod explain;
pub mod facts;
pub mod family;
pub mod filter;
pub mod lattice;
pub mod layout;
pub mod model;
pub mod page;
pub mod second;
pub mod sink;
pub mod stages;
pub mod view;
pub mod weigh;

use crate::kind::Kind;
use crate::reading::Reading;
use crate::resolve::Mentions;
use crate::rules::{self, Candidate};
use explain::{Explained, Strongest, explain};
use filter::Starts;
pub use model::Models;
use page::{FirstRound, Page, Round};
use second::Second;
use view::View;
use weigh::weigh;

/// Candidates of a type's first round in an item. They begin where the filter lets them; roles are proposed near
/// `people`, the first round's persons, only.
pub fn propose(kind: Kind, reading: &Reading, starts: &Starts, people: &Round) -> Vec<Candidate> {
    let may = |at: usize| starts.may(kind, at);
    match kind {
        Kind::Person => rules::person::propose(reading, &may),
        Kind::Organisation => rules::organisation::propose(reading, &may),
        Kind::Role => {
            let near = filter::near_people(reading, people);
            rules::role::propose(reading, &|at| may(at) && near(at))
        }
        _ => Vec::new(),
    }
}

/// What each type reads in an item alone.
pub fn first_round(reading: &Reading, models: &Models) -> FirstRound {
    let starts = Starts::new(reading, &models.filters);
    let run = |i: usize, people: &Round| {
        let kind = model::FIRST[i];
        let view = View { kind, reading, second: None };
        weigh(&models.first[i], &view, propose(kind, reading, &starts, people), &[])
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
pub fn remaining(kind: Kind, reading: &Reading, first: &FirstRound) -> (Vec<Candidate>, Vec<f64>) {
    const IMPOSSIBLE: f64 = 0.004;
    match (first.of(kind), kind) {
        (Some(round), _) => {
            let left = round.candidates.iter().zip(&round.probability).filter(|(_, p)| **p >= IMPOSSIBLE);
            let most = round.candidates.len();
            let mut out = (Vec::with_capacity(most), Vec::with_capacity(most));
            out.extend(left);
            out
        }
        (None, Kind::Country) => (rules::country::propose(reading), Vec::new()),
        (None, Kind::Quote) => (rules::quote::propose(reading), Vec::new()),
        _ => Default::default(),
    }
}

/// What a type reads in an item when the first round of the whole page is known, each chosen mention with its reasons.
fn explained(view: &View, second: Second, models: &Models, named: usize) -> Vec<Explained> {
    let kind = view.kind;
    let table = model::second_table(kind);
    let (model, curve) = (&models.second[table], models.curves[table]);
    let (candidates, own) = remaining(kind, view.reading, second.first);
    let round = weigh(model, view, candidates, &own);
    let mut strongest = Strongest::new(model, named);
    round
        .chosen
        .iter()
        .map(|i| {
            let c = &round.candidates[*i];
            strongest.clear();
            if named > 0 {
                view.whole(c, own.get(*i).copied(), &mut strongest);
            }
            explain(kind, c, round.probability[*i], &strongest, curve)
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
            let second = Second { page: &page, item: n, first: &first[n] };
            let run = |kind| explained(&View { kind, reading, second: Some(second) }, second, models, named);
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
