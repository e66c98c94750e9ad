//! The lines around a date line: where its header begins and ends, and its title above or below.

use super::candidate::{Candidate, Kind};
use super::date::date_at;
use super::label::{LabelKind, Piece, is_furniture, labelled, piece};
use super::line::{LineKind, Page};
use super::names::is_dash;
use super::title::{
    breaks_off, goes_on, is_generic, is_link, is_paragraph, is_section, is_sentence, reads_as_bulleted_title,
    reads_as_title, unmarked,
};
use crate::document::Span;

/// A title that stands on lines of its own.
#[derive(Clone, Copy, Debug)]
pub(super) struct TitleLines {
    /// The line that the heading begins on: a section's name or reference over the title.
    pub(super) top: usize,
    pub(super) first: usize,
    pub(super) last: usize,
    /// No blank line between it and the date.
    pub(super) near: bool,
}

/// The block of labelled lines that a date line belongs to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Header {
    pub(super) top: usize,
    pub(super) bottom: usize,
    /// The value of `Title:`.
    pub(super) title: Option<Span>,
}

/// Most lines a title is broken over.
const MOST_LINES: usize = 4;

/// The header around the date line: labelled lines above and below it, bylines below it.
pub(super) fn header(page: &Page, date: &Candidate) -> Header {
    let mut header = Header { top: date.line, bottom: date.line, title: None };
    let label_at = |i: usize| {
        let line = page.lines.get(i).filter(|l| l.is_text())?;
        labelled(page.text, line.start, line.end)
    };
    let has_title = |i: Option<usize>| i.and_then(label_at).is_some_and(|l| l.kind == LabelKind::Title);
    if date.before == Some(Piece::DateLabel) {
        let (top, bottom) = (page.block_start(date.line), page.block_end(date.line));
        let titled = (top..=bottom).any(|i| has_title(Some(i)));
        let joins =
            |i: usize| label_at(i).is_some_and(|l| titled && date.labelled || l.kind != LabelKind::Unknown);
        while date.labelled && header.top > top && joins(header.top - 1) {
            header.top -= 1;
        }
        while header.bottom < bottom && joins(header.bottom + 1) {
            header.bottom += 1;
        }
        // `Title:` and `Date:` with a blank line between them.
        let above = page.text_before(header.top).filter(|&i| header.top - i <= 3);
        let below = page.text_after(header.bottom).filter(|&i| i - header.bottom <= 3);
        if !titled && has_title(above) {
            header.top = above.unwrap_or(header.top);
        } else if !titled && has_title(below) {
            header.bottom = below.unwrap_or(header.bottom);
        }
    }
    for i in header.top..=header.bottom {
        if let Some(label) = label_at(i).filter(|l| l.kind == LabelKind::Title && l.value.0 < l.value.1) {
            header.title = Some(value_span(page, i, header.bottom, label.value));
        }
    }
    let aside = |i: usize| is_byline(page, i) || label_at(i).is_some_and(|l| l.kind == LabelKind::Aside);
    while aside(header.bottom + 1) {
        header.bottom += 1;
    }
    while header.top > 0 && aside(header.top - 1) {
        header.top -= 1;
    }
    header
}

/// The value of a label, with the lines below that it runs on to.
fn value_span(page: &Page, i: usize, bottom: usize, value: (usize, usize)) -> Span {
    let mut end = value.1;
    for j in i + 1..=bottom.max(i) {
        if !page.is_text(j) || labelled(page.text, page.lines[j].start, page.lines[j].end).is_some() {
            break;
        }
        end = page.lines[j].end;
    }
    Span { start: value.0, end }
}

fn is_byline(page: &Page, i: usize) -> bool {
    if !page.is_text(i) {
        return false;
    }
    let line = page.str(i).trim_start_matches(['*', '_', '(']);
    let by =
        line.strip_prefix("By ").or_else(|| line.strip_prefix("by ")).or_else(|| line.strip_prefix("BY "));
    by.is_some_and(|name| name.len() <= 60 && name.starts_with(char::is_uppercase) && !is_sentence(name))
}

/// What the page has above its dates as a habit.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Stacks {
    /// More than one line: a section, a title, a standfirst.
    pub(super) many: bool,
    /// The first of them is the name of a section, however it is written.
    pub(super) tagged: bool,
    /// Whether a section's name stands between the date and the title below it.
    pub(super) tags_below: Tags,
    /// The first of them is no section's name, though one may look so.
    pub(super) untagged: bool,
}

/// How often a section's name stands in a place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Tags {
    /// As often as it looks like one.
    #[default]
    Sometimes,
    Always,
    Never,
}

