//! From dated lines to the headings of the page.
//!
//! The page is looked at as a whole: each candidate is weighed by where it stands and how it is
//! written, the kind of heading that the page has most of leads, and a candidate of another kind
//! must be strong and fit between its neighbours.

use super::block::{TitleLines, above, below, header, one_line_title, title_span};
use super::candidate::{Candidate, Joint, Kind};
use super::date::{Form, Order};
use super::label::{Piece, is_masthead};
use super::line::{LineKind, Page};
use super::title::{is_generic, reads_as_title};
use crate::document::Span;

/// A heading of the page.
#[derive(Clone, Copy, Debug)]
pub(super) struct Heading {
    pub(super) date: Candidate,
    /// First and last line of the heading.
    pub(super) first: usize,
    pub(super) last: usize,
    pub(super) title: Option<Span>,
    pub(super) score: i32,
}

/// What a candidate needs to head an item.
const ENOUGH: i32 = 4;
/// What it needs where the page's headings are of another kind.
const STRONG: i32 = 6;

/// The headings among the candidates, in text order.
pub(super) fn headings(page: &Page, candidates: &[Candidate]) -> Vec<Heading> {
    let candidates = without_running_heads(page, candidates);
    let mut all = drafts(page, &candidates);
    all.retain(|h| h.score >= ENOUGH);
    let all = leading_kind(page, all);
    let all = without_mastheads(page, all);
    let all = without_late_loner(page, all);
    without_overlap(all)
}

/// Drops lines that recur word for word: the head or foot of every page.
fn without_running_heads(page: &Page, candidates: &[Candidate]) -> Vec<Candidate> {
    let key = |c: &Candidate| {
        let title = c.title.map_or("", |t| page.slice(t));
        (c.raw.from, c.raw.to, title.trim_end_matches(|x: char| x.is_ascii_digit()))
    };
    let recurs = |c: &Candidate| {
        let same = candidates.iter().filter(|o| o.kind == c.kind && key(o) == key(c)).count();
        c.title.is_some() && same >= if c.kind == Kind::OneLine { 3 } else { 2 } && c.kind != Kind::DateLine
    };
    candidates.iter().filter(|c| !recurs(c)).copied().collect()
}

fn drafts(page: &Page, candidates: &[Candidate]) -> Vec<Heading> {
    let mut out: Vec<Heading> = Vec::with_capacity(candidates.len());
    let up = titles_stand_above(page, candidates);
    for (i, c) in candidates.iter().enumerate() {
        let heading = match c.kind {
            Kind::DateLine => {
                // `Updated:` under `Published:` is the same heading.
                if out.last().is_some_and(|h| h.date.kind == Kind::DateLine && h.last + 1 >= c.line) {
                    continue;
                }
                date_line(page, candidates, i, up)
            }
            _ => one_line(page, candidates, i),
        };
        out.push(heading);
    }
    out
}

/// Where the page's titles stand: above the date (`true`) or below it.
fn titles_stand_above(page: &Page, candidates: &[Candidate]) -> bool {
    let lines: Vec<usize> = (0..candidates.len()).filter(|&i| candidates[i].kind == Kind::DateLine).collect();
    let (mut up, mut down) = (0, 0);
    for (n, &i) in lines.iter().enumerate() {
        let (a, b) = sides(page, candidates, i);
        let (a, b) = (weight(a), weight(b));
        // Over the first date the page's own title may stand.
        let vote = if n == 0 && lines.len() > 1 { 1 } else { 2 };
        up += if a > b { vote } else { 0 };
        down += if b > a { vote } else { 0 };
    }
    up >= down
}

fn weight(title: Option<TitleLines>) -> u8 {
    title.map_or(0, |t| 1 + u8::from(t.near))
}

/// The titles above and below a date line's header.
fn sides(page: &Page, candidates: &[Candidate], i: usize) -> (Option<TitleLines>, Option<TitleLines>) {
    let header = header(page, &candidates[i]);
    let floor = i.checked_sub(1).map(|p| candidates[p].line).filter(|&l| l < header.top);
    let is_date_line =
        |line: usize| candidates[i + 1..].iter().take(8).any(|c| c.line == line && c.kind == Kind::DateLine);
    let is_heading = |t: &TitleLines| !candidates.iter().any(|c| (t.first..=t.last).contains(&c.line) && c.kind != Kind::TitleFirst);
    let up = above(page, header.top, floor).filter(|t| !is_generic(page.slice(title_span(page, *t))));
    (up, below(page, header.bottom, is_date_line).filter(is_heading))
}

