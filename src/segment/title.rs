//! What reads as a title.
//!
//! Pieces of the page come in; out goes whether a reader would take one for a title, a section's
//! name, a caption or running text.

use super::marks::marks;
use super::names::{is_dash, is_space};
use super::piece::{Piece, is_aside, piece};
use crate::document::Span;

/// Words that another must follow.
const JOINING_WORDS: &[&str] = &[
    "of", "the", "and", "in", "on", "for", "to", "a", "an", "with", "by", "at", "from", "or", "as", "until",
    "since", "dated", "between",
];

/// Words whose full stop ends no sentence.
const ABBREVIATIONS: &[&str] = &[
    "Inc", "Ltd", "Co", "Corp", "Jr", "Sr", "St", "Dr", "Mr", "Mrs", "Ms", "Prof", "No", "Nos", "vs", "Gen",
    "Col", "Lt", "Capt", "Sgt", "Rep", "Sen", "Gov", "Hon", "Rev", "Fr", "Messrs", "Bros", "Pvt", "Pte",
    "Pty", "Mt", "Ft", "etc", "al", "Jan", "Feb", "Aug", "Sept", "Oct", "Nov", "Dec", "Va", "Md", "Pa",
    "Fla", "Calif", "Mass", "Tex", "Ala", "Ga", "Ill", "Wash", "Conn", "Vol",
];

/// Longest title in characters that stands on lines of its own.
const LONGEST: usize = 280;

/// Whether a block of lines reads as a title: short, no sentence, no caption, no list.
pub(super) fn reads_as_title(block: &str) -> bool {
    if block.len() > 4 * LONGEST {
        return false;
    }
    let (marks, at) = marks(block, 0, |_| false);
    let words = block[at..].trim_matches(|c: char| is_space(c) || matches!(c, '*' | '_'));
    if marks.bullet || marks.foreign || words.len() < 2 || words.chars().count() > LONGEST {
        return false;
    }
    let first = words.chars().next().unwrap_or(' ');
    // `eGovernment` begins in lower case; a sentence that goes on does so too.
    if first.is_lowercase() && !words.chars().nth(1).is_some_and(char::is_uppercase) {
        return false;
    }
    words.contains(char::is_alphabetic)
        && !is_sentence(words)
        && !is_caption(words)
        && !is_link(words)
        && !words.ends_with([';', ','])
        && (marks.heading > 0 || !words.ends_with(':'))
}

/// Whether a line is a title behind a large bullet: `► Title`.
pub(super) fn reads_as_bulleted_title(line: &str) -> bool {
    line.strip_prefix(['►', '▶', '➤', '■', '●', '»', '→', '▪'])
        .is_some_and(|rest| reads_as_title(rest.trim_start()))
}