/// Looks at the blocks above the lines `tops`.
pub(super) fn stacks(page: &Page, tops: &[usize]) -> Stacks {
    let words = |i: usize| page.str(i).split_whitespace().count();
    let stacked: Vec<usize> = tops
        .iter()
        .filter(|&&top| is_stacked(page, top))
        .filter_map(|&top| page.text_before(top))
        .map(|last| page.block_start(last))
        .collect();
    let first: usize = stacked.iter().map(|&i| words(i)).sum();
    let second: usize = stacked.iter().map(|&i| words(i + 1)).sum();
    let many = stacked.len() > 1;
    let short = stacked.iter().all(|&i| words(i) <= 3);
    let recurs = |i: usize| stacked.iter().any(|&j| j != i && page.str(j) == page.str(i));
    let same = stacked.iter().filter(|&&i| recurs(i)).count() * 2 > stacked.len();
    // `Case No. 12/30` over the title, each time with another number.
    let counted = |i: usize| {
        page.lines[i].digit && without_digits(page.str(i)).eq(without_digits(page.str(stacked[0])))
    };
    let names_section = |i: usize| is_section(page.str(i)) || is_generic(page.str(i));
    let numbered = many && stacked.iter().all(|&i| counted(i));
    Stacks {
        many,
        tagged: many && short && (second >= first * 2 || same && second > first) || numbered,
        tags_below: Tags::default(),
        untagged: stacked.len() > 2
            && stacked.iter().filter(|&&i| names_section(i)).count() * 2 < stacked.len(),
    }
}

fn without_digits(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().filter(|c| !c.is_ascii_digit())
}

/// Whether the block that ends above line `top` is a title and one or two lines more: a section's
/// name over it, a standfirst below it.
pub(super) fn is_stacked(page: &Page, top: usize) -> bool {
    let Some(last) = page.text_before(top).filter(|&l| top - l <= 2) else {
        return false;
    };
    if !page.is_text(last) {
        return false;
    }
    let start = page.block_start(last);
    // Lines that were broken though the next word had room stand by themselves.
    let parted = |i: usize| {
        !goes_on(page.text, span(page, i), span(page, i + 1), page.width)
            && page.lines[i].len() * 4 < page.width * 3
    };
    if page.wrapped && !(start..last).all(parted) {
        return false;
    }
    (2..=3).contains(&(last + 1 - start))
        && reads_as_title(page.str(start))
        && (last + 1 == top || (start..=last).all(|i| reads_as_title(page.str(i))))
        && (start..=last).all(|i| page.lines[i].len() <= 200)
}

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

/// Longest line that is a title for nothing but its place, in bytes.
const LONGEST_LOOSE: usize = 140;