fn date_line(page: &Page, candidates: &[Candidate], i: usize, up: bool) -> Heading {
    let c = candidates[i];
    let header = header(page, &c);
    let (a, b) = sides(page, candidates, i);
    let title = if up { a.or(b) } else { b.or(a) };
    // A date stuck to a title wins over one that stands apart from it.
    let title = match (a, b) {
        (Some(a), Some(b)) if a.near != b.near => Some(if a.near { a } else { b }),
        _ => title,
    };
    let (mut first, mut last) = (header.top, header.bottom);
    let mut score = 0;
    let title = match (header.title, title) {
        (Some(span), _) => {
            score += 4;
            Some(span)
        }
        (None, Some(lines)) => {
            first = first.min(lines.first);
            last = last.max(lines.last);
            score += if lines.near { 3 } else { 2 };
            score += i32::from(page.text[page.lines[lines.first].start..].starts_with(['#', '*']));
            Some(title_span(page, lines))
        }
        (None, None) => {
            score -= 1;
            None
        }
    };
    // The lines of a reference or section that stand right above every date belong to the heading.
    score += i32::from(c.raw.has_year()) + i32::from(!c.raw.has_year() && c.raw.from.weekday > 0);
    score += i32::from(c.before == Some(Piece::DateLabel)) + i32::from(c.marks.heading > 0 || c.marks.emphasis);
    score += if page.starts_block(first) { 1 } else { 0 };
    score += match page.text_after(last) {
        Some(next) if page.lines[next].kind == LineKind::Text => 1,
        _ => -2,
    };
    score -= match c.before {
        Some(Piece::Masthead) => 3,
        Some(Piece::Name) => 1,
        _ => 0,
    };
    score -= if c.marks.bullet { 4 } else { 0 };
    score += recurrence(candidates, &c).min(if title.is_some() { 2 } else { 1 });
    Heading { date: c, first, last, title, score }
}

fn one_line(page: &Page, candidates: &[Candidate], i: usize) -> Heading {
    let c = candidates[i];
    let (title, last) = one_line_title(page, &c);
    let words = title.map_or("", |t| page.slice(t));
    let mut score = i32::from(c.raw.has_year() || c.raw.from.weekday > 0);
    score += if c.joint == Joint::Strong { 2 } else { 0 };
    score += break_before(page, c.line);
    score += i32::from(c.marks.heading) .min(1) * 2 + i32::from(c.marks.emphasis);
    score += match (c.sentence, words.len()) {
        (false, 0..=300) => 1,
        (false, _) => -2,
        (true, 0..=160) => -1,
        (true, _) => -3,
    };
    score += match page.text_after(last) {
        Some(next) if page.lines[next].kind == LineKind::Text => 1,
        _ => 0,
    };
    let dated = |line: usize| candidates.iter().any(|o| o.line == line && o.kind == c.kind);
    let in_run = dated(last + 1) || c.line > 0 && dated(c.line - 1);
    score -= if in_run { 4 } else { 0 };
    score -= if c.marks.bullet { 2 } else { 0 };
    score -= if in_list(page, &c) { 5 } else { 0 };
    if !c.sentence || c.joint == Joint::Strong {
        score += recurrence(candidates, &c);
    }
    score -= match c.kind {
        Kind::OneLine => 0,
        _ => 1,
    };
    score -= if matches!(c.raw.form, Form::Year | Form::NumericMonth) && c.marks.heading == 0 { 1 } else { 0 };
    Heading { date: c, first: c.line, last, title, score }
}

/// How well the line stands apart from what is before it.
fn break_before(page: &Page, i: usize) -> i32 {
    let Some(before) = page.text_before(i) else { return 2 };
    if page.starts_block(i) {
        // After `Related news:` a list follows, no heading.
        let intro = page.str(before).ends_with(':') && page.lines[before].len() <= 60 && page.lines[before].kind == LineKind::Text;
        return if intro && !page.str(before).starts_with('#') { -1 } else { 2 };
    }
    let ends = page.str(before).ends_with(['.', '!', '?', '”', '"', ')']);
    match (page.wrapped, ends) {
        (false, _) => 1,
        (true, true) => 0,
        (true, false) => -3,
    }
}

/// Whether a bulleted line stands among other bulleted lines.
fn in_list(page: &Page, c: &Candidate) -> bool {
    let bulleted = |i: Option<usize>| {
        i.is_some_and(|i| page.is_text(i) && page.str(i).starts_with(['•', '*', '-', '–', '+', '●', '▪', '○', '►']) && !page.str(i).starts_with("**"))
    };
    c.marks.bullet && (bulleted(page.text_before(c.line)) || bulleted(page.text_after(c.line)))
}

