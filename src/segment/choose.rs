//! From dated lines to the headings of the page.
//!
//! The page is looked at as a whole: each candidate is weighed by where it stands and how it is
//! written, the kind of heading that the page has most of leads, and a candidate of another kind
//! must be strong and fit between its neighbours.

use super::alike::alike;
use super::candidate::{Candidate, Kind};
use super::date::Order;
use super::label::{Piece, is_masthead, piece};
use super::line::Page;
use super::reread::{
    read_cells, read_counters, read_names, read_openings, read_places, read_subjects, without_running_heads,
    without_runs, without_years,
};
use super::title::reads_as_title;
use super::trailing::trailing;
pub(super) use super::weigh::Heading;
use super::weigh::drafts;
use crate::document::Span;
use std::collections::HashSet;

/// What a candidate needs to head an item.
const ENOUGH: i32 = 4;

/// What it needs where the page's headings are of another kind.
const STRONG: i32 = 6;

/// How far below an entry of a table of contents its item may start, in headings.
const CONTENTS: usize = 300;

/// The headings among the candidates, in text order.
pub(super) fn headings(page: &Page, candidates: &[Candidate]) -> Vec<Heading> {
    let mut candidates = without_running_heads(page, candidates);
    without_years(page, &mut candidates);
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
    let all = leading_kind(page, all);
    let all = without_dated_name(page, all);
    let all = without_bare_lists(page, all);
    let all = without_programmes(page, all);
    let all = without_strays(page, all);
    let all = without_signatures(page, all);
    let all = without_mastheads(page, all);
    let all = without_repeats(page, all);
    let all = without_late_loner(page, all);
    without_overlap(page, all)
}

/// The headings of a page that has none: those that are alike in a way of their own.
pub(super) fn unlisted(page: &Page, candidates: Vec<Candidate>) -> Vec<Heading> {
    let mut all = alike(page);
    if all.is_empty() {
        return Vec::new();
    }
    let lines: HashSet<usize> = all.iter().map(|c| c.line).collect();
    all.extend(candidates.into_iter().filter(|c| !lines.contains(&c.line)));
    all.sort_by_key(|c| c.line);
    headings(page, &all)
}

/// Longest text in bytes between the page's name with its period and the first item.
const LONGEST_LEAD: usize = 300;

/// Drops the months that the whole page covers, `Releases July – September 2031`, over headings
/// that name days.
fn without_period(page: &Page, mut all: Vec<Heading>) -> Vec<Heading> {
    if let [first, rest @ ..] = all.as_slice()
        && first.date.raw.from.day == 0
        && let Some(next) = rest.first()
        && rest.iter().all(|h| h.date.raw.from.day > 0)
    {
        let last = first.last.max(first.date.line);
        let between: usize = (last + 1..next.first).map(|i| page.lines[i].len()).sum();
        if between <= LONGEST_LEAD {
            all.remove(0);
        }
    }
    all
}

