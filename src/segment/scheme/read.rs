//! A scheme carried through a page.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use std::hash::Hash;

use super::super::around::{TitleLines, title_end, title_span};
use super::super::candidate::{Candidate, Kind};
use super::super::date::Form;
use super::super::joint::Joint;
use super::super::label::{LabelKind, labelled};
use super::super::line::Page;
use super::super::marks::marks;
use super::super::names::is_space;
use super::super::piece::{Piece, piece};
use super::super::title_text::{before_bracket, trim_joint, trim_title};
use super::super::weigh::Heading;
use super::anchor::{Anchor, Place};
use crate::document::Span;

/// Where the title stands beside the date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Beside {
    None,
    Before,
    Behind,
    /// So many lines with text above.
    Above(usize),
    Below(usize),
    /// The first of the short lines above.
    Top,
}

/// Where the dates stand and where the titles do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Scheme {
    /// The place that most dates have.
    pub(super) place: Place,
    pub(super) beside: Beside,
}

impl Beside {
    /// Every way, with its name in the table of weights.
    pub(super) const ALL: [(Beside, &'static str); 10] = [
        (Beside::None, "none"),
        (Beside::Before, "before"),
        (Beside::Behind, "behind"),
        (Beside::Above(1), "above"),
        (Beside::Above(2), "above-2"),
        (Beside::Above(3), "above-3"),
        (Beside::Above(4), "above-4"),
        (Beside::Below(1), "below"),
        (Beside::Below(2), "below-2"),
        (Beside::Top, "top"),
    ];

    /// Its place among all.
    pub(super) fn number(self) -> usize {
        Beside::ALL.iter().position(|(way, _)| *way == self).expect("every way that is read is listed")
    }
}

/// Most lines, blank ones too, between a date and its title.
const FAR_LINES: usize = 9;

/// Most short lines above a date that are taken for its heading.
const SHORT_LINES: usize = 5;

/// The headings of every scheme that has some, those of fewer places first.
pub(super) fn readings(page: &Page, anchors: &[Anchor], chosen: &[Heading]) -> Vec<(Scheme, Vec<Heading>)> {
    let mut groups: Vec<Vec<&Anchor>> = Vec::new();
    let dates: HashSet<usize> = chosen.iter().map(|h| h.date.raw.span.start).collect();
    let known: Vec<&Anchor> = anchors.iter().filter(|a| dates.contains(&a.raw.span.start)).collect();
    if !known.is_empty() {
        groups.push(known);
    }
    use Place::{Alone, End, Middle, Start};
    let places: [&[Place]; 8] = [
        &[Alone],
        &[Start],
        &[End],
        &[Middle],
        &[Alone, Start],
        &[Alone, End],
        &[Start, Middle],
        &[Alone, Start, End],
    ];
    for places in places {
        let all: Vec<&Anchor> = anchors.iter().filter(|a| places.contains(&a.place)).collect();
        let plain: Vec<&Anchor> = all.iter().filter(|a| !a.prose).copied().collect();
        for group in [all, plain] {
            let form = common(group.iter().map(|a| (a.raw.form, a.raw.has_year())));
            let alike = group.iter().filter(|a| Some((a.raw.form, a.raw.has_year())) == form).copied();
            let alike: Vec<&Anchor> = alike.collect();
            let start = common(alike.iter().map(|a| lead(page, a))).unwrap_or("");
            let led = alike.iter().filter(|a| lead(page, a) == start).copied().collect();
            let blocks = alike.iter().filter(|a| page.starts_block(a.line)).copied().collect();
            for group in [group, alike, led, blocks] {
                let same =
                    |g: &Vec<&Anchor>| g.iter().map(|a| a.raw.span).eq(group.iter().map(|a| a.raw.span));
                if !group.is_empty() && !groups.iter().any(same) {
                    groups.push(group);
                }
            }
        }
    }
    let mut out = Vec::new();
    for group in &groups {
        let Some(place) = common(group.iter().map(|a| a.place)) else { continue };
        for (beside, _) in Beside::ALL {
            let headings = carry(page, group, beside);
            if !headings.is_empty() {
                out.push((Scheme { place, beside }, headings));
            }
        }
    }
    out
}

/// The first word before the date.
fn lead<'t>(page: &Page<'t>, a: &Anchor) -> &'t str {
    if a.before.start >= a.before.end {
        return "";
    }
    page.slice(a.before).split(is_space).next().unwrap_or("")
}

/// What occurs most often; of several the first.
fn common<T: Eq + Hash>(all: impl Iterator<Item = T>) -> Option<T> {
    let mut counts: HashMap<T, (usize, Reverse<usize>)> = HashMap::new();
    for (n, value) in all.enumerate() {
        counts.entry(value).or_insert((0, Reverse(n))).0 += 1;
    }
    counts.into_iter().max_by_key(|(_, count)| *count).map(|(value, _)| value)
}

