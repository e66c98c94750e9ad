//! A second look at the dated lines, now that all of the page are known.
//!
//! What one line cannot tell is settled here: heads and feet of printed pages go, and a place or
//! a short title beside a date is told by its neighbours.

use std::collections::HashMap;

use super::block::{Stacks, over_title, sides, span as line_span};
use super::candidate::{Candidate, Kind};
use super::date::{Form, after_date};
use super::joint::Joint;
use super::label::{Piece, piece};
use super::line::Page;
use super::names::is_dash;
use super::title::{goes_on, is_generic, is_section, is_sentence, reads_as_title};
use crate::document::Span;

/// How far apart the heads of two printed pages may be, in lines.
const PRINTED_PAGE: usize = 150;

/// Drops lines that recur word for word: the head or foot of every page.
pub(super) fn without_running_heads(page: &Page, candidates: &[Candidate]) -> Vec<Candidate> {
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

/// Drops years that stand in the block of a finer date: `[2018] UKSC 12` over `3 May 2018`, and
/// titles that begin with a day, `17 May in Orlo` right above a full date.
pub(super) fn without_years(page: &Page, candidates: &mut Vec<Candidate>) {
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
pub(super) fn without_runs(candidates: &mut Vec<Candidate>) {
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

/// What stands beside the date of a one-line candidate, seen as a remark on the title of another
/// line: `3 May 2021 | Vienna`, `3 May 2021 (closed session)`.
struct Remark {
    /// Whether the words are a name or stand in brackets.
    clear: bool,
    /// How many candidates of the page have the same words.
    times: usize,
    words: usize,
    /// The words of the title right above, where one stands there.
    above: Option<usize>,
    /// As above, below the date; also where a blank line is between.
    below: Option<usize>,
    /// The title below starts right below.
    near: bool,
    /// A line of its own stands right above, right below, whatever it says.
    line_above: bool,
    line_below: bool,
}

/// `3 May 2021, Vienna` over or under a title is a date line, not a heading of the title `Vienna`.
pub(super) fn read_places(page: &Page, candidates: &mut [Candidate]) {
    // Dates in lists are dates in a text.
    let one_line =
        |c: &Candidate| matches!(c.kind, Kind::OneLine | Kind::PlaceFirst) && !c.sentence && !c.marks.bullet;
    // A title with a date of its own stands right above the line that dates it.
    let dated_below = |i: usize| {
        page.starts_block(candidates[i].line)
            && candidates.get(i + 1).is_some_and(|n| n.line == candidates[i].line + 1 && one_line(n))
    };
    let total = (0..candidates.len()).filter(|&i| one_line(&candidates[i]) && !dated_below(i)).count();
    let dated = candidates.iter().any(|c| c.kind == Kind::DateLine);
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for c in candidates.iter().filter(|c| one_line(c)) {
        *counts.entry(tail(page, c)).or_default() += 1;
    }
    let remarks: Vec<Option<Remark>> = candidates
        .iter()
        .map(|c| (one_line(c) && !c.colon).then(|| remark(page, candidates, c, &counts)).flatten())
        .collect();
    let all = || remarks.iter().flatten();
    let above = all().filter(|r| r.above.is_some()).count();
    let below = all().filter(|r| r.below.is_some()).count();
    // Titles say more than remarks do.
    let more = |of: fn(&Remark) -> Option<usize>| {
        let (titles, words) =
            all().filter_map(|r| of(r).map(|t| (t, r.words))).fold((0, 0), |(t, w), (a, b)| (t + a, w + b));
        titles > words
    };
    let (more_above, more_below) = (more(|r| r.above), more(|r| r.below));
    for (c, r) in candidates.iter_mut().zip(&remarks) {
        let Some(r) = r else { continue };
        let known = r.clear || r.times > 1;
        // Where the page's titles stand, what stands there is one.
        let loose_under = r.line_above && r.above.is_none() && r.below.is_none();
        let loose_over = r.line_below && r.above.is_none() && r.below.is_none();
        let under = r.above.is_some_and(|title| {
            let many = above > 1 && above * 2 > total && more_above && (known || above == total);
            many || (above == total || dated) && r.clear && title > r.words.max(2) && !dashed(page, c)
        });
        let over = r.below.is_some_and(|title| {
            let many = below > 1 && below * 2 > total && (known && r.near || more_below);
            many && (known || below == total)
                || r.near && r.clear && (c.joint == Joint::Comma || dated && title > r.words)
        });
        let under = under || loose_under && r.clear && above > 1 && above * 2 >= total && more_above;
        let over = over || loose_over && r.clear && below > 1 && below * 2 >= total && more_below;
        if under || over {
            *c = Candidate { kind: Kind::DateLine, title: None, ..*c };
        }
    }
}

fn tail<'a>(page: &Page<'a>, c: &Candidate) -> &'a str {
    c.title.map_or("", |t| page.slice(t))
}

/// `Economy and trade, 3 May 2021` under a title is a date line where all such lines stand so.
pub(super) fn read_subjects(page: &Page, candidates: &mut [Candidate]) {
    let title_first = |c: &Candidate| c.kind == Kind::TitleFirst && c.marks.heading == 0;
    let above = |c: &Candidate| {
        let line = c.line.checked_sub(1)?;
        let single = page.is_text(line) && page.starts_block(line);
        let text = page.str(line);
        (single && reads_as_title(text) && !is_generic(text) && !is_section(text))
            .then(|| text.split_whitespace().count())
    };
    let all = || candidates.iter().filter(|c| title_first(c));
    let count = all().count();
    let words: usize = all().map(|c| tail(page, c).split_whitespace().count()).sum();
    let titles: Option<usize> = all().map(above).sum();
    let recurs = all().zip(all().skip(1)).any(|(a, b)| tail(page, a) == tail(page, b));
    if count < 2 || titles.is_none_or(|t| if recurs { t <= words } else { t < words * 3 / 2 }) {
        return;
    }
    for c in candidates.iter_mut().filter(|c| title_first(c)) {
        *c = Candidate { kind: Kind::DateLine, before: Some(Piece::Name), ..*c };
    }
}

/// `From our office in Orlo, 3 May 2021` or `Remarks at Orlo, 3 May 2021` beside a title is a date
/// line where all begin or end with one word; so are places, `3. Orlo (3 May 2021)` over titles.
pub(super) fn read_openings(page: &Page, candidates: &mut [Candidate]) {
    let title_first = |c: &Candidate| c.kind == Kind::TitleFirst && c.marks.heading == 0;
    let all = || candidates.iter().filter(|c| title_first(c));
    let words = |text: &str| text.split_whitespace().count();
    let place = |c: &Candidate| words(tail(page, c)) <= 3 && piece(tail(page, c)) == Piece::Name;
    let titles = |over: bool| {
        let beside = move |c: &Candidate| {
            let i = if over { c.line + 1 } else { c.line.checked_sub(1)? };
            let title = if over { over_title(page, c.line) } else { is_lone_title(page, i) };
            title.then(|| (words(tail(page, c)), words(page.str(i))))
        };
        all().filter_map(beside).fold((0, 0, 0), |(n, a, b), (c, d)| (n + 1, a + c, b + d))
    };
    let (over, under) = (titles(true), titles(false));
    let (count, openings, titles) = if over.0 >= under.0 { over } else { under };
    if count < 2 || count * 3 < all().count() * 2 {
        return;
    }
    // What the openings have in common says nothing.
    let shared = |n: usize, back: bool| {
        let nth = |c: &Candidate| {
            let mut words = tail(page, c).split_whitespace();
            if back { words.nth_back(n) } else { words.nth(n) }
        };
        all().next().map(nth).is_some_and(|w| w.is_some() && all().all(|c| nth(c) == w))
    };
    let common = [false, true].map(|back| (0..6).take_while(|&n| shared(n, back)).count());
    let common = common[0].max(common[1]);
    let places = all().all(place) && titles >= openings * 2;
    if !places && (common == 0 || titles + common * count < openings) {
        return;
    }
    for c in candidates.iter_mut().filter(|c| title_first(c)) {
        *c = Candidate { kind: Kind::DateLine, before: Some(Piece::Name), title: None, ..*c };
    }
}

/// Whether line `i` stands alone over the next line, as a title does.
fn is_lone_title(page: &Page, i: usize) -> bool {
    let text = page.str(i);
    page.is_text(i) && page.starts_block(i) && reads_as_title(text) && !is_generic(text) && !is_section(text)
}

/// `Sitrep #4 – 3 May 2021` over a title is a date line where all such lines count on.
pub(super) fn read_counters(page: &Page, candidates: &mut [Candidate]) {
    let counted =
        |c: &Candidate| c.kind == Kind::TitleFirst && tail(page, c).ends_with(|x: char| x.is_ascii_digit());
    let name = |c: &Candidate| tail(page, c).trim_end_matches(|x: char| x.is_ascii_digit()).to_owned();
    let plain = |c: &Candidate| c.kind == Kind::TitleFirst && page.starts_block(c.line);
    let all = || candidates.iter().filter(|c| plain(c));
    let Some(first) = all().next().map(name) else {
        return;
    };
    let over_title = |c: &Candidate| page.is_text(c.line + 1) && reads_as_title(page.str(c.line + 1));
    let fits = || all().filter(|c| counted(c) && name(c) == first);
    let titled = fits().filter(|c| over_title(c)).count();
    if first.is_empty()
        || fits().count() < 2
        || fits().count() < all().count()
        || titled * 3 < all().count() * 2
    {
        return;
    }
    for c in candidates.iter_mut().filter(|c| plain(c)) {
        *c = Candidate { kind: Kind::DateLine, before: Some(Piece::Reference), title: None, ..*c };
    }
}

/// Whether a dash stands between date and words: `3 May 2021 – Trees` has a title as a rule.
fn dashed(page: &Page, c: &Candidate) -> bool {
    let to = c.title.map_or(c.raw.span.end, |t| t.start);
    let from = after_date(&page.text[..to], c.raw.span.end).min(to);
    page.text[from..to].contains(is_dash)
}

/// Reads the words beside a date as a remark; `None` where no title stands by the line.
fn remark(
    page: &Page,
    candidates: &[Candidate],
    c: &Candidate,
    counts: &HashMap<&str, usize>,
) -> Option<Remark> {
    let words = tail(page, c);
    let bracket = words.starts_with('(') && words.ends_with(')');
    // What stands in brackets counts as one word.
    let count = if bracket { 1 } else { words.split_whitespace().count() };
    let cells = || words.split(['|', '•', '·']).map(str::trim);
    let cell_words = |w: &str| w.split_whitespace().count();
    let in_cells = cells().count() > 1 && cells().all(|w| cell_words(w) <= 4 && !w.contains(':'));
    let count = if in_cells { cells().map(cell_words).max().unwrap_or(0) } else { count };
    let number = count <= 4 && words.ends_with(|c: char| c.is_ascii_digit());
    let clear =
        bracket || number || in_cells || c.joint != Joint::Space && count <= 4 && piece(words) == Piece::Name;
    let times = counts.get(words).copied().unwrap_or(0);
    // `CHAD: Attacks around Goz` is a title.
    if !bracket && !number && words.contains(": ") {
        return None;
    }
    if words.len() > if bracket { 140 } else { 60 }
        || c.joint == Joint::Space && !bracket && times < 2 && !is_timed(page, c)
    {
        return None;
    }
    let taken = |i: usize| {
        candidates.binary_search_by_key(&i, |o| o.line).is_ok_and(|n| candidates[n].kind != Kind::TitleFirst)
    };
    let words_of = |a: usize, b: usize| {
        let block = &page.text[page.lines[a].start..page.lines[b].end];
        let title = reads_as_title(block) && !is_generic(block) && !is_section(block);
        (title && block.len() <= 280).then(|| block.split_whitespace().count())
    };
    let apart = page
        .text_before(c.line)
        .filter(|&a| number && c.line - a == 2 && page.starts_block(a) && !taken(a))
        .and_then(|a| words_of(a, a));
    let above = (c.line > 0 && page.is_text(c.line - 1) && !taken(c.line - 1))
        .then(|| page.block_start(c.line))
        .filter(|&start| c.line - start <= 2)
        .and_then(|start| words_of(start, c.line - 1))
        .or(apart);
    let next = page.text_after(c.line).filter(|&j| j - c.line <= 2 && page.is_text(j) && !taken(j));
    let below = next
        .filter(|&j| page.starts_block(c.line) && page.lines[j].len() <= 200)
        .filter(|&j| {
            let body = j + 1;
            let runs_on = page.wrapped
                && page.is_text(body)
                && goes_on(page.text, line_span(page, j), line_span(page, body), page.width);
            page.block_end(j) == j || !runs_on && (page.lines[body].len() > 80 || is_sentence(page.str(body)))
        })
        .and_then(|j| words_of(j, j));
    let near = next == Some(c.line + 1);
    let line_above = c.line > 0 && page.is_text(c.line - 1) && page.starts_block(c.line - 1);
    let line_below = page.block_start(c.line) == c.line && page.block_end(c.line) == c.line + 1;
    (above.is_some() || below.is_some() || line_above || line_below).then_some(Remark {
        clear,
        times,
        words: count,
        above,
        below,
        near,
        line_above,
        line_below,
    })
}

/// Whether a clock time stands behind the date: what follows is a venue.
fn is_timed(page: &Page, c: &Candidate) -> bool {
    let end = c.raw.span.end;
    after_date(&page.text[..page.lines[c.line].end], end) > end
}

/// `3 May 2021 | Orlo | Title`: the cells before the last are no part of the title, where all
/// headings of the page have them.
pub(super) fn read_cells(page: &Page, candidates: &mut [Candidate]) {
    let split = |c: &Candidate| {
        let words = tail(page, c);
        let (cell, rest) = words.split_once(" | ")?;
        let short = cell.split_whitespace().count() <= 4 && !is_sentence(cell);
        (c.kind != Kind::DateLine && short && rest.len() > 1).then(|| words.len() - rest.len())
    };
    without_last_cells(page, candidates);
    let lines = |c: &&Candidate| c.kind != Kind::DateLine && !c.sentence && !c.marks.bullet;
    let total = candidates.iter().filter(lines).count();
    let cells = candidates.iter().filter(lines).filter(|c| split(c).is_some()).count();
    if cells < 2 || cells * 4 < total * 3 {
        return;
    }
    for c in candidates.iter_mut() {
        if let (Some(len), Some(title)) = (split(c), c.title) {
            let start = title.start + len;
            c.title = Some(Span { start, ..title });
        }
    }
}

/// `A dam | Orlo | 3 May 2021`: a place in the last cell before the date is no part of the title.
fn without_last_cells(page: &Page, candidates: &mut [Candidate]) {
    let split = |c: &Candidate| {
        let (title, place) = tail(page, c).rsplit_once(" | ")?;
        let named = place.split_whitespace().count() <= 3 && piece(place) == Piece::Name;
        named.then(|| (title.len(), title.split_whitespace().count(), place.split_whitespace().count()))
    };
    let lines = |c: &&Candidate| c.kind == Kind::TitleFirst && page.starts_block(c.line);
    let cells: Vec<_> = candidates.iter().filter(lines).map(split).collect();
    let (titles, places) = cells.iter().flatten().fold((0, 0), |(t, p), c| (t + c.1, p + c.2));
    if cells.len() < 2 || cells.iter().flatten().count() * 4 < cells.len() * 3 || titles < places * 2 {
        return;
    }
    for c in candidates.iter_mut() {
        if let (Kind::TitleFirst, Some((len, ..)), Some(title)) = (c.kind, split(c), c.title) {
            c.title = Some(Span { end: title.start + len, ..title });
        }
    }
}

/// `People | 3 May 2021` is a short title and its date where no other title stands by it.
pub(super) fn read_names(page: &Page, candidates: &mut [Candidate]) {
    let is_name =
        |c: &Candidate| c.kind == Kind::DateLine && c.before == Some(Piece::Name) && c.title.is_some();
    let alone = |c: &Candidate| {
        let apart = page.block_end(c.line) == c.line
            || !page.wrapped && is_sentence(page.str(c.line + 1)) && page.lines[c.line + 1].len() > 80;
        let letter = |i: usize| page.str(i).starts_with("Dear ");
        page.starts_block(c.line) && apart && page.text_after(c.line).is_some_and(|i| !letter(i))
    };
    let firsts = candidates.iter().filter(|c| c.kind == Kind::TitleFirst).count();
    let names = |i: usize| {
        let (a, b) = sides(page, candidates, i, Stacks::default());
        is_name(&candidates[i]) && alone(&candidates[i]) && a.is_none() && b.is_none()
    };
    let company = firsts > 1 || firsts == 1 && (0..candidates.len()).any(names);
    let untitled = |i: usize| {
        let (a, b) = sides(page, candidates, i, Stacks::default());
        company || a.is_none() && b.is_none()
    };
    let named: Vec<usize> = (0..candidates.len())
        .filter(|&i| is_name(&candidates[i]) && alone(&candidates[i]) && untitled(i))
        .collect();
    let other = candidates.iter().any(|c| c.kind == Kind::OneLine && !c.sentence);
    // Titles stand by most of them: what stands before the date is a place.
    let titled = named.iter().filter(|&&i| {
        let (a, b) = sides(page, candidates, i, Stacks::default());
        a.is_some() || b.is_some()
    });
    if titled.count() * 2 > named.len() && firsts < named.len() {
        return;
    }
    if company || named.len() > 1 && !other {
        for i in named {
            candidates[i] = Candidate {
                kind: Kind::TitleFirst,
                joint: Joint::Strong,
                before: Some(Piece::Other),
                ..candidates[i]
            };
        }
    }
}
