//! Labelled lines: `Sector: Logistics`, `Ref.: AB/12  Date:`.
//!
//! A line or the start of one comes in; out goes what its label announces and where the value stands.

use super::names::{is_space, skip_space};
use super::piece::{Piece, is_reference_word, piece, plain_piece, words};
use super::words::{ASIDE_LABELS, KNOWN_LABELS, SMALL_WORDS};

/// A label at the start of a line, `Sector: Logistics`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Labelled {
    pub(super) kind: LabelKind,
    /// Where the value starts and ends, in bytes of the text.
    pub(super) value: (usize, usize),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LabelKind {
    Title,
    Date,
    /// A label that blocks are known to have: `Sector`, `Location`, `Source`.
    Known,
    /// One of those that no title has: `Contact`, `Author`.
    Aside,
    /// Some short words before a colon, perhaps a label.
    Unknown,
}

/// Reads `text[start..end]` as a labelled line.
pub(super) fn labelled(text: &str, start: usize, end: usize) -> Option<Labelled> {
    let line = text.get(start..end).filter(|l| !l.starts_with('#'))?;
    let colon = line.bytes().take(60).position(|b| b == b':')?;
    let name =
        line[..colon].trim_matches(|c: char| is_space(c) || matches!(c, '*' | '_' | '#' | '-' | '•' | '['));
    if name.is_empty() || name.len() > 32 || !name.starts_with(char::is_alphabetic) {
        return None;
    }
    let count = words(name).count();
    let kind = match words(name).next()?.as_str() {
        _ if count <= 3 && words(name).any(|w| is_title_label(&w)) => LabelKind::Title,
        _ if piece(name) == Piece::DateLabel => LabelKind::Date,
        // `Press freedom: a debate` is a title.
        first if is_known_label(first) && (count == 1 || words(name).all(|w| is_label_word(&w))) => {
            if words(name).any(|w| ASIDE_LABELS.contains(&w.as_str())) {
                LabelKind::Aside
            } else {
                LabelKind::Known
            }
        }
        _ if name.starts_with(char::is_uppercase) && count <= 3 => LabelKind::Unknown,
        _ => return None,
    };
    let from = skip_space(&text[..end], start + colon + 1);
    let lead = text[from..end].len() - text[from..end].trim_start_matches(['*', '_']).len();
    let from = skip_space(&text[..end], from + lead);
    let to = from + text[from..end].trim_end_matches(|c: char| is_space(c) || matches!(c, '*' | '_')).len();
    Some(Labelled { kind, value: (from, to) })
}

fn is_title_label(w: &str) -> bool {
    matches!(
        w,
        "title" | "headline" | "heading" | "subject" | "titre" | "titel" | "titulo" | "titolo" | "betreff"
    )
}

fn is_label_word(w: &str) -> bool {
    is_known_label(w)
        || is_reference_word(w)
        || SMALL_WORDS.contains(&w)
        || matches!(w, "name" | "person" | "persons" | "officer" | "s" | "code" | "group")
}

fn is_known_label(w: &str) -> bool {
    KNOWN_LABELS.contains(&w)
}

/// Whether the piece ends in a date's label, other labels and their values before it:
/// `Ref.: AB/12  Date:`, `Culture · Published`.
pub(super) fn ends_in_date_label(text: &str) -> bool {
    let text = text.trim_end_matches(is_space);
    if let Some((ahead, label)) = text.rsplit_once(['·', '•', '|'])
        && text.len() <= 80
        && plain_piece(ahead) != Piece::Other
        && plain_piece(label) == Piece::DateLabel
    {
        return true;
    }
    let Some(head) = text.strip_suffix(':') else {
        return false;
    };
    // `Date d'émission / Date of issue:`
    if text.len() <= 80
        && head.rsplit_once('/').is_some_and(|(_, label)| plain_piece(label) == Piece::DateLabel)
    {
        return true;
    }
    let start = head
        .char_indices()
        .rev()
        .find(|&(_, c)| is_space(c) || c == '|')
        .map_or(0, |(p, c)| p + c.len_utf8());
    let ahead = head[..start].trim_end_matches(is_space);
    plain_piece(&head[start..]) == Piece::DateLabel
        && text.len() <= 80
        && (ahead.contains(':') || ahead.ends_with(['|', ',', ';', '–', '-']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_labelled_lines() {
        let line = "Title: The dam";
        let found = labelled(line, 0, line.len());
        assert_eq!(found.map(|l| (l.kind, &line[l.value.0..l.value.1])), Some((LabelKind::Title, "The dam")));
        assert_eq!(labelled("no label here", 0, 13), None);
        let kind = |line: &str| labelled(line, 0, line.len()).map(|l| l.kind);
        assert_eq!(kind("Press office: Orlo"), Some(LabelKind::Known));
        assert_eq!(kind("Press freedom: a debate"), Some(LabelKind::Unknown));
    }

    #[test]
    fn tells_a_date_label_behind_other_pieces() {
        assert!(ends_in_date_label("Ref.: AB/12\u{a0}Date:"));
        assert!(ends_in_date_label("Culture · Published"));
        assert!(!ends_in_date_label("The opening date:"));
    }
}
