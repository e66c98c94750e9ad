//! Pieces of a line that stand beside a date in headings: labels, references, names, asides.
//!
//! A piece of a line comes in, what kind of piece it is goes out. The lists of words
//! are in `words`.

use super::names::{is_dash, is_space, word_at};
use super::words::{
    ASIDE_WORDS, DATE_FILLERS, DATE_WORDS, MASTHEAD_WORDS, OPENERS, REFERENCE_WORDS, SMALL_WORDS,
};

/// The words of a piece, folded; a number or a reference (`45/2018`) is given as `#`, any other
/// word of more than letters as an empty one.
pub(super) fn words(piece: &str) -> impl Iterator<Item = String> + '_ {
    let digits = piece.bytes().any(|b| b.is_ascii_digit());
    let parts = move |c: char| is_space(c) || matches!(c, ':' | '|' | '*' | '(' | ')') || c == '/' && !digits;
    let trimmed = piece.split(parts).map(|w| w.trim_matches(|c: char| !c.is_alphanumeric()));
    trimmed.filter(|w| !w.is_empty()).map(|w| match word_at(w, 0) {
        Some(word) if word.end == w.len() => word.as_str().to_owned(),
        _ if w.contains(|c: char| c.is_ascii_digit())
            && (w.contains('/') || w.chars().filter(|c| c.is_alphabetic()).count() <= 3) =>
        {
            "#".to_owned()
        }
        _ => String::new(),
    })
}

/// What a piece of a line beside a date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Piece {
    /// `Date:`, `Published on`, `Posted`.
    DateLabel,
    /// `Press release No. 12/2018`, `News`.
    Reference,
    /// `Newsletter 4`, `Vol. 2`: says that the page, not an item, is dated.
    Masthead,
    /// `Vienna,`, `By Jane Doe |`: a few capitalised words.
    Name,
    Other,
}

/// Tells what the piece is; it must not be empty.
pub(super) fn piece(text: &str) -> Piece {
    let text = text.trim_matches(|c: char| is_space(c) || matches!(c, '*' | '_' | '[' | '('));
    if is_posting(text) || words(text).eq(["as", "of"]) || words(text).eq(["as", "at"]) {
        return Piece::DateLabel;
    }
    let whole = plain_piece(text);
    if whole == Piece::Other && (is_compound(text) || is_code(text)) {
        return Piece::Reference;
    }
    whole
}

/// `Press release No. 12/2018 – Vienna`: references and names side by side.
fn is_compound(text: &str) -> bool {
    let parted = text.contains([',', '|', '–', '—', '·', '\t', '('])
        || [" - ", " / ", "   "].iter().any(|s| text.contains(s));
    if text.len() > 80 || !parted {
        return false;
    }
    let mut parts = text
        .split([',', '|', '–', '—', '·', '\t', '(', ')'])
        .flat_map(|p| p.split(" - "))
        .flat_map(|p| p.split(" / "))
        .flat_map(|p| p.split("   "))
        .map(|p| p.trim_matches(is_space))
        .filter(|p| !p.is_empty())
        .map(|p| if is_code(p) { Piece::Reference } else { plain_piece(p) });
    let first = parts.next();
    let mut rest = parts.peekable();
    first == Some(Piece::Reference)
        && rest.peek().is_some()
        && rest.all(|p| matches!(p, Piece::Reference | Piece::Name))
}

