//! From dated lines to the headings of the page.
//!
//! The page is looked at as a whole: each candidate is weighed by where it stands and how it is
//! written, the kind of heading that the page has most of leads, and a candidate of another kind
//! must be strong and fit between its neighbours.
//!
//! `page_date` drops the dates of the page itself and of its sections, `lists` those of programmes and
//! sources, `strays` those of letters, signatures and repeats.

mod lists;
mod page_date;
mod strays;

use std::collections::HashSet;

use super::alike::alike;
use super::candidate::{Candidate, Kind};
use super::date::Order;
use super::line::Page;
use super::reread::{
    read_cells, read_counters, read_names, read_openings, read_places, read_subjects, without_lesser_dates,
    without_running_heads, without_runs,
};
use super::trailing::trailing;
use super::weigh::{Heading, drafts};
use crate::document::Span;
use lists::{drop_runs, without_bare_lists, without_programmes};
use page_date::{without_dated_name, without_mastheads, without_period};
use strays::{without_late_loner, without_repeats, without_signatures, without_strays};

/// What a candidate needs to head an item.
const ENOUGH: i32 = 4;

/// What it needs where the page's headings are of another kind.
const STRONG: i32 = 6;

/// The headings among the candidates, in text order.
pub(super) fn headings(page: &Page, candidates: &[Candidate], order: Order) -> Vec<Heading> {
    let mut candidates = without_running_heads(page, candidates);
    without_lesser_dates(page, &mut candidates);
    without_runs(&mut candidates);
    if let Some(all) = trailing(page, &candidates) {
        return all;
    }
    read_places(page, &mut candidates);
    read_cells(page, &mut candidates);
    read_counters(page, &mut candidates);
    read_subjects(page, &mut candidates);
    read_openings(page, &mut candidates);
    read_names(page, &mut candidates);
    let mut all = drafts(page, &candidates);
    all.retain(|h| h.score >= ENOUGH);
    drop_runs(page, &mut all);
    let all = without_period(page, all);
    let all = leading_kind(page, all, order);
    let all = without_dated_name(page, all);
    let all = without_bare_lists(page, all);
    let all = without_programmes(page, all, order);
    let all = without_strays(page, all);
    let all = without_signatures(page, all, order);
    let all = without_mastheads(page, all);
    let all = without_repeats(page, all, order);
    let all = without_late_loner(page, all);
    without_overlap(page, all)
}

/// The headings of a page that has none: those that are alike in a way of their own.
pub(super) fn unlisted(page: &Page, candidates: Vec<Candidate>, order: Order) -> Vec<Heading> {
    let mut all = alike(page);
    if all.is_empty() {
        return Vec::new();
    }
    let lines: HashSet<usize> = all.iter().map(|c| c.line).collect();
    all.extend(candidates.into_iter().filter(|c| !lines.contains(&c.line)));
    all.sort_by_key(|c| c.line);
    headings(page, &all, order)
}

/// Keeps the kind of heading that the page has most of, and what else is strong.
fn leading_kind(page: &Page, all: Vec<Heading>, order: Order) -> Vec<Heading> {
    let sum = |kind: Kind| all.iter().filter(|h| h.date.kind == kind).map(|h| h.score).sum::<i32>();
    let kinds = [Kind::OneLine, Kind::DateLine, Kind::TitleFirst, Kind::PlaceFirst];
    let first = all.iter().map(|h| h.date.kind).next();
    let rank = |k: Kind| match k {
        Kind::OneLine | Kind::DateLine => sum(k) + if first == Some(k) { 6 } else { 0 },
        // These are often something else: sources, openings of paragraphs.
        Kind::TitleFirst | Kind::PlaceFirst => sum(k) / 2 + if first == Some(k) { 6 } else { 0 },
    };
    let Some(leader) = kinds.into_iter().rev().max_by_key(|&k| rank(k)) else {
        return all;
    };
    let day = |h: &Heading| day(h, order);
    let mut out: Vec<Heading> = Vec::with_capacity(all.len());
    let leaders: Vec<String> = all.iter().filter(|h| h.date.kind == leader).filter_map(day).collect();
    let falling = leaders.windows(2).all(|w| w[0] >= w[1]);
    let rising = leaders.windows(2).all(|w| w[0] <= w[1]);
    for (i, h) in all.iter().enumerate() {
        if h.date.kind == leader {
            let needs_company = matches!(leader, Kind::TitleFirst | Kind::PlaceFirst);
            if needs_company
                && leaders.len() < 2
                && h.date.marks.heading == 0
                && page.text_before(h.first).is_some()
            {
                continue;
            }
            out.push(*h);
            continue;
        }
        let own = day(h);
        let before = all[..i].iter().rev().find(|o| o.date.kind == leader).and_then(day);
        let after = all[i + 1..].iter().find(|o| o.date.kind == leader).and_then(day);
        // A date line that says again what its heading said is part of the body.
        let again = own.is_some() && own == before;
        let fits = match (&own, &before, &after) {
            (Some(d), b, a) if leaders.len() >= 2 && (falling || rising) => {
                let between = |x: &String, y: &String| if falling { x >= y } else { x <= y };
                b.as_ref().is_none_or(|b| between(b, d)) && a.as_ref().is_none_or(|a| between(d, a))
            }
            (Some(_), ..) => leaders.len() >= 2 || before.is_none(),
            _ => false,
        };
        let short = h.title.is_some_and(|t| t.end - t.start <= 100)
            && h.first == page.block_end(h.first)
            && page.starts_block(h.first);
        let rare = h.date.kind == Kind::PlaceFirst
            || h.date.kind == Kind::TitleFirst && h.date.marks.heading == 0 && !short;
        if h.score >= STRONG && !again && fits && !rare && h.title.is_some() {
            out.push(*h);
        }
    }
    out
}

/// The first day of a heading, for comparing; a year is made up where there is none.
pub(super) fn day(h: &Heading, order: Order) -> Option<String> {
    h.date.raw.resolve(order, Some(2000)).map(|d| d.start)
}

/// Where two headings claim a line, the later one keeps its title line.
fn without_overlap(page: &Page, mut all: Vec<Heading>) -> Vec<Heading> {
    all.sort_by_key(|h| h.first);
    let mut out: Vec<Heading> = Vec::with_capacity(all.len());
    for h in all {
        match out.last_mut() {
            Some(before) if before.last >= h.first => {
                if before.date.line < h.first {
                    before.last = before.date.line;
                    let end = page.lines[before.last].end;
                    before.title =
                        before.title.filter(|t| t.start < end).map(|t| Span { end: t.end.min(end), ..t });
                    out.push(h);
                } else if h.score > before.score {
                    *before = h;
                }
            }
            _ => out.push(h),
        }
    }
    out
}
