//! Lines that may date an item, each read on its own.
//!
//! A line comes in; out goes the date it has, what part of a heading it would be and how it is
//! written. Nothing is decided here: a table row or a caption may pass, `choose` looks at the page.

use super::block::over_title;
use super::date::{Form, RawDate, after_date, clock_at, date_at};
use super::joint::{Joint, bracket_end, joint, skip_joint};
use super::label::{LabelKind, Piece, ends_in_date_label, is_aside, is_release, labelled, piece};
use super::line::Page;
use super::marks::{Marks, marks};
use super::names::{is_dash, is_space, month, skip_space, weekday, word_at};
use super::title::{is_caption, is_link, is_sentence, trim_joint, trim_title};
use super::words::AHEAD_WORDS;
use crate::document::Span;

/// What part of a heading a dated line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Kind {
    /// Date, then title: `30 July 2021: Title`.
    OneLine,
    /// The date alone or with a label: the title stands above or below.
    DateLine,
    /// `Vienna, 30 July 2021 – Title`: a heading here, the opening of a body there.
    PlaceFirst,
    /// Title, then date: `Title (30 July 2021)`.
    TitleFirst,
}

/// A line with a date.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    pub(super) line: usize,
    pub(super) kind: Kind,
    pub(super) raw: RawDate,
    pub(super) marks: Marks,
    pub(super) joint: Joint,
    /// The joint has a colon.
    pub(super) colon: bool,
    /// What stands before the date on its line.
    pub(super) before: Option<Piece>,
    /// The label before it ends in a colon: `Date:`.
    pub(super) labelled: bool,
    /// The title on the line itself.
    pub(super) title: Option<Span>,
    /// The title reads as running text.
    pub(super) sentence: bool,
}

/// Longest line that is searched for a date which does not stand at its start.
const SHORT: usize = 220;
/// Longest remark behind a comma after a labelled date.
const REMARK: usize = 40;
/// Longest line that may be a heading.
const LONGEST: usize = 420;

/// Reads line `i`; `None` where it has no date in a place where a heading has one.
pub(super) fn candidate(page: &Page, i: usize) -> Option<Candidate> {
    let line = page.lines[i];
    if !line.digit || !line.is_text() {
        return None;
    }
    let text = &page.text[..line.end];
    let (mut marks, at) = marks(text, line.start, |p| begins_date(text, p));
    // `– 3 May 2021 –`
    marks.bullet &= !text.ends_with(is_dash);
    // A lone bullet is drawn before a heading and makes no list.
    marks.bullet &= !over_title(page, i);
    let framed = at > line.start && text[..at].trim_end_matches(is_space).ends_with("||");
    if marks.foreign || !framed && is_table_row(page.str(i)) || is_caption(page.str(i)) {
        return None;
    }
    let open = at + usize::from(text[at..].starts_with(['[', '(']));
    let range = skip_from(text, open);
    let range = date_at(text, range).filter(|d| d.to.is_some() && range > open);
    if let Some(raw) = range.or_else(|| date_at(text, open)) {
        // `12/2031 · 3 May 2031` counts the releases of a year.
        let counted = raw.form == Form::NumericMonth
            && date_at(text, skip_joint(text, raw.span.end)).is_some_and(|d| d.from.day > 0 && d.has_year());
        if counted {
            let from = skip_joint(text, raw.span.end);
            let day = date_at(text, from)?;
            return date_first(page, i, day, marks, Some(Piece::Reference));
        }
        let first = date_first(page, i, raw, marks, None);
        // `2030 Agenda: a report (3 May 2021)`
        if first.is_some() || raw.form != Form::Year {
            return first;
        }
    }
    // Behind `Last updated: 3 May 2021 //` the first paragraph may follow.
    let label = || labelled(page.text, line.start, line.end).filter(|l| l.kind == LabelKind::Date);
    if line.len() > SHORT && label().is_none_or(|l| date_at(text, l.value.0).is_none()) {
        return None;
    }
    // `Trains from May 2018 (3 March 2018)`: the first date may be part of the title.
    let mut p = at;
    for _ in 0..3 {
        let (from, raw) = find_date(text, p)?;
        let inside = Inside { at, from, raw, marks };
        if let Some(found) = date_inside(page, i, inside) {
            // `Elections of 14 May 2017: results (3 June 2017)`
            let last = (found.kind == Kind::PlaceFirst).then(|| find_date(text, raw.span.end)).flatten();
            let ends = last
                .and_then(|(from, raw)| date_inside(page, i, Inside { at, from, raw, marks }))
                .filter(|c| c.kind == Kind::TitleFirst && c.joint == Joint::Strong)
                .filter(|c| c.raw.has_year() || !found.raw.has_year());
            return Some(ends.unwrap_or(found));
        }
        p = raw.span.end;
    }
    None
}

