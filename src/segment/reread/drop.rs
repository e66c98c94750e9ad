//! Dated lines that head nothing: heads of printed pages, lesser dates beside a full one, runs.

use std::collections::HashMap;

use super::super::candidate::{Candidate, Kind};
use super::super::date::Form;
use super::super::joint::Joint;
use super::super::line::Page;

/// How far apart the heads of two printed pages may be, in lines.
const PRINTED_PAGE: usize = 150;

/// Drops lines that recur word for word: the head or foot of every page.
pub(in crate::segment) fn without_running_heads(page: &Page, candidates: &[Candidate]) -> Vec<Candidate> {
    let key = |c: &Candidate| {
        let title = c.title.map_or("", |t| page.slice(t));
        (c.kind, c.raw.from, c.raw.to, title.trim_end_matches(|x: char| x.is_ascii_digit()))
    };
    let mut counts: HashMap<_, (u32, usize)> = HashMap::new();
    for c in candidates {
        let (count, line) = counts.entry(key(c)).or_insert((1, c.line));
        *count += u32::from(c.line > *line && c.line - *line <= PRINTED_PAGE);
        *line = c.line;
    }
    let recurs = |c: &Candidate| {
        let most = if c.kind == Kind::OneLine { 3 } else { 2 };
        c.title.is_some() && c.kind != Kind::DateLine && counts[&key(c)].0 >= most
    };
    candidates.iter().filter(|c| !recurs(c)).copied().collect()
}

/// Drops dates that say less than the one below them: years near a finer date, `[2018] UKSC 12` over
/// `3 May 2018`, and titles that begin with a day, `17 May in Orlo` right above a full date.
pub(in crate::segment) fn without_lesser_dates(page: &Page, candidates: &mut Vec<Candidate>) {
    let begins = |a: &Candidate, b: &Candidate| {
        let full = b.kind == Kind::DateLine && b.raw.has_year() && b.line == a.line + 1;
        let more = a.raw.span.end < page.lines[a.line].end && page.starts_block(a.line);
        let alone = a.before.is_none() && a.joint == Joint::Space;
        full && more && alone && a.kind != Kind::TitleFirst && !a.raw.has_year()
    };
    let vague = |c: &Candidate| c.raw.form == Form::Year;
    let near = |a: &Candidate, b: &Candidate| a.line.abs_diff(b.line) <= 2 && !vague(b);
    let keep: Vec<bool> = (0..candidates.len())
        .map(|i| {
            let c = &candidates[i];
            let next = candidates.get(i + 1).is_some_and(|n| near(c, n));
            !(vague(c) && next || candidates.get(i + 1).is_some_and(|n| begins(c, n)))
        })
        .collect();
    let mut keep = keep.into_iter();
    candidates.retain(|_| keep.next().unwrap_or(true));
}

/// Drops runs of dated lines, `Opening` and `Talks` of a programme, where others stand apart.
pub(in crate::segment) fn without_runs(candidates: &mut Vec<Candidate>) {
    let meet = |a: &Candidate, b: &Candidate| {
        a.kind == Kind::OneLine && b.kind == Kind::OneLine && a.line.abs_diff(b.line) == 1
    };
    let in_run: Vec<bool> = (0..candidates.len())
        .map(|i| {
            i > 0 && meet(&candidates[i - 1], &candidates[i])
                || candidates.get(i + 1).is_some_and(|n| meet(&candidates[i], n))
        })
        .collect();
    if in_run.iter().filter(|r| !**r).count() > 1 {
        let mut run = in_run.into_iter();
        candidates.retain(|_| !run.next().unwrap_or(false));
    }
}
