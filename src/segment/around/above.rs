//! The title above a date line.

use super::super::candidate::Candidate;
use super::super::line::{LineKind, Page};
use super::super::piece::{Piece, is_furniture, piece};
use super::super::title::{
    breaks_off, goes_on, is_generic, is_section, is_sentence, is_short_sentence, reads_as_bulleted_title,
    reads_as_title,
};
use super::stack::{Stacks, is_stacked};
use super::{MOST_LINES, TitleLines, is_loose_title};
use crate::document::Span;

/// The title above line `top`; no line up to `floor` belongs to it. `stacks` says that the page
/// has more than one line above its dates.
pub(super) fn above(page: &Page, mut top: usize, floor: Option<usize>, stacks: Stacks) -> Option<TitleLines> {
    let mut last = page.text_before(top)?;
    let mut near = last + 1 == top;
    if let Some(title) = underlined(page, last) {
        near = last + 1 == top;
        last = title;
    }
    // `Share  Tweet  Print` between title and date, blank lines around it.
    if page.is_text(last) && page.block_start(last) == last && is_furniture(page.str(last)) {
        last = page.text_before(last).filter(|&l| last - l <= 3)?;
        near = false;
        top = last + 1;
    }
    if page.lines[last].kind == LineKind::Rule || top - last > 3 || floor.is_some_and(|f| last <= f) {
        return None;
    }
    let lowest = floor.map_or(0, |f| f + 1);
    let start = page.block_start(last).max(lowest);
    // `Title`, `Press release`, date
    while last > start
        && near
        && (is_generic(page.str(last)) || page.wrapped && is_name_below(page, last - 1, last))
    {
        last -= 1;
    }
    let mut first = last;
    while first > start && last - first + 1 < MOST_LINES && joins(page, first - 1, first) {
        first -= 1;
    }
    if stacks.many && first > start && is_stacked(page, top) {
        let section =
            stacks.tagged || !stacks.untagged && (is_section(page.str(start)) || is_generic(page.str(start)));
        let (first, last) = if section { (start + 1, start + 1) } else { (start, start) };
        return reads_as_title(page.str(first)).then_some(TitleLines { top: start, first, last, near });
    }
    // A block that is not taken whole is text of which a line looks like a title.
    let whole = first == start;
    if !whole && (!near || page.wrapped && !is_end(page, first - 1)) {
        return None;
    }
    let span = Span { start: page.lines[first].start, end: page.lines[last].end };
    let limit = if near { 280 } else { 200 };
    let alone = near && whole && first == last && !page.is_text(top + 1);
    let bulleted = near && whole && reads_as_bulleted_title(page.slice(span));
    let open = breaks_off(page.slice(span)) && (page.wrapped || first == last && !whole);
    let title =
        reads_as_title(page.slice(span)) && !open || bulleted || alone && is_short_sentence(page.slice(span));
    (span.end - span.start <= limit && title).then_some(TitleLines { top: first, first, last, near })
}

/// The single line above line `top`, whatever it says.
pub(in crate::segment) fn loose_above(
    page: &Page,
    candidates: &[Candidate],
    i: usize,
    top: usize,
) -> Option<TitleLines> {
    let line = page.text_before(top).filter(|&l| top - l <= 2)?;
    let near = line + 1 == top;
    let single = page.is_text(line) && page.starts_block(line);
    (single && is_loose_title(page, &candidates[..i], line)).then_some(TitleLines {
        top: line,
        first: line,
        last: line,
        near,
    })
}

/// The line above rule `i` where the rule underlines it: `====` right below a title.
fn underlined(page: &Page, i: usize) -> Option<usize> {
    let title = i.checked_sub(1)?;
    let rule = page.lines[i].kind == LineKind::Rule && page.str(i).starts_with(['=', '-']);
    (rule && page.is_text(title) && page.starts_block(title) && reads_as_title(page.str(title)))
        .then_some(title)
}

/// Whether two lines of one block may be one title.
fn joins(page: &Page, a: usize, b: usize) -> bool {
    if is_end(page, a) || is_generic(page.str(a)) {
        return false;
    }
    page.wrapped && !is_name_below(page, a, b) && !is_generic(page.str(b))
        || page.lines[b].len() <= 140 && goes_on(page.text, page.span(a), page.span(b), 0)
}

/// `Ana Brill, Minister` below a short title line: a line of its own.
fn is_name_below(page: &Page, a: usize, b: usize) -> bool {
    page.lines[a].len() * 5 < page.width * 3 && piece(page.str(b)) == Piece::Name && !breaks_off(page.str(a))
}

fn is_end(page: &Page, i: usize) -> bool {
    let text = page.str(i);
    text.ends_with(['.', '!', '?', '”', '"', ':']) && is_sentence(text)
        || text.ends_with(['!', '?', '”', '"'])
}
