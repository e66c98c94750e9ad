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

use crate::evidence::filter::FILTERED;
use crate::evidence::model::{FIRST, Model, Models, SECOND};
use crate::evidence::page::{FirstRound, Page, Round};
use crate::evidence::{describe::Evidence, describe_alone, propose, remaining};
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
        models.second[i].threshold = 0.5;
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
        let (candidates, own) = remaining(kind, &item.reading, first, self.models);
        model.run(&item.reading, candidates, |i, c, out| {
            describe_alone(kind, &item.reading, c, out);
            if let Some(pages) = self.pages {
                pages[d].describe(&item.reading, n, first, c, own.get(i).copied(), out);
            }
        })
    }
}

fn answer(model: &Model, kind: Kind, item: &FitItem, models: &Models, people: &Round) -> Round {
    model.run(&item.reading, propose(kind, &item.reading, models, people), |_, c, out| {
        describe_alone(kind, &item.reading, c, out);
    })
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
                let page = context.pages.map(|pages| &pages[d]);
                let (candidates, own) = match page {
                    Some(_) => remaining(kind, &item.reading, round, context.models),
                    None => (propose(kind, &item.reading, context.models, &round.person), Vec::new()),
                };
                Example::new(d, document.weight, item, kind, &candidates, |i, c, ids| {
                    let mut out = Evidence::whole(ids);
                    describe_alone(kind, &item.reading, c, &mut out);
                    if let Some(page) = page {
                        page.describe(&item.reading, n, round, c, own.get(i).copied(), &mut out);
                    }
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