/// The number of a release: `P.N. No. 1183/2003-PUB`, `ITLOS/Press 38`, `IP/08/12`, `#2021-17`.
fn is_code(text: &str) -> bool {
    let text = text.trim_matches(|c: char| {
        is_space(c)
            || is_dash(c)
            || matches!(c, '(' | ')' | '[' | ']' | '|' | '·' | '•' | ',' | ':' | ';' | '/')
    });
    if text.len() > 40 || text.split_whitespace().count() > 4 || !text.contains(|c: char| c.is_ascii_digit())
    {
        return false;
    }
    let number = |w: &str| {
        w.starts_with(|c: char| c.is_ascii_digit())
            && w.chars().all(|c| c.is_ascii_digit() || c.is_uppercase() || matches!(c, '/' | '-' | '.'))
    };
    let letters = |w: &str| {
        w.len() <= 7 && w.starts_with(char::is_uppercase) && w.chars().all(|c| c.is_uppercase() || c == '.')
    };
    let word = |w: &str| is_reference_word(&w.to_lowercase());
    // `R.No. 12/2031`: letters, then the word for a number, then one.
    if let Some((ahead, behind)) = ["No.", "No", "Nr.", "Nr", "N°", "Nº", "#"]
        .iter()
        .find_map(|n| text.split_once(n).filter(|(_, b)| number(b.trim_start_matches(is_space))))
    {
        let mut ahead =
            ahead.split(|c: char| is_space(c) || matches!(c, '/' | '-')).filter(|w| !w.is_empty());
        return !behind.trim().contains(is_space) && ahead.all(|w| letters(w) || word(w));
    }
    let signs = text.matches('/').count() * 2 + text.matches('-').count();
    signs > 1
        && text
            .split(|c: char| is_space(c) || matches!(c, '/' | '-'))
            .filter(|w| !w.is_empty())
            .all(|w| letters(w) || number(w) || word(w))
}

pub(super) fn plain_piece(text: &str) -> Piece {
    let (mut key, mut label, mut reference, mut masthead, mut count) = (false, true, true, false, 0);
    for word in words(text).take(12) {
        count += 1;
        // a word of running text rules both out, and the lists need not be searched any more
        if label {
            let is_key = is_date_word(&word);
            key |= is_key;
            label = is_key || is_date_filler(&word);
        }
        if reference {
            // `Media Release No. 7 of 2019`
            let of = word == "of" && count > 1;
            let is_masthead = is_masthead_word(&word);
            masthead |= is_masthead;
            reference = of || is_masthead || is_reference_word(&word);
        }
    }
    if count == 0 || count >= 12 {
        Piece::Other
    } else if label && key {
        Piece::DateLabel
    } else if reference && masthead {
        Piece::Masthead
    } else if reference {
        Piece::Reference
    } else if is_name(text) {
        Piece::Name
    } else {
        Piece::Other
    }
}

/// `Submitted by admin on`, `Posted in News on`, with few words between.
fn is_posting(text: &str) -> bool {
    let mut all = words(text);
    let verb = matches!(
        all.next().as_deref(),
        Some(
            "submitted"
                | "posted"
                | "published"
                | "written"
                | "filed"
                | "added"
                | "signed"
                | "adopted"
                | "held"
                | "issued"
                | "released"
        )
    );
    if !verb || !matches!(all.next().as_deref(), Some("by" | "in" | "under" | "at")) {
        return false;
    }
    let rest = all.take(7).collect::<Vec<_>>();
    rest.len() <= 6 && rest.last().is_some_and(|w| matches!(w.as_str(), "on" | "at")) && text.len() <= 80
}

fn is_date_word(w: &str) -> bool {
    DATE_WORDS.contains(&w)
}

fn is_date_filler(w: &str) -> bool {
    DATE_FILLERS.contains(&w)
}

pub(super) fn is_reference_word(w: &str) -> bool {
    REFERENCE_WORDS.contains(&w)
}

fn is_masthead_word(w: &str) -> bool {
    MASTHEAD_WORDS.contains(&w)
}

/// Whether the piece speaks of a release or a statement, not of an event.
pub(super) fn is_release(text: &str) -> bool {
    words(text).take(8).any(|w| {
        matches!(w.as_str(), "release" | "press" | "news" | "statement" | "immediate" | "communique")
    })
}

/// Whether the piece names the page as a whole: a newsletter, an issue, a volume.
pub(super) fn is_masthead(text: &str) -> bool {
    words(text)
        .take(20)
        .any(|w| is_masthead_word(&w) || matches!(w.as_str(), "releases" | "archive" | "roundup"))
}