/// Keeps the kind of heading that the page has most of, and what else is strong.
fn leading_kind(page: &Page, all: Vec<Heading>) -> Vec<Heading> {
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
fn day(h: &Heading) -> Option<String> {
    h.date.raw.resolve(Order::DayFirst, Some(2000)).map(|d| d.start)
}

/// Drops the page's own name with its date, `Winter issue, July 2031`, over the first heading.
fn without_dated_name(page: &Page, mut all: Vec<Heading>) -> Vec<Heading> {
    if let [first, second, ..] = all.as_slice() {
        let title = first.title.map_or("", |t| page.slice(t));
        let named = is_masthead(title) || first.date.raw.from.day == 0;
        let loose = first.date.kind == Kind::TitleFirst;
        let other = all[1..].iter().all(|h| h.date.kind != Kind::TitleFirst)
            && page.text_before(first.first).is_none();
        if loose && (named || other) && page.text_after(first.last) == Some(second.first) {
            all.remove(0);
        }
    }
    all
}

/// Drops lines `Title, date` that follow each other without a text between: a list of sources.
fn without_bare_lists(page: &Page, all: Vec<Heading>) -> Vec<Heading> {
    let loose = |h: &Heading| matches!(h.date.kind, Kind::TitleFirst | Kind::PlaceFirst);
    let meet =
        |a: &Heading, b: &Heading| a.date.kind == b.date.kind && page.text_after(a.last) == Some(b.first);
    let keep: Vec<bool> = (0..all.len())
        .map(|i| {
            let before = i > 0 && meet(&all[i - 1], &all[i]);
            !loose(&all[i]) || !before && !all.get(i + 1).is_some_and(|n| meet(&all[i], n))
        })
        .collect();
    all.into_iter().zip(keep).filter_map(|(h, k)| k.then_some(h)).collect()
}

/// Drops runs of dated lines, unless the page is nothing but one.
fn drop_runs(page: &Page, all: &mut Vec<Heading>) {
    let run = all.iter().filter(|h| h.in_run).count();
    let lines = page.lines.iter().filter(|l| l.is_text()).count();
    if run < all.len() || run < 3 || run * 5 < lines * 3 {
        all.retain(|h| !h.in_run);
    }
}

/// Drops one-line headings without a text of their own that break the order of those with one.
fn without_programmes(page: &Page, all: Vec<Heading>) -> Vec<Heading> {
    let bare = |i: usize| all.get(i + 1).is_some_and(|n| page.text_after(all[i].last) == Some(n.first));
    let full: Vec<String> = (0..all.len()).filter(|&i| !bare(i)).filter_map(|i| day(&all[i])).collect();
    let falling = full.windows(2).all(|w| w[0] >= w[1]);
    let rising = full.windows(2).all(|w| w[0] <= w[1]);
    if full.len() < 3 || falling == rising {
        return all;
    }
    let mut out: Vec<Heading> = Vec::with_capacity(all.len());
    let mut next_full = 0;
    for (i, h) in all.iter().enumerate() {
        let own = day(h);
        while next_full < all.len() && (next_full <= i || bare(next_full)) {
            next_full += 1;
        }
        let ordered = |a: &Option<String>, b: &Option<String>| {
            a.is_none() || b.is_none() || if falling { a >= b } else { a <= b }
        };
        let before = out.last().and_then(day);
        let after = all.get(next_full).and_then(day);
        if bare(i) && !(ordered(&before, &own) && ordered(&own, &after)) {
            continue;
        }
        out.push(*h);
    }
    out
}

/// Where most date lines have a title, drops those without: letters, signatures.
fn without_strays(page: &Page, all: Vec<Heading>) -> Vec<Heading> {
    let untitled = |h: &Heading| h.date.kind == Kind::DateLine && h.title.is_none();
    let lone = all.iter().filter(|h| untitled(h)).count();
    if lone > 0 && lone + 1 >= all.len() {
        // On a page of bare dates the line over the first is the page's title.
        let mut all = all;
        if let Some(first) =
            all.first_mut().filter(|h| h.date.kind == Kind::DateLine && h.first < h.date.line)
            && page.starts_block(first.date.line)
        {
            first.first = first.date.line;
            first.title = None;
        }
        return all;
    }
    if lone * 2 > all.len() {
        return all;
    }
    all.into_iter().filter(|h| !untitled(h)).collect()
}

/// Drops place and day below a text whose heading has that day: `Orlo`, `3 May 2031`.
fn without_signatures(page: &Page, all: Vec<Heading>) -> Vec<Heading> {
    let keep: Vec<bool> = (0..all.len())
        .map(|i| {
            let h = &all[i];
            let empty = page.text_after(h.last).is_none_or(|t| all.get(i + 1).is_some_and(|n| t >= n.first));
            let title = h.title.map_or("", |t| page.slice(t));
            let place =
                title.split_whitespace().count() <= 3 && (title.is_empty() || piece(title) == Piece::Name);
            let again = i > 0 && day(h).is_some() && day(h) == day(&all[i - 1]);
            !(empty && place && again && h.date.kind == Kind::DateLine)
        })
        .collect();
    all.into_iter().zip(keep).filter_map(|(h, k)| k.then_some(h)).collect()
}

/// Drops a date right below a heading of the same day that is written in another way.
fn without_repeats(page: &Page, all: Vec<Heading>) -> Vec<Heading> {
    let mut out: Vec<Heading> = Vec::with_capacity(all.len());
    for h in all {
        let repeats = out.last().is_some_and(|p| {
            let lines = (p.last + 1..h.date.line).filter(|&i| page.is_text(i)).count();
            let other = p.date.raw.form != h.date.raw.form || p.date.kind != h.date.kind;
            other && lines <= 3 && day(p).is_some() && day(p) == day(&h)
        });
        if !repeats {
            out.push(h);
        }
    }
    out
}

/// Drops the date of the page itself and dates of sections: no text before the next heading.
fn without_mastheads(page: &Page, all: Vec<Heading>) -> Vec<Heading> {
    let mut keep = vec![true; all.len()];
    for (i, pair) in all.windows(2).enumerate() {
        let (h, next) = (&pair[0], &pair[1]);
        let empty = page.text_after(h.last).is_none_or(|t| t >= next.first);
        let title = h.title.map_or("", |t| page.slice(t));
        let again = empty
            && all[i + 1..].iter().take(CONTENTS).any(|o| {
                h.title.is_some()
                    && o.date.raw.from == h.date.raw.from
                    && o.title.map(|t| page.slice(t)) == Some(title)
            });
        let masthead = i == 0
            && h.date.kind == Kind::DateLine
            && (empty || names_page(page, h) || h.title.is_none() && h.date.raw.from.day == 0);
        let section =
            empty && h.date.kind == Kind::DateLine && (h.date.raw.from.day == 0 || h.title.is_none());
        let signed = empty
            && h.date.kind == Kind::DateLine
            && h.date.before == Some(Piece::Name)
            && title.split_whitespace().count() <= 8
            && piece(title) == Piece::Name;
        keep[i] = !(again || masthead || section || signed);
    }
    // The kept ones may have lent their title to a dropped one; each is read by itself, so none has.
    all.into_iter().zip(keep).filter_map(|(h, k)| k.then_some(h)).collect()
}

/// Whether the title is the first line of the page and names it: `Orlo Newsletter`.
fn names_page(page: &Page, h: &Heading) -> bool {
    let Some(title) = h.title else {
        return false;
    };
    let words = page.slice(title);
    let first = (0..page.lines.len()).find(|&i| page.is_text(i));
    is_masthead(words)
        && words.split_whitespace().count() <= 7
        && first.is_none_or(|l| title.start <= page.lines[l].end)
}

/// Drops a lone date line far down an article: the place and day of a signature.
fn without_late_loner(page: &Page, all: Vec<Heading>) -> Vec<Heading> {
    if let [only] = all.as_slice()
        && only.date.marks.heading == 0
    {
        let before: usize = page.lines[..only.first].iter().filter(|l| l.is_text()).map(|l| l.len()).sum();
        let prose = (0..only.first)
            .filter(|&i| page.is_text(i) && page.lines[i].len() > 40 && !reads_as_title(page.str(i)))
            .count();
        if only.date.kind != Kind::OneLine && prose >= 2 || prose >= 4 && before > page.text.len() / 2 {
            return Vec::new();
        }
    }
    all
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
