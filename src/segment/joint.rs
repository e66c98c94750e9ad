//! What stands between a date and its title: dashes, bars, brackets, a place.
//!
//! An offset behind a date comes in, the kind of joint and the offset behind it go out.

use super::names::{is_dash, is_space, skip_space};
use super::piece::{Piece, piece};

/// What stands between date and title.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Joint {
    Space,
    Comma,
    /// A colon, dash, bar or bracket, or marks of emphasis around the date.
    Strong,
}

/// What separates the date from what follows: the joint, whether it is a colon, the rest.
pub(super) fn joint(text: &str, at: usize) -> (Joint, bool, usize) {
    let mut joint = Joint::Space;
    let mut colon = false;
    let mut p = at;
    let mut spaced = false;
    while let Some(c) = text.get(p..).and_then(|r| r.chars().next()) {
        if is_space(c) || text[p..].starts_with("&nbsp;") {
            let gap = p;
            p = skip_space(text, p);
            if joint == Joint::Space && text[gap..p].chars().count() > 3 {
                joint = Joint::Comma;
            }
            spaced = true;
            continue;
        }
        if let Some(len) =
            ["&ndash;", "&mdash;", "&#8211;", "&#8212;"].iter().find(|e| text[p..].starts_with(**e))
        {
            joint = Joint::Strong;
            p += len.len();
            continue;
        }
        if c == '<'
            && let Some(len) = inline_tag(&text[p..])
        {
            joint = Joint::Strong;
            p += len;
            continue;
        }
        // `1 June 2019, Lyon – Title`
        if joint == Joint::Comma
            && text[at..p].contains(',')
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
        // `//`, `>>`, `--` are one sign.
        let more = text[p..].chars().take_while(|&d| d == c).count();
        let doubled = more > 1 && (is_dash(c) || matches!(c, '/' | '>' | '<' | '|' | ':' | '=' | '~' | '+'));
        let sign = if doubled { more * c.len_utf8() } else { c.len_utf8() };
        let next = text[p + sign..].chars().next();
        let ends = next.is_none_or(is_space);
        let strong = match c {
            ':' | '|' | ')' | ']' | '·' | '•' | '▪' | '■' | '●' | '→' | '►' | '§' | '»' | '~' | '：' => {
                true
            }
            // `12 May 2018 -2 degrees` has no dash.
            c if is_dash(c) => {
                ends || !spaced || joint == Joint::Strong || next.is_some_and(|n| n.is_uppercase())
            }
            '>' | '/' | '\\' | '=' => ends && spaced,
            '+' => doubled && ends && spaced,
            '*' | '_' if text[p..].starts_with("****") => break,
            '*' | '_' => !spaced || ends || joint == Joint::Strong,
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
        p += sign;
    }
    (joint, colon, p)
}

/// The length of a tag that closes, or breaks a line: `</b>`, `<br>`.
fn inline_tag(rest: &str) -> Option<usize> {
    let len = rest.bytes().take(12).position(|b| b == b'>')? + 1;
    (rest.starts_with("</") || rest.starts_with("<br")).then_some(len)
}

/// Where the bracket that opens right before the date closes: `[2 Aug 2017 - revised 4 Aug.]`.
pub(super) fn bracket_end(text: &str, line: usize, date: usize, behind: usize) -> Option<usize> {
    let before = text[line..date]
        .trim_end_matches(|c: char| is_space(c) || c.is_alphabetic() || matches!(c, ',' | '.'));
    let close = match before.chars().next_back()? {
        '[' => b']',
        '(' => b')',
        _ => return None,
    };
    text[behind..].bytes().take(60).position(|b| b == close).map(|n| behind + n)
}

/// The offset behind a place of up to three words that a dash follows.
fn place_before_dash(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    let dash = rest.char_indices().take(40).find(|&(i, c)| is_dash(c) && rest[..i].ends_with(is_space))?.0;
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

pub(super) fn skip_joint(text: &str, at: usize) -> usize {
    let mut p = skip_space(text, at);
    while let Some(c) = text.get(p..).and_then(|r| r.chars().next())
        && (is_dash(c) || matches!(c, ',' | '|' | '·' | '•'))
    {
        p = skip_space(text, p + c.len_utf8());
    }
    p
}