/// The headings of the dates whose title stands beside them in this way.
fn carry(page: &Page, group: &[&Anchor], beside: Beside) -> Vec<Heading> {
    let mut out: Vec<Heading> = Vec::new();
    // Over the first heading the page's own name may stand: it is no taller than the others.
    let heights = group.windows(2).map(|pair| climb(page, pair[1].line, pair[0].last + 1).len());
    let tallest = if beside == Beside::Top { heights.max().unwrap_or(SHORT_LINES) } else { 0 };
    for a in group {
        let most = if out.is_empty() { tallest } else { SHORT_LINES };
        // a second date in the same heading
        if out.last().is_some_and(|h| a.line <= h.last) {
            continue;
        }
        let floor = out.last().map_or(0, |h| h.last + 1);
        let Some((title, first, last)) = title(page, a, beside, floor, most) else { continue };
        let first = opening(page, first.min(a.line), floor);
        out.push(Heading {
            date: candidate(page, a, title),
            first,
            last: last.max(a.last),
            title,
            score: 0,
            in_run: false,
        });
    }
    out
}

/// The title of a date, and the first and last line of it.
fn title(
    page: &Page,
    a: &Anchor,
    beside: Beside,
    floor: usize,
    most: usize,
) -> Option<(Option<Span>, usize, usize)> {
    let i = a.line;
    let lines = |first: usize, last: usize| {
        let span = title_span(page, TitleLines { top: first, first, last, near: true });
        let label = labelled(page.text, page.lines[first].start, page.lines[first].end);
        let value = label.filter(|l| l.kind == LabelKind::Title && l.value.0 < l.value.1);
        let span = value.map_or(span, |l| trim_title(page.text, Span { start: l.value.0, end: span.end }));
        (Some(span), first, last)
    };
    match beside {
        Beside::None => Some((None, i, i)),
        Beside::Before => {
            let span = before_bracket(page.text, trim_joint(page.text, a.before));
            (span.start < span.end && a.place != Place::Alone).then_some((Some(span), i, i))
        }
        Beside::Behind => {
            let end = if a.place == Place::Alone { return None } else { title_end(page, i) };
            let whole = Span { start: a.behind.start, end: page.lines[end].end };
            let span = trim_title(page.text, whole);
            (span.start < span.end && a.behind.start < a.behind.end).then_some((Some(span), i, end))
        }
        Beside::Above(n) => {
            let mut line = i;
            for k in 0..n {
                line = page
                    .text_before(line)
                    .filter(|&l| page.is_text(l) && l >= floor && i - l <= FAR_LINES)?;
                // a title broken over lines is one
                while k + 1 < n
                    && i - line < FAR_LINES
                    && line > floor
                    && page.is_text(line - 1)
                    && title_end(page, line - 1) >= line
                {
                    line -= 1;
                }
            }
            let mut first = line;
            while first > floor
                && page.is_text(first - 1)
                && title_end(page, first - 1) >= first
                && line - first < 3
            {
                first -= 1;
            }
            Some(lines(first, line))
        }
        Beside::Top => {
            let line = *climb(page, i, floor).iter().take(most).next_back()?;
            Some(lines(line, title_end(page, line).min(i - 1)))
        }
        Beside::Below(n) => {
            let mut line = a.last;
            for _ in 0..n {
                line = page.text_after(line).filter(|&l| page.is_text(l) && l - i <= FAR_LINES)?;
            }
            Some(lines(line, title_end(page, line)))
        }
    }
}

/// The short lines above line `i`, nearest first.
fn climb(page: &Page, i: usize, floor: usize) -> Vec<usize> {
    let mut out = Vec::new();
    let mut at = i;
    while let Some(above) = page.text_before(at).filter(|&l| l >= floor && i - l <= FAR_LINES)
        && page.is_text(above)
        && !ends_prose(page.str(above))
        && out.len() < SHORT_LINES
    {
        at = above;
        out.push(at);
    }
    out
}

/// Whether a line ends as running text does.
pub(super) fn ends_prose(line: &str) -> bool {
    let end = line.trim_end_matches(['"', '”', '’', ')', '»']);
    end.ends_with(['.', '!', '?', '…', ']']) || line.len() > 120
}

/// The line that opens the heading: a bare bullet or label right above belongs to it.
fn opening(page: &Page, mut first: usize, floor: usize) -> usize {
    let is_labelled = |i: usize| {
        let line = page.lines[i];
        labelled(page.text, line.start, line.end).is_some_and(|l| l.kind != LabelKind::Date)
    };
    if is_labelled(first) {
        while first > floor
            && page.is_text(first - 1)
            && is_labelled(first - 1)
            && page.lines[first - 1].len() < 120
        {
            first -= 1;
        }
    }
    let above = |i: usize| (i > floor && page.lines[i - 1].len() > 0).then(|| page.str(i - 1));
    match above(first) {
        Some(line)
            if line.len() <= 20 && line.ends_with(':')
                || line.len() <= 120 && piece(line) == Piece::Reference =>
        {
            first - 1
        }
        Some("-" | "•" | "*" | "·" | "–" | "►" | "o") => first - 1,
        _ => first,
    }
}

fn candidate(page: &Page, a: &Anchor, title: Option<Span>) -> Candidate {
    let line = page.lines[a.line];
    let (marks, _) = marks(&page.text[..line.end], line.start, |_| false);
    let kind = match a.place {
        _ if a.raw.form == Form::Year => Kind::OneLine,
        Place::Alone => Kind::DateLine,
        Place::Start => Kind::OneLine,
        Place::End => Kind::TitleFirst,
        Place::Middle => Kind::PlaceFirst,
    };
    Candidate {
        line: a.line,
        kind,
        raw: a.raw,
        marks,
        joint: Joint::Space,
        colon: false,
        before: None,
        labelled: false,
        title,
        sentence: false,
    }
}
