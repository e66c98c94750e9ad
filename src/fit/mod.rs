//! Weights from gold: reads gold documents, proposes and describes as the extractor does, and fits the weights that
//! make gold the likeliest set of mentions (maximum conditional likelihood with an L2 penalty).
//!
//! The second round must see first-round answers as good as those it will meet, so they come from models that have
//! not seen the document (five folds over whole documents). The same folds give the figures that are reported.

pub mod corpus;
mod filters;
mod links;
mod optimise;
mod train;

use crate::evidence::filter::{FILTERED, Starts};
use crate::evidence::model::{FIRST, Model, Models, SECOND};
use crate::evidence::page::{FirstRound, Page, Round};
use crate::evidence::second::Second;
use crate::evidence::view::View;
use crate::evidence::weigh::weigh;
use crate::evidence::{propose, remaining};
use crate::kind::Kind;
use corpus::{FitDocument, FitItem};
use rayon::prelude::*;
use std::fmt::Write;
use train::{Example, Tally, train};

/// Folds over whole documents.
pub const FOLDS: usize = 5;

/// Fits all tables; returns them with a report for people.
pub fn fit(documents: &[FitDocument], errors: usize) -> (Models, String) {
    let mut report = String::new();
    let mut models = Models::default();
    for (i, kind) in FILTERED.into_iter().enumerate() {
        models.filters[i] = filters::fit(documents, kind, &mut report);
    }
    // first round, and for each fold the answers of models that have not seen it
    let mut rounds: Vec<Vec<FirstRound>> =
        documents.iter().map(|d| vec![FirstRound::default(); d.items.len()]).collect();
    for (i, kind) in FIRST.into_iter().enumerate() {
        let examples = examples(documents, kind, Context { rounds: &rounds, pages: None, models: &models });
        models.first[i] = train(&examples, |_| true);
        let folds: Vec<Model> =
            (0..FOLDS).into_par_iter().map(|k| train(&examples, |d| documents[d].fold != k)).collect();
        for (d, document) in documents.iter().enumerate() {
            for (n, item) in document.items.iter().enumerate() {
                let round = answer(&folds[document.fold], kind, item, &models, &rounds[d][n].person);
                match kind {
                    Kind::Person => rounds[d][n].person = round,
                    Kind::Organisation => rounds[d][n].organisation = round,
                    _ => rounds[d][n].role = round,
                }
            }
        }
        let tally = tally(documents, kind, |d, n| match kind {
            Kind::Person => &rounds[d][n].person,
            Kind::Organisation => &rounds[d][n].organisation,
            _ => &rounds[d][n].role,
        });
        let _ = writeln!(report, "{:<22}{}", format!("{}.first", kind.name()), tally);
    }
    let pages: Vec<Page> = documents
        .iter()
        .zip(&rounds)
        .map(|(d, r)| Page::new(d.items.iter().map(|i| &i.reading).zip(r)))
        .collect();
    for (i, kind) in SECOND.into_iter().enumerate() {
        let context = Context { rounds: &rounds, pages: Some(&pages), models: &models };
        let examples = examples(documents, kind, context);
        let folds: Vec<Model> =
            (0..FOLDS).into_par_iter().map(|k| train(&examples, |d| documents[d].fold != k)).collect();
        let answers: Vec<Vec<Round>> = documents
            .par_iter()
            .enumerate()
            .map(|(d, document)| {
                (0..document.items.len())
                    .map(|n| context.answer(&folds[document.fold], kind, d, n, document))
                    .collect()
            })
            .collect();
        models.second[i] = train(&examples, |_| true);
        let tally = tally(documents, kind, |d, n| &answers[d][n]);
        models.curves[i] = tally.curve();
        let _ = writeln!(report, "{:<22}{}", kind.name(), tally);
        for error in tally.errors.iter().take(errors) {
            let _ = writeln!(report, "  {error}");
        }
    }
    links::fit(documents, &mut models, &mut report);
    (models, report)
}

#[derive(Clone, Copy)]
struct Context<'a> {
    rounds: &'a [Vec<FirstRound>],
    /// what is known of the pages, in the second round
    pages: Option<&'a [Page]>,
    models: &'a Models,
}

impl Context<'_> {
    fn answer(&self, model: &Model, kind: Kind, d: usize, n: usize, document: &FitDocument) -> Round {
        let item = &document.items[n];
        let first = &self.rounds[d][n];
        let (candidates, own) = remaining(kind, &item.reading, first);
        let second = self.pages.map(|pages| Second { page: &pages[d], item: n, first });
        weigh(model, &View { kind, reading: &item.reading, second }, candidates, &own)
    }
}

fn answer(model: &Model, kind: Kind, item: &FitItem, models: &Models, people: &Round) -> Round {
    let view = View { kind, reading: &item.reading, second: None };
    let starts = Starts::new(&item.reading, &models.filters);
    weigh(model, &view, propose(kind, &item.reading, &starts, people), &[])
}

/// One example an item of every document in which the type is annotated in full.
fn examples(documents: &[FitDocument], kind: Kind, context: Context) -> Vec<Example> {
    documents
        .par_iter()
        .enumerate()
        .filter(|(_, d)| d.trains(kind))
        .flat_map_iter(|(d, document)| {
            document.items.iter().enumerate().map(move |(n, item)| {
                let round = &context.rounds[d][n];
                let second = context.pages.map(|pages| Second { page: &pages[d], item: n, first: round });
                let (candidates, own) = match second {
                    Some(_) => remaining(kind, &item.reading, round),
                    None => {
                        let starts = Starts::new(&item.reading, &context.models.filters);
                        (propose(kind, &item.reading, &starts, &round.person), Vec::new())
                    }
                };
                let view = View { kind, reading: &item.reading, second };
                Example::new(d, document.weight, item, kind, &candidates, |i, c, ids| {
                    view.whole(c, own.get(i).copied(), ids);
                    ids.extend(document.domain);
                })
            })
        })
        .collect()
}

fn tally<'r>(documents: &[FitDocument], kind: Kind, round: impl Fn(usize, usize) -> &'r Round) -> Tally {
    let mut tally = Tally::default();
    for (d, document) in documents.iter().enumerate().filter(|(_, d)| d.domain.is_none() && d.trains(kind)) {
        for (n, item) in document.items.iter().enumerate() {
            tally.add(&document.name, item, kind, round(d, n));
        }
    }
    tally
}