/// The offset behind `From`, which may open a range.
fn skip_from(text: &str, at: usize) -> usize {
    let first = text.as_bytes().get(at).map(u8::to_ascii_lowercase);
    if !matches!(first, Some(b'f' | b'b' | b'd' | b'v')) {
        return at;
    }
    match word_at(text, at) {
        Some(w) if matches!(w.as_str(), "from" | "between" | "du" | "vom" | "del") => skip_space(text, w.end),
        _ => at,
    }
}

/// The offset behind `on`, which may stand between a clock time and a date.
fn skip_on(text: &str, at: usize) -> usize {
    word_at(text, at).filter(|w| w.as_str() == "on").map_or(at, |w| skip_space(text, w.end))
}

/// Whether a date begins here and no number of a list: `30. July`, but not `1. July 30, 2021`.
fn begins_date(text: &str, at: usize) -> bool {
    let Some(raw) = date_at(text, at) else {
        return false;
    };
    let digits = text[at..].bytes().take_while(u8::is_ascii_digit).count();
    let month_only = raw.form == Form::NumericMonth && text[at + digits..].starts_with(". ");
    let numbered = month_only
        || !raw.has_year()
            && text[at + digits..].starts_with(". ")
            && date_at(text, at + digits + 2).is_some_and(|d| d.has_year() && d.from.day > 0);
    !numbered
}

/// A line that starts with its date; `before` is what kind of piece precedes it all the same.
fn date_first(page: &Page, i: usize, raw: RawDate, marks: Marks, before: Option<Piece>) -> Option<Candidate> {
    let line = page.lines[i];
    let text = &page.text[..line.end];
    let base = Candidate {
        line: i,
        kind: Kind::DateLine,
        raw,
        marks,
        joint: Joint::Space,
        colon: false,
        before,
        labelled: false,
        title: None,
        sentence: false,
    };
    let behind = after_date(text, raw.span.end);
    let (joint, colon, rest) =
        joint(text, bracket_end(text, line.start, raw.span.start, behind).unwrap_or(behind));
    let title = trim_title(page.text, Span { start: rest, end: line.end });
    if !has_words(page, title) {
        // A lone year heads a section and a lone `7/2021` is too little.
        return (raw.form != Form::Year || before == Some(Piece::DateLabel)).then_some(base);
    }
    let words = page.slice(title);
    if !colon && is_aside(words) {
        return Some(base);
    }
    // `Friday, 6 June: 9:30 a.m. – 1:15 p.m.` is a line of a programme.
    if clock_at(text, title.start).is_some_and(|end| after_date(text, end) >= title.end || end >= title.end) {
        return None;
    }
    let vague = matches!(raw.form, Form::Year | Form::NumericMonth);
    let lower =
        words.starts_with(char::is_lowercase) && !words.chars().nth(1).is_some_and(char::is_uppercase);
    // `Posted by Ana Brill on 3 May 2021, closes 20 May`
    let posted = before == Some(Piece::DateLabel)
        && (joint == Joint::Strong && line.len() > SHORT || joint == Joint::Comma && words.len() <= REMARK);
    // `filed 3 May 2021 from Orlo`
    let sent =
        ["from ", "at "].iter().any(|w| words.strip_prefix(w).is_some_and(|p| piece(p) == Piece::Name));
    if (posted || before == Some(Piece::DateLabel) && sent) && !vague {
        return Some(base);
    }
    if line.len() > LONGEST || joint != Joint::Strong && (vague || lower) || vague && lower {
        return None;
    }
    Some(Candidate {
        kind: Kind::OneLine,
        joint,
        colon,
        title: Some(title),
        sentence: is_sentence(words)
            && !in_capitals(words)
            && !(joint == Joint::Comma && is_stopped_place(words)),
        ..base
    })
}

/// `GRADE PROMOTIONS.`: capitals that end in a full stop are no sentence.
fn in_capitals(words: &str) -> bool {
    words.len() <= SHORT && !words.contains(". ") && !words.contains(char::is_lowercase)
}

/// `3 May 2031, Orlo.`: a place that ends in a full stop.
fn is_stopped_place(words: &str) -> bool {
    words.split_whitespace().count() <= 3 && piece(words.trim_end_matches('.')) == Piece::Name
}

/// A date found inside a line: where the line's text begins, where the date does.
struct Inside {
    at: usize,
    from: usize,
    raw: RawDate,
    marks: Marks,
}