/// Up to six words, all capitalised but the small ones between them.
fn is_name(text: &str) -> bool {
    let text = text.trim_end_matches(|c: char| {
        is_space(c) || is_dash(c) || matches!(c, ',' | ';' | '|' | '/' | '·' | '•' | '(' | '[')
    });
    if text.len() > 60 || text.contains([':', '?', '!', ';', '"', '“', '”', '€', '$', '%']) {
        return false;
    }
    let first = word_at(text, 0).map(|w| w.as_str().to_owned()).unwrap_or_default();
    if OPENERS.contains(&first.as_str()) {
        return false;
    }
    let mut count = 0;
    for word in text.split(|c: char| is_space(c) || matches!(c, '|' | '/' | '·')).filter(|w| !w.is_empty()) {
        let word = word.trim_start_matches(['(', '*', '\'', '’']);
        let capital = word.starts_with(char::is_uppercase);
        let small = SMALL_WORDS.contains(&word);
        if !capital && !small || word.contains(|c: char| c.is_ascii_digit()) {
            return false;
        }
        count += usize::from(capital || small);
    }
    (1..=6).contains(&count)
}

/// What may follow the date on a date line: `| Press release`, `by Jane Doe`, `3 min read`.
pub(super) fn is_aside(text: &str) -> bool {
    let text = text.trim_matches(|c: char| {
        is_space(c)
            || is_dash(c)
            || matches!(c, '|' | '·' | '•' | ',' | '*' | '_' | '/' | '[' | ']' | '(' | ')')
    });
    // `👤 Ana Brill`
    let icon = |c: char| matches!(c, '\u{1f300}'..='\u{1faff}' | '\u{fe0f}');
    if text.starts_with(icon) && is_name(text.trim_start_matches(|c: char| icon(c) || is_space(c))) {
        return true;
    }
    let mut all = words(text).take(12).peekable();
    // `In brief` is a title.
    if words(text).eq(["in", "brief"]) {
        return false;
    }
    if words(text).all(|w| w == "#") {
        return text.is_empty();
    }
    match all.peek().map(String::as_str) {
        None => true,
        // `in Culture by Ana Brill`
        Some("in") if text.starts_with("in ") => text.len() <= 60,
        Some("by" | "updated" | "modified" | "edited") => text.len() <= 80,
        Some("last") => matches!(
            piece(text.split_once(|c: char| c.is_ascii_digit()).map_or(text, |s| s.0)),
            Piece::DateLabel
        ),
        _ => all.all(|w| is_reference_word(&w) || ASIDE_WORDS.contains(&w.as_str())),
    }
}

/// Whether the words are all a web page's own: `Share  Tweet  Print`.
pub(super) fn is_furniture(text: &str) -> bool {
    text.len() <= 80 && words(text).all(|w| ASIDE_WORDS.contains(&w.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_the_pieces_beside_a_date() {
        assert_eq!(piece("Published on"), Piece::DateLabel);
        assert_eq!(piece("*Date of issue:"), Piece::DateLabel);
        assert_eq!(piece("No. 112/2018,"), Piece::Reference);
        assert_eq!(piece("PRESS RELEASE |"), Piece::Reference);
        assert_eq!(piece("Newsletter No. 4,"), Piece::Masthead);
        assert_eq!(piece("Port of Spain,"), Piece::Name);
        assert_eq!(piece("The dam was opened on"), Piece::Other);
        assert_eq!(piece("Deadline:"), Piece::Other);
        assert_eq!(piece("Press release No. 12/2018 – Vienna,"), Piece::Reference);
    }

    #[test]
    fn leaves_titles_that_follow_a_date() {
        assert!(is_aside("| Press release"));
        assert!(is_aside("· 3 min read"));
        assert!(!is_aside("| Thank you, Joan"));
    }
}