/// The single line above line `top`, whatever it says.
pub(super) fn loose_above(page: &Page, candidates: &[Candidate], i: usize, top: usize) -> Option<TitleLines> {
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

/// The single line below line `bottom`, whatever it says.
pub(super) fn loose_below(
    page: &Page,
    candidates: &[Candidate],
    i: usize,
    bottom: usize,
) -> Option<TitleLines> {
    let line = page.text_after(bottom).filter(|&l| l - bottom <= 2)?;
    let near = line == bottom + 1;
    let single = page.is_text(line) && (page.block_end(line) == line || near);
    (single && page.text_after(line).is_some() && is_loose_title(page, &candidates[i + 1..], line))
        .then_some(TitleLines { top: line, first: line, last: line, near })
}

pub(super) fn is_loose_title(page: &Page, others: &[Candidate], line: usize) -> bool {
    let text = page.str(line);
    let dated = others.iter().any(|c| c.line == line && matches!(c.kind, Kind::DateLine | Kind::OneLine));
    text.len() <= LONGEST_LOOSE
        && text.starts_with(|c: char| {
            c.is_uppercase() || c.is_ascii_digit() || matches!(c, '“' | '"' | '‘' | '#')
        })
        && !is_paragraph(text)
        && !is_link(text)
        && !is_furniture(text)
        && !begins_with_clock(text)
        && !is_aside_label(page, line)
        && !dated
}

/// Whether the line opens a block whose only other line is a title, or the only one above its text.
pub(super) fn over_title(page: &Page, i: usize) -> bool {
    let body = || is_sentence(page.str(i + 2)) && page.str(i + 2).starts_with(char::is_uppercase);
    page.starts_block(i)
        && page.is_text(i + 1)
        && (page.block_end(i) == i + 1 || !page.wrapped && body())
        && reads_as_title(page.str(i + 1))
        && !is_generic(page.str(i + 1))
}

/// `Contact: Ana Brill`: a line that labels something else than a title.
pub(super) fn is_aside_label(page: &Page, i: usize) -> bool {
    let line = page.lines[i];
    labelled(page.text, line.start, line.end).is_some_and(|l| l.kind == LabelKind::Aside)
}

/// The line above rule `i` where the rule underlines it: `====` right below a title.
fn underlined(page: &Page, i: usize) -> Option<usize> {
    let title = i.checked_sub(1)?;
    let rule = page.lines[i].kind == LineKind::Rule && page.str(i).starts_with(['=', '-']);
    (rule && page.is_text(title) && page.starts_block(title) && reads_as_title(page.str(title)))
        .then_some(title)
}

/// A title that was written as a sentence.
pub(super) fn is_short_sentence(line: &str) -> bool {
    let words = line.trim_matches(['“', '”', '"', '‘', '’', '«', '»']);
    let line = words;
    line.len() <= 140
        && line.starts_with(char::is_uppercase)
        && !is_paragraph(line)
        && reads_as_title(line.trim_end_matches('.'))
}

/// Whether two lines of one block may be one title.
fn joins(page: &Page, a: usize, b: usize) -> bool {
    if is_end(page, a) || is_generic(page.str(a)) {
        return false;
    }
    page.wrapped && !is_name_below(page, a, b) && !is_generic(page.str(b))
        || page.lines[b].len() <= 140 && goes_on(page.text, span(page, a), span(page, b), 0)
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

pub(super) fn span(page: &Page, i: usize) -> Span {
    Span { start: page.lines[i].start, end: page.lines[i].end }
}

/// The title below line `bottom`, unless it belongs to a date line that follows it.
pub(super) fn below(
    page: &Page,
    bottom: usize,
    tags: Tags,
    is_date_line: impl Fn(usize) -> bool,
) -> Option<TitleLines> {
    let mut first = page.text_after(bottom)?;
    let mut near = first == bottom + 1;
    // The date may be underlined.
    if near && page.lines[first].kind == LineKind::Rule && page.str(first).starts_with(['=', '-']) {
        first = page.text_after(first)?;
        near = first == bottom + 2;
    }
    if !page.is_text(first) || first - bottom > 3 || is_date_line(first) {
        return None;
    }
    // `FINANCE` or `Press release` between date and title.
    let section = tags != Tags::Never
        && (tags == Tags::Always || is_section(page.str(first)) || is_generic(page.str(first)));
    // `Communiqué 12` right below the date, the title apart from both.
    let apart = page.text_after(first).filter(|&t| {
        (near && is_generic(page.str(first)) || tags == Tags::Always)
            && page.block_end(first) == first
            && t - first == 2
            && page.is_text(t)
    });
    if let Some(title) = apart.filter(|&t| {
        page.block_end(t) == t
            && (reads_as_title(page.str(t)) || is_short_sentence(page.str(t)))
            && !is_date_line(t)
    }) {
        return Some(TitleLines { top: title, first: title, last: title, near });
    }
    if near
        && section
        && page.is_text(first + 1)
        && reads_as_title(page.str(first + 1))
        && !is_date_line(first + 1)
    {
        first += 1;
    }
    let last = title_end(page, first);
    let glued = page.is_text(last + 1)
        && (page.wrapped || page.lines[last + 1].len() <= 80 || !is_sentence(page.str(last + 1)));
    if page.is_text(last + 1) && is_date_line(last + 1) || !near && glued {
        return None;
    }
    let span = Span { start: page.lines[first].start, end: page.lines[last].end };
    let limit = if near { 280 } else { 200 };
    let alone = near && first == last && !page.is_text(last + 1);
    // `– Title` on a line of its own, the dash having stood behind the date.
    let dashed = page.slice(span).trim_start_matches(is_dash).trim_start();
    let title = reads_as_title(page.slice(span))
        || alone && reads_as_title(dashed)
        || alone && is_short_sentence(page.slice(span));
    // `09.00 Opening` is a line of a programme.
    let clock = begins_with_clock(page.slice(span));
    if clock || span.end - span.start > limit || !title || is_generic(page.slice(span)) {
        return None;
    }
    Some(TitleLines { top: first, first, last, near })
}

/// `09:00 Opening`, `9.30 – Talks`
pub(super) fn begins_with_clock(line: &str) -> bool {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &line.as_bytes()[digits..];
    let minutes = matches!(rest, [b':' | b'.' | b'h', a, b, ..] if a.is_ascii_digit() && b.is_ascii_digit());
    (1..=2).contains(&digits)
        && minutes
        && rest.get(3).is_none_or(|b| !b.is_ascii_digit() && *b != b'.' && *b != b'%')
}

pub(super) fn begins_with_date(page: &Page, i: usize) -> bool {
    let line = page.lines[i];
    line.digit && date_at(&page.text[..line.end], line.start).is_some_and(|d| d.from.day > 0)
}

/// The last line of the title that begins on line `first`.
pub(super) fn title_end(page: &Page, first: usize) -> usize {
    let end = page.block_end(first);
    let whole = Span { start: page.lines[first].start, end: page.lines[end].end };
    if page.wrapped && end - first < 3 && whole.end - whole.start <= 240 && reads_as_title(page.slice(whole))
    {
        let other = |i: usize| is_link(page.str(i)) || is_byline(page, i) || begins_with_date(page, i);
        let lists = (first + 1..=end).any(|i| {
            other(i)
                || !reads_as_title(page.str(i)) && page.str(i).starts_with(|c: char| !c.is_alphanumeric())
        });
        if !lists {
            return end;
        }
    }
    let width = if page.wrapped { page.width } else { 0 };
    let mut last = first;
    while last < end && last - first + 1 < MOST_LINES && page.lines[last + 1].len() <= 140 {
        if page.lines[last].len() > 160
            || is_byline(page, last + 1)
            || !goes_on(page.text, span(page, last), span(page, last + 1), width)
        {
            break;
        }
        last += 1;
    }
    // A line that seemed to go on may have gone on into a paragraph: then it is the title alone.
    let taken = Span { start: whole.start, end: page.lines[last].end };
    if last > first && is_sentence(page.slice(taken)) || last == end && last - first + 1 == MOST_LINES {
        first
    } else {
        last
    }
}

/// The title of a one-line heading, with the lines below that it was broken over.
pub(super) fn one_line_title(page: &Page, c: &Candidate) -> (Option<Span>, usize) {
    let Some(title) = c.title else {
        return (None, c.line);
    };
    if c.kind == Kind::TitleFirst || c.sentence {
        return (Some(title).filter(|_| !is_paragraph(page.slice(title))), c.line);
    }
    let last = title_end(page, c.line);
    let closed = title.end < page.lines[c.line].end;
    if last == c.line || closed {
        return (Some(title), c.line);
    }
    let whole = Span { start: title.start, end: page.lines[last].end };
    if reads_as_title(page.slice(whole)) { (Some(whole), last) } else { (Some(title), c.line) }
}

/// The span of a title on lines of its own, marks aside.
pub(super) fn title_span(page: &Page, lines: TitleLines) -> Span {
    unmarked(page.text, Span { start: page.lines[lines.first].start, end: page.lines[lines.last].end })
}

/// The titles above and below a date line's header.
pub(super) fn sides(
    page: &Page,
    candidates: &[Candidate],
    i: usize,
    stacks: Stacks,
) -> (Option<TitleLines>, Option<TitleLines>) {
    let header = header(page, &candidates[i]);
    // A title may end in a date of its own.
    let before = candidates[..i]
        .iter()
        .rev()
        .find(|c| !(matches!(c.kind, Kind::TitleFirst | Kind::PlaceFirst) || c.before == Some(Piece::Name)));
    let floor = before.map(|c| c.line).filter(|&l| l < header.top);
    // `Hearings, week of 6 June` below a full date is a title.
    let is_title = |c: &Candidate| {
        c.kind == Kind::TitleFirst
            || c.kind == Kind::PlaceFirst && !c.sentence && candidates[i].kind == Kind::DateLine
            || c.before == Some(Piece::Name) && !c.raw.has_year() && candidates[i].raw.has_year()
    };
    let next = || candidates[i + 1..].iter().take(8).filter(|c| !is_title(c));
    let is_date_line = |line: usize| next().any(|c| c.line == line && c.kind == Kind::DateLine);
    let is_heading = |t: &TitleLines| !next().any(|c| (t.first..=t.last).contains(&c.line));
    let up = above(page, header.top, floor, stacks)
        .filter(|t| !is_aside_label(page, t.last))
        .filter(|t| !is_generic(page.slice(title_span(page, *t))))
        .filter(|t| {
            // A quotation over its speaker and day.
            let words = page.slice(title_span(page, *t));
            candidates[i].before != Some(Piece::Name)
                || !(is_sentence(words) && words.starts_with(['“', '"', '‘', '«']))
        });
    (up, below(page, header.bottom, stacks.tags_below, is_date_line).filter(is_heading))
}