fn date_inside(page: &Page, i: usize, inside: Inside) -> Option<Candidate> {
    let Inside { at, from, raw, marks } = inside;
    let line = page.lines[i];
    let text = &page.text[..line.end];
    let label = labelled(page.text, line.start, line.end).filter(|l| l.value.0 <= from + 3);
    let prefix = &text[at..from];
    let (joint, colon, rest) = joint(text, after_date(text, raw.span.end));
    let title = trim_title(page.text, Span { start: rest, end: line.end });
    let tail = page.text.get(title.start..title.end).unwrap_or("");
    let empty = !has_words(page, title);
    let bare = empty || is_aside(tail) && !colon;
    let kind = if clock_at(text, at).is_some_and(|p| skip_on(text, skip_joint(text, p)) >= from) {
        None
    } else if ends_in_date_label(prefix) {
        Some(Piece::DateLabel)
    } else {
        Some(match piece(prefix) {
            // Alone beside a date, a few words before a bar may be a title.
            Piece::Other if is_cell(prefix, if empty { 3 } else { 5 }) => Piece::Name,
            // `Talks on Water (Orlo, 3 May 2021)`
            Piece::Name
                if empty
                    && before_bracket(page, Span { start: at, end: from }).end + 1 < from
                    && prefix.contains(" (") =>
            {
                Piece::Other
            }
            kind => kind,
        })
    };
    // `As of 3 May 2031` dates what it stands over, not what follows on its line.
    if kind == Some(Piece::DateLabel)
        && !empty
        && prefix.get(..3).is_some_and(|p| p.eq_ignore_ascii_case("as "))
    {
        return None;
    }
    let has_label = label.is_some_and(|l| matches!(l.kind, LabelKind::Date));
    // `Deadline: 3 May 2021` dates nothing that has happened.
    let first = word_at(text, at).map(|w| AHEAD_WORDS.contains(&w.as_str()));
    if label.is_some() && !has_label && first == Some(true) || is_link(prefix) {
        return None;
    }
    match kind {
        None => date_first(page, i, raw, marks, None),
        Some(Piece::DateLabel) => {
            let c = date_first(page, i, raw, marks, Some(Piece::DateLabel))?;
            // What follows a labelled date is no title unless a colon or dash says so.
            let line_only = has_label || c.joint != Joint::Strong;
            Some(Candidate {
                labelled: has_label,
                kind: if line_only { Kind::DateLine } else { c.kind },
                ..c
            })
        }
        Some(kind) if label.is_some() && !has_label && prefix.trim_end().ends_with(':') => {
            let reference = kind == Piece::Reference && is_release(prefix);
            let place = piece(prefix.trim_end_matches([' ', ':'])) == Piece::Name && empty;
            let before = if reference { Piece::Reference } else { Piece::Name };
            (reference || place).then(|| date_first(page, i, raw, marks, Some(before))).flatten()
        }
        Some(before @ (Piece::Reference | Piece::Masthead)) => date_first(page, i, raw, marks, Some(before)),
        Some(_) if empty && prefix.trim().eq_ignore_ascii_case("on") => {
            date_first(page, i, raw, marks, Some(Piece::DateLabel))
        }
        // `Source: The Tide, 3 May 2021`
        Some(Piece::Name | Piece::Other) if bare && label.is_some_and(|l| l.kind == LabelKind::Aside) => {
            let c = date_first(page, i, raw, marks, Some(Piece::Reference))?;
            Some(Candidate { kind: Kind::DateLine, title: None, ..c })
        }
        // `By Ana Brill / 3 May 2021 / Culture`
        Some(Piece::Name) if bare || is_by(prefix) && tail.split_whitespace().count() <= 3 => {
            let title = trim_joint(page.text, Span { start: at, end: from });
            let c = date_first(page, i, raw, marks, Some(Piece::Name))?;
            Some(Candidate { kind: Kind::DateLine, title: Some(title), ..c })
        }
        Some(Piece::Name) if joint == Joint::Strong => {
            Some(Candidate { kind: Kind::PlaceFirst, ..date_first(page, i, raw, marks, Some(Piece::Name))? })
        }
        // `A dam / 3 May 2021 / Vienna` has a title and a place.
        Some(before @ (Piece::Other | Piece::Name))
            if empty || joint == Joint::Strong && page.starts_block(i) && is_last_cell(prefix, tail) =>
        {
            let title = trim_joint(page.text, Span { start: at, end: from });
            let title = before_bracket(page, title);
            if !page.slice(title).contains(char::is_alphabetic) {
                return None;
            }
            let joined = page.text[title.end..from].chars().any(|c| !is_space(c));
            let wide = page.text[title.end..from].chars().filter(|&c| is_space(c)).count() >= 3
                || page.text[title.end..from].contains('\t');
            let c = date_first(page, i, raw, marks, Some(before))?;
            (joined || wide).then_some(Candidate {
                kind: Kind::TitleFirst,
                title: Some(title),
                sentence: is_sentence(page.slice(title)),
                joint: if joined { Joint::Strong } else { Joint::Space },
                ..c
            })
        }
        // `Vienna, 30 July 2021 Title`
        Some(Piece::Name) if prefix.trim_end_matches(is_space).ends_with(',') => {
            date_first(page, i, raw, marks, Some(Piece::Name))
                .filter(|c| !c.sentence && c.kind == Kind::OneLine)
                .map(|c| Candidate { kind: Kind::PlaceFirst, ..c })
        }
        Some(_) => None,
    }
}

