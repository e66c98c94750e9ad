//! Weights of the readings of a page: which of its dated lines head items, and where their titles stand.

use super::FOLDS;
use super::corpus::{FitDocument, GoldHeading};
use super::links::{Pair, Rivals, train_exclusive};
use crate::eval::normal::same_title;
use crate::ranker::Ranker;
use crate::segment::scheme::{CLUES, LEAD, tells_choice, tells_scheme};
use crate::segment::{Item, readings, title_text};
use std::fmt::Write;

/// One reading of a page.
struct Reading {
    clues: Vec<u16>,
    items: usize,
    /// Items that are gold's.
    hits: usize,
}

/// A page's readings with what of each is right.
struct Page {
    fold: usize,
    /// The rules of the readers of single lines were made without it.
    unknown: bool,
    gold: usize,
    readings: Vec<Reading>,
}

/// What a weight costs: between 0.3 and 3 the held-out figures are the same.
const COST: f64 = 1.0;

/// Fits the table from the documents that are `learnt` from, and reports figures held out of these.
pub fn fit(documents: &[FitDocument], learnt: &[bool], report: &mut String) -> Ranker {
    let pages: Vec<Page> =
        documents.iter().zip(learnt).filter(|(_, l)| **l).filter_map(|(d, _)| page(d)).collect();
    let groups: Vec<Rivals> = pages.iter().flat_map(|p| [rivals(p), free(p)]).collect();
    let train = |take: &dyn Fn(usize) -> bool| train_exclusive(&groups, CLUES, take, |_| COST);
    let (mut right, mut found, mut gold) = (0, 0, 0);
    for fold in 0..FOLDS {
        let model = train(&|f| f != fold);
        for page in pages.iter().filter(|p| p.fold == fold) {
            let best = preferred(page, &model);
            (right, found, gold) = (right + best.hits, found + best.items, gold + page.gold);
        }
    }
    let best: usize = pages.iter().filter_map(|p| p.readings.iter().map(|r| r.hits).max()).sum();
    let _ = writeln!(
        report,
        "{:<22}F1 {:.3}, right {right} of {gold}, possible {best}",
        "items",
        2.0 * right as f64 / (found + gold).max(1) as f64
    );
    let mut model = train(&|_| true);
    model.threshold = bound(&pages, &model);
    model
}

/// From which score of its own on the reading of the readers of single lines is taken without a look at others: of the
/// pages above it that are unknown to them at most one in fifty has a better reading that would be preferred.
fn bound(pages: &[Page], model: &Ranker) -> f64 {
    let own = |clues: &[u16]| {
        let alone: Vec<u16> = clues.iter().copied().filter(|c| !tells_scheme(*c)).collect();
        model.score(&alone)
    };
    let mut scored: Vec<(f64, bool)> = pages
        .iter()
        .filter(|page| page.unknown)
        .map(|page| {
            let chosen = &page.readings[0];
            (own(&chosen.clues), f1(page, preferred(page, model)) > f1(page, chosen))
        })
        .collect();
    scored.sort_by(|a, b| b.0.total_cmp(&a.0));
    let (mut bound, mut worse) = (f64::MAX, 0);
    for (n, (score, is_worse)) in scored.iter().enumerate() {
        worse += usize::from(*is_worse);
        if worse * 50 <= n + 1 {
            bound = *score;
        }
    }
    bound
}

fn page(document: &FitDocument) -> Option<Page> {
    let gold = document.gold_headings()?;
    let readings = readings(document.text).into_iter().map(|(clues, items)| {
        let hits = hits(document.text, &gold, &items);
        Reading { clues, items: items.len(), hits }
    });
    Some(Page {
        fold: document.fold,
        unknown: document.has_items_alone(),
        gold: gold.len(),
        readings: readings.collect(),
    })
}

fn hits(text: &str, gold: &[GoldHeading], items: &[Item]) -> usize {
    let title = |item: &Item| item.title.map_or_else(String::new, |t| title_text(text, t));
    let same = |gold: &GoldHeading, item: &Item| {
        gold.start.abs_diff(item.span.start) <= 2
            && gold.date == item.date.as_ref().map(|d| d.edtf.as_str())
            && same_title(gold.title, &title(item))
    };
    gold.iter().filter(|g| items.iter().any(|i| same(g, i))).count()
}

/// The reading of the highest score, of equals the first.
fn preferred<'p>(page: &'p Page, model: &Ranker) -> &'p Reading {
    let lead = |n: usize| if n == 0 { LEAD } else { 0.0 };
    let score = |(n, r): &(usize, &Reading)| model.score(&r.clues) + lead(*n);
    let best = page.readings.iter().enumerate().rev().max_by(|a, b| score(a).total_cmp(&score(b)));
    best.expect("every page has the reading of the readers of lines").1
}

fn f1(page: &Page, reading: &Reading) -> f64 {
    2.0 * reading.hits as f64 / (reading.items + page.gold).max(1) as f64
}

/// All readings compete; the best by F1 are right.
fn rivals(page: &Page) -> Rivals {
    let best = page.readings.iter().map(|r| f1(page, r)).fold(0.0, f64::max);
    let pair =
        |r: &Reading| Pair { fold: page.fold, clues: r.clues.clone(), linked: f1(page, r) >= best - 1e-9 };
    if best > 0.0 { page.readings.iter().map(pair).collect() } else { Rivals::new() }
}

/// The same without what the readers of single lines chose, who know the pages that are learnt from too well.
fn free(page: &Page) -> Rivals {
    let carried = |r: &&Reading| r.clues.iter().any(|c| tells_scheme(*c));
    let readings = page
        .readings
        .iter()
        .filter(carried)
        .map(|r| Reading { clues: r.clues.iter().copied().filter(|c| !tells_choice(*c)).collect(), ..*r });
    rivals(&Page { readings: readings.collect(), ..*page })
}
