//! The whole way of one document: segment, read, propose and weigh, resolve.

use crate::evidence::stages::{Stage, stages};
use crate::evidence::{Models, read_page};
use crate::found;
use crate::gazetteer;
use crate::kind::Kind;
use crate::reading::Reading;
use crate::resolve::{self, organisation};
use crate::rules::money;
use crate::segment::{self, OutsideKind, Precision};
use std::collections::BTreeMap;

/// Names of evidence a mention, where nobody asks for more.
const EVIDENCE: usize = 4;

/// Finds everything in a page's text.
///
/// `text` is the decoded document; all places in the answer are bytes of it. Never fails: a page without any dated
/// heading is one item, an empty one has none.
pub fn extract(text: &str) -> found::Page {
    extract_with(text, Models::embedded(), EVIDENCE)
}

/// The same with weights of one's own, and with at most `evidence` names of evidence a mention.
pub fn extract_with(text: &str, models: &Models, evidence: usize) -> found::Page {
    let items = segment::items(text, &models.links.scheme);
    let readings = read(text, &items);
    let mentions = read_page(&readings, models, evidence);
    let mut defined = organisation::Defined::new();
    for (reading, found) in readings.iter().zip(&mentions) {
        let bodies: Vec<_> = found.organisations.iter().map(|m| m.tokens.clone()).collect();
        organisation::define(reading, &bodies, &mut defined);
    }
    let found = items.iter().zip(&readings).zip(mentions).map(|((item, reading), mentions)| found::Item {
        date: item.date.as_ref().map(|d| found::ItemDate {
            edtf: d.edtf.clone(),
            start: d.start.clone(),
            end: d.end.clone(),
            precision: match d.precision {
                Precision::Day => "day",
                Precision::Month => "month",
                Precision::Year => "year",
            },
            span: d.span,
        }),
        title: item.title.map(|span| (segment::title_text(text, span), span)),
        ..resolve::resolve(reading, mentions, &defined, &models.links)
    });
    found::Page {
        title: segment::page_title(text, &items).map(|span| segment::title_text(text, span)),
        outside: segment::outside(text, &items)
            .into_iter()
            .map(|(span, kind)| {
                let kind = match kind {
                    OutsideKind::Preamble => "preamble",
                    OutsideKind::Footer => "footer",
                    OutsideKind::Skipped => "skipped",
                };
                (span, kind)
            })
            .collect(),
        items: found.collect(),
        warnings: Vec::new(),
    }
}

/// Every candidate of a page by type and place, in bytes, with the last stage that it comes to. Money, which is found
/// without candidates, comes to the last.
pub fn proposed_with(text: &str, models: &Models) -> BTreeMap<(Kind, usize, usize), Stage> {
    let readings = read(text, &segment::items(text, &models.links.scheme));
    let mut out = BTreeMap::new();
    for (reading, amounts) in readings.iter().zip(money::find(&readings)) {
        let place = |kind, start: usize, end: usize| {
            let span = reading.bytes(start, end);
            (kind, span.start, span.end)
        };
        let staged = stages(reading, models).into_iter();
        out.extend(staged.map(|((kind, start, end), s)| (place(kind, start as usize, end as usize), s)));
        out.extend(amounts.iter().map(|a| (place(Kind::Money, a.start, a.end), Stage::Second)));
    }
    out
}

fn read<'t>(text: &'t str, items: &[segment::Item]) -> Vec<Reading<'t>> {
    let index = gazetteer::embedded();
    items.iter().map(|item| Reading::new(text, item.span, heading_end(item), index)).collect()
}

fn heading_end(item: &segment::Item) -> usize {
    let title = item.title.map(|t| t.end);
    let date = item.date.as_ref().map(|d| d.span.end);
    title.max(date).unwrap_or(item.span.start).min(item.span.end)
}