fn is_by(prefix: &str) -> bool {
    prefix.get(..3).is_some_and(|p| p.eq_ignore_ascii_case("by "))
}

/// Whether a place in the last of three cells follows: `A dam / 3 May 2021 / Vienna`.
fn is_last_cell(prefix: &str, tail: &str) -> bool {
    let prefix = prefix.trim_end_matches(is_space);
    (prefix.ends_with('|') || prefix.ends_with(" /"))
        && tail.split_whitespace().count() <= 3
        && piece(tail) == Piece::Name
        && prefix.split_whitespace().count() > 4
}

/// `Human rights |`: a few words before a bar.
fn is_cell(prefix: &str, most: usize) -> bool {
    let prefix = prefix.trim_end_matches(is_space);
    (prefix.ends_with('|') || prefix.ends_with(" /"))
        && prefix.starts_with(char::is_uppercase)
        && prefix.split_whitespace().count() <= most + 1
        && !prefix.contains([':', '?', '!'])
}

/// Whether the stretch has a letter or digit.
fn has_words(page: &Page, span: Span) -> bool {
    span.start < span.end && page.slice(span).contains(char::is_alphanumeric)
}

/// `Title (Orlo, 3 May 2021)` has the title before the bracket.
fn before_bracket(page: &Page, title: Span) -> Span {
    let words = page.slice(title);
    match words.rfind(" (") {
        Some(open) if !words[open..].contains(')') => {
            trim_joint(page.text, Span { end: title.start + open, ..title })
        }
        _ => title,
    }
}

/// The first date of some weight from `at` on: where it starts, its weekday included.
pub(super) fn find_date(text: &str, at: usize) -> Option<(usize, RawDate)> {
    let bytes = text.as_bytes();
    let mut p = at;
    while p < bytes.len() {
        if bytes[p].is_ascii_digit() {
            let digits = text[p..].bytes().take_while(u8::is_ascii_digit).count();
            let dashed = text[p + digits..].trim_start_matches(is_space).starts_with(is_dash);
            let counted = |d: &RawDate| (d.to.is_some() || dashed) && follows_counter(&text[at..p]);
            if let Some(raw) =
                date_at(text, p).filter(|d| !matches!(d.form, Form::Year | Form::NumericMonth) && !counted(d))
            {
                return Some((p, raw));
            }
            // The minutes of `14:05, 27 July 2021` are no day.
            if let Some(end) = clock_at(text, p) {
                p = end;
                continue;
            }
            p += bytes[p..]
                .iter()
                .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'/' | b'.' | b','))
                .count();
        } else if let Some(word) = word_at(text, p) {
            let name = word.as_str();
            if (month(name).is_some() || weekday(name).is_some())
                && let Some(raw) = date_at(text, p)
            {
                return Some((p, raw));
            }
            p = word.end;
        } else {
            p += text[p..].chars().next().map_or(1, char::len_utf8);
        }
    }
    None
}

/// Words whose number counts them.
const COUNTERS: &[&str] = &[
    "day", "week", "part", "no", "nr", "number", "vol", "update", "sitrep", "bulletin", "entry", "letter",
    "circular", "session", "issue",
];

/// Whether a number counts what stands before it: `Day 1 – 23 February` is no range of days.
fn follows_counter(before: &str) -> bool {
    let before = before.trim_end_matches(is_space);
    let word = before.rsplit(is_space).next().unwrap_or("").trim_end_matches(['.', ':']);
    before.ends_with('#') || COUNTERS.iter().any(|w| word.eq_ignore_ascii_case(w))
}

/// Line `i` as one whose date was found in another way; what stands before it is given.
pub(super) fn dated_line(
    page: &Page,
    i: usize,
    raw: RawDate,
    marks: Marks,
    before: Piece,
) -> Option<Candidate> {
    date_first(page, i, raw, marks, Some(before))
}

/// The offset behind a date, its clock time and what joins it to the words behind.
pub(super) fn after_joint(text: &str, at: usize) -> usize {
    joint(text, after_date(text, at)).2
}

/// Two tabs, three bars or two wide gaps: a row of a table.
fn is_table_row(line: &str) -> bool {
    if line.len() > SHORT {
        return false;
    }
    let bars = line.bytes().filter(|&b| b == b'|').count();
    let tabs = line.bytes().filter(|&b| b == b'\t').count();
    let gaps = line.split("   ").filter(|s| !s.trim().is_empty()).count();
    bars >= 3 || tabs >= 2 || gaps >= 4
}