/// 0, 1 or 2: how often the page dates a line in the same way.
fn recurrence(candidates: &[Candidate], c: &Candidate) -> i32 {
    let alike = |o: &&Candidate| {
        o.kind == c.kind
            && o.marks == c.marks
            && (o.joint == c.joint || c.kind == Kind::DateLine)
            && o.before == c.before
            && o.raw.has_year() == c.raw.has_year()
            && !o.sentence
    };
    (candidates.iter().filter(alike).take(4).count() as i32 - 1).clamp(0, 2)
}

/// Keeps the kind of heading that the page has most of, and what else is strong.
fn leading_kind(page: &Page, all: Vec<Heading>) -> Vec<Heading> {
    let sum = |kind: Kind| all.iter().filter(|h| h.date.kind == kind).map(|h| h.score).sum::<i32>();
    let kinds = [Kind::OneLine, Kind::DateLine, Kind::TitleFirst, Kind::PlaceFirst];
    let first = all.iter().map(|h| h.date.kind).next();
    let Some(leader) = kinds.into_iter().rev().max_by_key(|&k| sum(k) + if first == Some(k) { 3 } else { 0 }) else {
        return all;
    };
    let mut out: Vec<Heading> = Vec::with_capacity(all.len());
    let leaders: Vec<String> = all.iter().filter(|h| h.date.kind == leader).filter_map(|h| day(h)).collect();
    let falling = leaders.windows(2).all(|w| w[0] >= w[1]);
    let rising = leaders.windows(2).all(|w| w[0] <= w[1]);
    for (i, h) in all.iter().enumerate() {
        if h.date.kind == leader {
            let needs_company = matches!(leader, Kind::TitleFirst | Kind::PlaceFirst);
            if needs_company && leaders.len() < 2 && h.date.marks.heading == 0 && page.text_before(h.first).is_some() {
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
        let rare = matches!(h.date.kind, Kind::TitleFirst | Kind::PlaceFirst) && h.date.marks.heading == 0;
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

/// Drops the date of the page itself and dates of sections: no text before the next heading.
fn without_mastheads(page: &Page, all: Vec<Heading>) -> Vec<Heading> {
    let mut keep = vec![true; all.len()];
    for (i, pair) in all.windows(2).enumerate() {
        let (h, next) = (&pair[0], &pair[1]);
        let empty = page.text_after(h.last).is_none_or(|t| t >= next.first);
        let title = h.title.map_or("", |t| page.slice(t));
        let again = empty && all[i + 1..].iter().any(|o| h.title.is_some() && o.date.raw.from == h.date.raw.from && o.title.map(|t| page.slice(t)) == Some(title));
        let masthead = i == 0
            && h.date.kind == Kind::DateLine
            && (empty || is_masthead(title) || h.title.is_none() && h.date.raw.from.day == 0);
        let section = empty && h.date.kind == Kind::DateLine && (h.date.raw.from.day == 0 || h.title.is_none());
        keep[i] = !(again || masthead || section);
    }
    // The kept ones may have lent their title to a dropped one; each is read by itself, so none has.
    all.into_iter().zip(keep).filter_map(|(h, k)| k.then_some(h)).collect()
}

/// Drops a lone date line far down an article: the place and day of a signature.
fn without_late_loner(page: &Page, all: Vec<Heading>) -> Vec<Heading> {
    if let [only] = all.as_slice()
        && only.date.marks.heading == 0
    {
        let before: usize = page.lines[..only.first].iter().filter(|l| l.is_text()).map(|l| l.len()).sum();
        let prose = (0..only.first).filter(|&i| page.is_text(i) && page.lines[i].len() > 40 && !reads_as_title(page.str(i))).count();
        if only.date.kind != Kind::OneLine && prose >= 2 || prose >= 4 && before > page.text.len() / 2 {
            return Vec::new();
        }
    }
    all
}

/// Where two headings claim a line, the later one keeps its title line.
fn without_overlap(mut all: Vec<Heading>) -> Vec<Heading> {
    all.sort_by_key(|h| h.first);
    let mut out: Vec<Heading> = Vec::with_capacity(all.len());
    for h in all {
        match out.last_mut() {
            Some(before) if before.last >= h.first => {
                if before.date.line < h.first {
                    before.last = before.date.line;
                    if before.title.is_some_and(|t| t.start >= before.date.raw.span.end) && before.date.kind == Kind::DateLine {
                        before.title = None;
                    }
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
