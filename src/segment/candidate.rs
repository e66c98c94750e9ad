//! Lines that may date an item, each read on its own.
//!
//! A line comes in; out goes the date it has, what part of a heading it would be and how it is
//! written. Nothing is decided here: a table row or a caption may pass, `choose` looks at the page.

use super::date::{Form, RawDate, after_date, clock_at, date_at};
use super::label::{LabelKind, Piece, is_aside, labelled, piece};
use super::line::Page;
use super::marks::{Marks, marks};
use super::names::{is_dash, is_space, month, skip_space, weekday, word_at};
use super::title::{is_caption, is_sentence, trim_joint, trim_title};
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

/// What stands between date and title.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Joint {
    Space,
    Comma,
    /// A colon, dash, bar or bracket, or marks of emphasis around the date.
    Strong,
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
/// Longest line that may be a heading.
const LONGEST: usize = 420;

/// Reads line `i`; `None` where it has no date in a place where a heading has one.
pub(super) fn candidate(page: &Page, i: usize) -> Option<Candidate> {
    let line = page.lines[i];
    if !line.digit || !line.is_text() {
        return None;
    }
    let text = &page.text[..line.end];
    let (marks, at) = marks(text, line.start, |p| date_at(text, p).is_some());
    if marks.foreign || is_table_row(page.str(i)) || is_caption(page.str(i)) {
        return None;
    }
    let open = at + usize::from(text[at..].starts_with(['[', '(']));
    if let Some(raw) = date_at(text, open) {
        return date_first(page, i, raw, marks, None);
    }
    if line.len() > SHORT {
        return None;
    }
    let (from, raw) = find_date(text, at)?;
    date_inside(
        page,
        i,
        Inside {
            at,
            from,
            raw,
            marks,
        },
    )
}

/// A line that starts with its date; `before` is what kind of piece precedes it all the same.
fn date_first(
    page: &Page,
    i: usize,
    raw: RawDate,
    marks: Marks,
    before: Option<Piece>,
) -> Option<Candidate> {
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
    let (joint, colon, rest) = joint(
        text,
        bracket_end(text, line.start, raw.span.start, behind).unwrap_or(behind),
    );
    let title = trim_title(
        page.text,
        Span {
            start: rest,
            end: line.end,
        },
    );
    if title.start >= title.end {
        // A lone year heads a section and a lone `7/2021` is too little.
        return (raw.form != Form::Year || before == Some(Piece::DateLabel)).then_some(base);
    }
    let words = page.slice(title);
    if !colon && is_aside(words) {
        return Some(base);
    }
    // `Tuesday, April 29: 10:00 a.m. – 2:00 p.m.` is a line of a programme.
    if clock_at(text, title.start)
        .is_some_and(|end| after_date(text, end) >= title.end || end >= title.end)
    {
        return None;
    }
    let vague = matches!(raw.form, Form::Year | Form::NumericMonth);
    let lower = words.starts_with(char::is_lowercase)
        && !words.chars().nth(1).is_some_and(char::is_uppercase);
    if line.len() > LONGEST || joint != Joint::Strong && (vague || lower) || vague && lower {
        return None;
    }
    Some(Candidate {
        kind: Kind::OneLine,
        joint,
        colon,
        title: Some(title),
        sentence: is_sentence(words),
        ..base
    })
}

/// A date found inside a line: where the line's text begins, where the date does.
struct Inside {
    at: usize,
    from: usize,
    raw: RawDate,
    marks: Marks,
}

fn date_inside(page: &Page, i: usize, inside: Inside) -> Option<Candidate> {
    let Inside {
        at,
        from,
        raw,
        marks,
    } = inside;
    let line = page.lines[i];
    let text = &page.text[..line.end];
    let label = labelled(page.text, line.start, line.end).filter(|l| l.value.0 <= from + 3);
    let prefix = &text[at..from];
    let kind = if clock_at(text, at).is_some_and(|p| skip_joint(text, p) >= from) {
        None
    } else {
        Some(piece(prefix))
    };
    let (joint, _, rest) = joint(text, after_date(text, raw.span.end));
    let title = trim_title(
        page.text,
        Span {
            start: rest,
            end: line.end,
        },
    );
    let tail = page.text.get(title.start..title.end).unwrap_or("");
    let bare = title.start >= title.end || is_aside(tail);
    let has_label = label.is_some_and(|l| matches!(l.kind, LabelKind::Date));
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
        Some(_) if label.is_some() && !has_label && prefix.trim_end().ends_with(':') => None,
        Some(before @ (Piece::Reference | Piece::Masthead)) => {
            date_first(page, i, raw, marks, Some(before))
        }
        Some(Piece::Name) if bare => {
            let title = trim_joint(
                page.text,
                Span {
                    start: at,
                    end: from,
                },
            );
            let c = date_first(page, i, raw, marks, Some(Piece::Name))?;
            Some(Candidate {
                kind: Kind::DateLine,
                title: Some(title),
                ..c
            })
        }
        Some(Piece::Name) if joint == Joint::Strong => Some(Candidate {
            kind: Kind::PlaceFirst,
            ..date_first(page, i, raw, marks, Some(Piece::Name))?
        }),
        Some(before) if title.start >= title.end => {
            let title = trim_joint(
                page.text,
                Span {
                    start: at,
                    end: from,
                },
            );
            if !page.slice(title).contains(char::is_alphabetic) {
                return None;
            }
            let joined = page.text[title.end..from].chars().any(|c| !is_space(c));
            let wide = page.text[title.end..from]
                .chars()
                .filter(|&c| is_space(c))
                .count()
                >= 3;
            let c = date_first(page, i, raw, marks, Some(before))?;
            (joined || wide).then_some(Candidate {
                kind: Kind::TitleFirst,
                title: Some(title),
                sentence: is_sentence(page.slice(title)),
                joint: if joined { Joint::Strong } else { Joint::Space },
                ..c
            })
        }
        Some(_) => None,
    }
}

