//! `3 May 2021, Vienna` by a title: whether what stands beside the date is a remark on that title.

use std::collections::HashMap;

use super::super::candidate::{Candidate, Kind};
use super::super::date::after_date;
use super::super::joint::Joint;
use super::super::line::Page;
use super::super::names::is_dash;
use super::super::piece::{Piece, piece};
use super::super::title::{goes_on, is_generic, is_section, is_sentence, reads_as_title};
use super::tail;

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
pub(in crate::segment) fn read_places(page: &Page, candidates: &mut [Candidate]) {
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
                && goes_on(page.text, page.span(j), page.span(body), page.width);
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

/// Whether a dash stands between date and words: `3 May 2021 – Trees` has a title as a rule.
fn dashed(page: &Page, c: &Candidate) -> bool {
    let to = c.title.map_or(c.raw.span.end, |t| t.start);
    let from = after_date(&page.text[..to], c.raw.span.end).min(to);
    page.text[from..to].contains(is_dash)
}

/// Whether a clock time stands behind the date: what follows is a venue.
fn is_timed(page: &Page, c: &Candidate) -> bool {
    let end = c.raw.span.end;
    after_date(&page.text[..page.lines[c.line].end], end) > end
}
