//! Lines with words before their date: `Title (3 May 2021)`, `Vienna, 3 May 2021 – Title`,
//! `Published on 3 May 2021`.
//!
//! What the words are decides: a label, a reference, a place or the title.

use super::super::date::{RawDate, after_date, clock_at};
use super::super::joint::{Joint, joint, skip_joint};
use super::super::label::{LabelKind, ends_in_date_label, labelled};
use super::super::line::Page;
use super::super::marks::Marks;
use super::super::names::{is_space, skip_space, word_at};
use super::super::piece::{Piece, is_aside, is_release, piece};
use super::super::title::{is_link, is_sentence};
use super::super::title_text::{before_bracket, trim_joint, trim_title};
use super::super::words::AHEAD_WORDS;
use super::opening::{date_first, has_words};
use super::{Candidate, Kind};
use crate::document::Span;

/// A date found inside a line: where the line's text begins, where the date does.
pub(super) struct Inside {
    pub(super) at: usize,
    pub(super) from: usize,
    pub(super) raw: RawDate,
    pub(super) marks: Marks,
}

pub(super) fn date_inside(page: &Page, i: usize, inside: Inside) -> Option<Candidate> {
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
                    && before_bracket(page.text, Span { start: at, end: from }).end + 1 < from
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
            let title = before_bracket(page.text, title);
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

/// The offset behind `on`, which may stand between a clock time and a date.
fn skip_on(text: &str, at: usize) -> usize {
    word_at(text, at).filter(|w| w.as_str() == "on").map_or(at, |w| skip_space(text, w.end))
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