/// The first date of some weight from `at` on: where it starts, its weekday included.
fn find_date(text: &str, at: usize) -> Option<(usize, RawDate)> {
    let bytes = text.as_bytes();
    let mut p = at;
    while p < bytes.len() {
        if bytes[p].is_ascii_digit() {
            if let Some(raw) =
                date_at(text, p).filter(|d| !matches!(d.form, Form::Year | Form::NumericMonth))
            {
                return Some((p, raw));
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

/// What separates the date from what follows: the joint, whether it is a colon, the rest.
fn joint(text: &str, at: usize) -> (Joint, bool, usize) {
    let mut joint = Joint::Space;
    let mut colon = false;
    let mut p = at;
    let mut spaced = false;
    while let Some(c) = text.get(p..).and_then(|r| r.chars().next()) {
        if is_space(c) || text[p..].starts_with("&nbsp;") {
            p = skip_space(text, p);
            spaced = true;
            continue;
        }
        if let Some(len) = ["&ndash;", "&mdash;", "&#8211;", "&#8212;"]
            .iter()
            .find(|e| text[p..].starts_with(**e))
        {
            joint = Joint::Strong;
            p += len.len();
            continue;
        }
        // `1 June 2019, Lyon – Title`
        if joint == Joint::Comma
            && let Some(end) = place_before_dash(text, p)
        {
            p = end;
            continue;
        }
        // `1 June 2019 (Lyon) – Title`
        if c == '('
            && let Some(end) = place_in_brackets(text, p)
        {
            p = end;
            continue;
        }
        let next = text[p + c.len_utf8()..].chars().next();
        let ends = next.is_none_or(is_space);
        let strong = match c {
            ':' | '|' | ')' | ']' | '·' | '•' | '»' | '~' | '：' => true,
            // `12 May 2018 -2 degrees` has no dash.
            c if is_dash(c) => {
                ends || !spaced || joint == Joint::Strong || next.is_some_and(|n| n.is_uppercase())
            }
            '>' | '/' | '\\' => ends && spaced,
            '*' | '_' if text[p..].starts_with("****") => break,
            '*' | '_' => !spaced || joint == Joint::Strong,
            _ => false,
        };
        if strong {
            joint = Joint::Strong;
            colon |= c == ':';
        } else if matches!(c, ',' | ';' | '.') && joint == Joint::Space {
            joint = Joint::Comma;
        } else if !(matches!(c, '*' | '_' | '.' | ',')) {
            break;
        }
        spaced = false;
        p += c.len_utf8();
    }
    (joint, colon, p)
}

/// Where the bracket that opens right before the date closes: `[2 Aug 2017 - revised 4 Aug.]`.
fn bracket_end(text: &str, line: usize, date: usize, behind: usize) -> Option<usize> {
    let before = text[line..date]
        .trim_end_matches(|c: char| is_space(c) || c.is_alphabetic() || matches!(c, ',' | '.'));
    let close = match before.chars().next_back()? {
        '[' => b']',
        '(' => b')',
        _ => return None,
    };
    text[behind..]
        .bytes()
        .take(60)
        .position(|b| b == close)
        .map(|n| behind + n)
}

/// The offset behind a place of up to three words that a dash follows.
fn place_before_dash(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    let dash = rest
        .char_indices()
        .take(40)
        .find(|&(i, c)| is_dash(c) && rest[..i].ends_with(is_space))?
        .0;
    let place = rest[..dash].trim_end_matches(is_space);
    let short = place.split(is_space).count() <= 3;
    (short && piece(place) == Piece::Name).then_some(at + place.len())
}

/// The offset behind a place in brackets that a colon or dash follows.
fn place_in_brackets(text: &str, at: usize) -> Option<usize> {
    let len = text[at..].bytes().take(50).position(|b| b == b')')?;
    let behind = skip_space(text, at + len + 1);
    let sign = text.get(behind..)?.chars().next()?;
    let place = piece(&text[at + 1..at + len]) == Piece::Name;
    (place && (is_dash(sign) || matches!(sign, ':' | '|'))).then_some(at + len + 1)
}

fn skip_joint(text: &str, at: usize) -> usize {
    let mut p = skip_space(text, at);
    while let Some(c) = text.get(p..).and_then(|r| r.chars().next())
        && (is_dash(c) || matches!(c, ',' | '|' | '·' | '•'))
    {
        p = skip_space(text, p + c.len_utf8());
    }
    p
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