/// Whether a title is one that any item could have: `PRESS RELEASE`, `News`, `No. 12/2018`.
pub(super) fn is_generic(block: &str) -> bool {
    let words = block.trim_matches(|c: char| is_space(c) || matches!(c, '*' | '_' | '#'));
    matches!(piece(words), Piece::Reference | Piece::DateLabel) || is_aside(words)
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

/// Running text: ends in a full stop, or has sentences inside.
pub(super) fn is_sentence(text: &str) -> bool {
    ends_in_stop(text) || stops_inside(text) > usize::from(text.len() <= 160)
}

/// Several sentences: a paragraph, in which no title can be told apart.
pub(super) fn is_paragraph(text: &str) -> bool {
    ends_in_stop(text) && (stops_inside(text) > 0 || text.chars().count() > 240)
}

fn ends_in_stop(text: &str) -> bool {
    let text =
        text.trim_end_matches(|c: char| is_space(c) || matches!(c, '*' | '_' | '"' | '”' | '’' | '»' | ')'));
    text.ends_with('.') && !text.ends_with("..") && !ends_in_abbreviation(text)
}

fn stops_inside(text: &str) -> usize {
    let breaks = text.match_indices(". ").filter(|&(i, _)| {
        let next = text[i + 2..].trim_start().chars().next().is_some_and(char::is_uppercase);
        next && !ends_in_abbreviation(&text[..=i])
    });
    breaks.count()
}

/// `Ltd.`, `U.S.`, `J.`: a full stop that belongs to the word before it.
fn ends_in_abbreviation(text: &str) -> bool {
    let text = text.trim_end_matches('.');
    let word = text.rsplit(|c: char| is_space(c) || matches!(c, '(' | '-' | '“' | '"')).next().unwrap_or("");
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    letters == 1 && word.chars().count() <= 2 || word.contains('.') || ABBREVIATIONS.contains(&word)
}

/// A few words in capitals: `CULTURE`, a section rather than a title.
pub(super) fn is_section(text: &str) -> bool {
    let words = text.split_whitespace().count();
    words <= 3 && text.len() <= 40 && text.contains(char::is_uppercase) && !text.contains(char::is_lowercase)
}

/// A line that credits or explains a picture.
pub(super) fn is_caption(text: &str) -> bool {
    let text =
        text.trim_start_matches(|c: char| is_space(c) || matches!(c, '*' | '_' | '[' | '(' | '!' | '<'));
    if text.starts_with('©') {
        return true;
    }
    let Some((word, rest)) = text.split_once(|c: char| is_space(c) || matches!(c, ':' | '/' | '©')) else {
        return false;
    };
    let mark = text[word.len()..].trim_start().starts_with([':', '©', '/']);
    match word.to_ascii_lowercase().as_str() {
        "photo" | "photos" | "image" | "picture" | "pictured" | "photograph" | "credit" | "credits"
        | "foto" | "caption" | "figure" | "fig" | "fig." | "img" => {
            mark || rest.trim_start().starts_with("by ")
                || rest.starts_with("credit")
                || rest.starts_with('©')
        }
        "file" | "stock" => rest.trim_start().to_ascii_lowercase().starts_with("photo"),
        _ => false,
    }
}

/// An address or a label of a link: `www.…`, `Read more`.
pub(super) fn is_link(text: &str) -> bool {
    let lower: String = text.chars().take(24).collect::<String>().to_lowercase();
    let address = ["http://", "https://", "www.", "mailto:"].iter().any(|p| lower.starts_with(p));
    let label = [
        "read more",
        "more information",
        "more info",
        "click here",
        "find out more",
        "learn more",
        "see also",
        "read the ",
        "download",
        "back to",
        "share this",
        "continue reading",
        "view all",
    ]
    .iter()
    .any(|p| lower.starts_with(p));
    address || label && text.len() <= 60
}

/// Whether a line ends in a word that another must follow.
pub(super) fn breaks_off(line: &str) -> bool {
    let last = line.rsplit(is_space).next().unwrap_or("");
    JOINING_WORDS.contains(&last)
}

/// Whether a title goes on in the next line: the line broke off, or the next goes on in lower case.
pub(super) fn goes_on(text: &str, line: Span, next: Span, width: usize) -> bool {
    let (a, b) = (&text[line.start..line.end], &text[next.start..next.end]);
    if b.starts_with(char::is_lowercase) || a.ends_with(|c: char| is_dash(c) || matches!(c, ',' | ':' | '&'))
    {
        return true;
    }
    if breaks_off(a) {
        return true;
    }
    let first = b.split(is_space).next().unwrap_or("");
    // Not one more word had room: the title was broken at the page's width.
    width > 0 && a.len() <= width + 8 && a.len() + 1 + first.len() > width
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_titles_from_text() {
        assert!(reads_as_title("A dam for Orlo"));
        assert!(reads_as_title("Talks with Orlo Timber Ltd."));
        assert!(!reads_as_title("The dam was opened yesterday."));
        assert!(!reads_as_title("• The dam"));
        assert!(!reads_as_title("Photo: the dam"));
        assert!(!reads_as_title("Read more"));
    }
}
