//! Weights from gold: reads gold documents, proposes and describes as the extractor does, and fits the weights that
//! make gold the likeliest set of mentions (maximum conditional likelihood with an L2 penalty).
//!
//! The second round must see first-round answers as good as those it will meet, so they come from models that have
//! not seen the document (five folds over whole documents). The same folds give the figures that are reported.

pub mod corpus;
mod filters;
mod links;
mod optimise;
mod scheme;
mod tally;
mod train;

use crate::evidence::family::Family;
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
use tally::Tally;
use train::{Example, train};

/// Folds over whole documents.
pub const FOLDS: usize = 5;

/// What a fit may learn from, and what it lists.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Evidence that gets no weight.
    pub without: Vec<Family>,
    /// How many of a hundred documents with our guidelines are learnt from; the held-out figures of mentions are those of all,
    /// those of links only of these.
    pub share: usize,
    /// Most held-out errors listed of a type.
    pub errors: usize,
}

impl Default for Plan {
    /// All evidence, all documents, no errors.
    fn default() -> Self {
        Plan { without: Vec::new(), share: 100, errors: 0 }
    }
}

impl Plan {
    /// Whether a piece of evidence may get a weight.
    fn weighs(&self, id: u32) -> bool {
        !self.without.iter().any(|family| family.has(id))
    }

    /// For each document whether it may be learnt from. Multiples of the golden section deal them out evenly over the
    /// whole row; a smaller share is part of a larger one.
    fn learnt(&self, documents: &[FitDocument]) -> Vec<bool> {
        let mut own: Vec<usize> = (0..documents.len()).filter(|d| documents[*d].domain.is_none()).collect();
        own.sort_by_key(|d| d * 618_034 % 1_000_000);
        let mut learnt = vec![true; documents.len()];
        own[(own.len() * self.share).div_ceil(100)..].iter().for_each(|d| learnt[*d] = false);
        learnt
    }
}

/// Fits all tables; returns them with a report for people.
pub fn fit(documents: &[FitDocument], plan: &Plan) -> (Models, String) {
    let mut report = String::new();
    let mut models = Models::default();
    let learnt = plan.learnt(documents);
    let own = || documents.iter().zip(&learnt).filter(|(d, _)| d.domain.is_none());
    let (all, some) = (own().count(), own().filter(|(_, learnt)| **learnt).count());
    if some < all {
        let _ = writeln!(report, "{:<22}{some} of {all} documents", "learnt from");
    }
    let weighs = |id| plan.weighs(id);
    let all_models = |examples: &[Example]| train(examples, |d| learnt[d], weighs);
    let fold_models = |examples: &[Example]| -> Vec<Model> {
        let one = |k| train(examples, |d| learnt[d] && documents[d].fold != k, weighs);
        (0..FOLDS).into_par_iter().map(one).collect()
    };
    for (i, kind) in FILTERED.into_iter().enumerate() {
        models.filters[i] = filters::fit(documents, kind, &learnt, weighs, &mut report);
    }
    // first round, and for each fold the answers of models that have not seen it
    let mut rounds: Vec<Vec<FirstRound>> =
        documents.iter().map(|d| vec![FirstRound::default(); d.items.len()]).collect();
    for (i, kind) in FIRST.into_iter().enumerate() {
        let examples = examples(documents, kind, Context { rounds: &rounds, pages: None, models: &models });
        models.first[i] = all_models(&examples);
        let folds = fold_models(&examples);
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
        let folds = fold_models(&examples);
        let answers: Vec<Vec<Round>> = documents
            .par_iter()
            .enumerate()
            .map(|(d, document)| {
                (0..document.items.len())
                    .map(|n| context.answer(&folds[document.fold], kind, d, n, document))
                    .collect()
            })
            .collect();
        models.second[i] = all_models(&examples);
        let tally = tally(documents, kind, |d, n| &answers[d][n]);
        models.curves[i] = tally.curve();
        let calibration = tally.reliability(models.curves[i]).error();
        let _ = writeln!(report, "{:<22}{}  ECE {calibration:.3}", kind.name(), tally);
        if plan.errors > 0 {
            let _ = writeln!(report, "  errors by kind: {}", tally.kinds());
        }
        for error in tally.errors.iter().take(plan.errors) {
            let _ = writeln!(report, "  {error}");
        }
    }
    links::fit(documents, &learnt, &mut models, &mut report);
    models.links.scheme = scheme::fit(documents, &learnt, &mut report);
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
