//! Words that stand around dates in headings: labels, references, places.
//!
//! A piece of a line comes in, what kind of piece it is goes out. The lists are short on
//! purpose: they hold the words of publishing, not those of any publisher.

use super::names::{is_dash, is_space, skip_space, word_at};

/// Words of a label that a date follows.
const DATE_WORDS: &[&str] = &[
    "date",
    "dated",
    "published",
    "posted",
    "updated",
    "released",
    "issued",
    "created",
    "added",
    "uploaded",
    "publication",
    "modified",
    "datum",
    "publie",
    "fecha",
    "data",
    "online",
];

/// Words that may stand beside those.
const DATE_FILLERS: &[&str] = &[
    "on",
    "of",
    "last",
    "first",
    "the",
    "news",
    "press",
    "media",
    "article",
    "story",
    "post",
    "at",
    "in",
    "time",
    "web",
    "release",
    "issue",
    "le",
    "de",
    "am",
    "this",
    "page",
    "was",
    "item",
    "and",
    "for",
    "immediate",
    "publishing",
];

/// Words of a reference or of a kind of text; `#` is a number.
const REFERENCE_WORDS: &[&str] = &[
    "#",
    "press",
    "release",
    "releases",
    "news",
    "media",
    "statement",
    "statements",
    "communique",
    "notice",
    "announcement",
    "alert",
    "advisory",
    "briefing",
    "note",
    "no",
    "nr",
    "number",
    "ref",
    "reference",
    "item",
    "circular",
    "ip",
    "memo",
    "pr",
    "for",
    "immediate",
    "story",
    "article",
    "blog",
    "post",
    "update",
    "speech",
    "feature",
    "event",
    "events",
    "opinion",
    "report",
    "interview",
    "latest",
    "headline",
    "brief",
    "joint",
    "document",
    "doc",
    "general",
    "internal",
    "public",
    "official",
    "information",
    "centre",
    "room",
];

/// Words that name the page as a whole.
const MASTHEAD_WORDS: &[&str] = &[
    "newsletter",
    "bulletin",
    "digest",
    "magazine",
    "gazette",
    "journal",
    "weekly",
    "monthly",
    "quarterly",
    "vol",
    "volume",
    "edition",
    "issue",
    "brochure",
    "monitor",
    "issn",
    "info",
];

/// First words of labels that blocks are known to have.
const KNOWN_LABELS: &[&str] = &[
    "sector",
    "sectors",
    "category",
    "categories",
    "location",
    "place",
    "venue",
    "topic",
    "topics",
    "theme",
    "type",
    "source",
    "author",
    "authors",
    "by",
    "contact",
    "country",
    "countries",
    "region",
    "language",
    "ref",
    "reference",
    "no",
    "number",
    "tags",
    "tag",
    "section",
    "department",
    "office",
    "status",
    "keywords",
    "programme",
    "program",
    "project",
    "issue",
    "from",
    "to",
    "city",
    "news",
    "event",
    "events",
    "area",
    "field",
    "id",
    "series",
    "partner",
    "partners",
    "donor",
    "budget",
    "lead",
    "press",
    "media",
    "reporter",
    "writer",
    "editor",
    "unit",
    "committee",
    "industry",
    "company",
];

/// Small words inside a name.
const SMALL_WORDS: &[&str] = &[
    "of", "the", "and", "de", "la", "del", "by", "&", "–", "-", "upon", "am", "in", "von", "van",
    "di", "da", "al",
];

/// Words that begin a sentence with a date, never a name.
const OPENERS: &[&str] = &[
    "on", "in", "at", "from", "since", "until", "between", "during", "after", "before", "as", "for",
];

/// Words of what a web page sets beside a date.
const ASIDE_WORDS: &[&str] = &[
    "min", "mins", "minute", "minutes", "read", "views", "comments", "comment", "share", "print",
    "leave", "a", "and", "pdf", "en", "english", "category", "in", "date",
];

/// The words of a piece, folded; a number or a reference (`45/2018`) is given as `#`, any other
/// word of more than letters as an empty one.
fn words(piece: &str) -> impl Iterator<Item = String> + '_ {
    let trim = |w: &'_ str| w.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    let digits = piece.contains(|c: char| c.is_ascii_digit());
    let parts = move |c: char| {
        is_space(c) || matches!(c, ':' | '|' | '*' | '(' | ')') || c == '/' && !digits
    };
    piece
        .split(parts)
        .map(trim)
        .filter(|w| !w.is_empty())
        .map(|w| match word_at(&w, 0) {
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
    if is_posting(text) {
        return Piece::DateLabel;
    }
    let (mut key, mut label, mut reference, mut masthead, mut count) =
        (false, true, true, false, 0);
    for word in words(text).take(12) {
        count += 1;
        let is_key = is_date_word(&word);
        key |= is_key;
        label &= is_key || is_date_filler(&word);
        reference &= is_reference_word(&word) || is_masthead_word(&word);
        masthead |= is_masthead_word(&word);
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
        Some("submitted" | "posted" | "published" | "written" | "filed" | "added")
    );
    let way = matches!(all.next().as_deref(), Some("by" | "in" | "under"));
    let rest = all.take(7).collect::<Vec<_>>();
    verb && way
        && rest.len() <= 6
        && rest
            .last()
            .is_some_and(|w| matches!(w.as_str(), "on" | "at"))
        && text.len() <= 80
}

fn is_date_word(w: &str) -> bool {
    DATE_WORDS.contains(&w)
}

fn is_date_filler(w: &str) -> bool {
    DATE_FILLERS.contains(&w)
}

fn is_reference_word(w: &str) -> bool {
    REFERENCE_WORDS.contains(&w)
}

fn is_masthead_word(w: &str) -> bool {
    MASTHEAD_WORDS.contains(&w)
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
        is_space(c) || is_dash(c) || matches!(c, ',' | '|' | '/' | '·' | '•' | '(' | '[')
    });
    if text.len() > 60 || text.contains([':', '?', '!', ';', '"', '“', '”', '€', '$', '%']) {
        return false;
    }
    let first = word_at(text, 0)
        .map(|w| w.as_str().to_owned())
        .unwrap_or_default();
    if OPENERS.contains(&first.as_str()) {
        return false;
    }
    let mut count = 0;
    for word in text
        .split(|c: char| is_space(c) || matches!(c, '|' | '/' | '·'))
        .filter(|w| !w.is_empty())
    {
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
            || matches!(
                c,
                '|' | '·' | '•' | ',' | '*' | '_' | '/' | '[' | ']' | '(' | ')'
            )
    });
    let mut all = words(text).take(12).peekable();
    if words(text).all(|w| w == "#") {
        return text.is_empty();
    }
    match all.peek().map(String::as_str) {
        None => true,
        Some("by" | "updated" | "modified" | "edited") => text.len() <= 80,
        Some("last") => matches!(
            piece(
                text.split_once(|c: char| c.is_ascii_digit())
                    .map_or(text, |s| s.0)
            ),
            Piece::DateLabel
        ),
        _ => all.all(|w| is_reference_word(&w) || ASIDE_WORDS.contains(&w.as_str())),
    }
}

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
    /// Some short words before a colon, perhaps a label.
    Unknown,
}

/// Reads `text[start..end]` as a labelled line.
pub(super) fn labelled(text: &str, start: usize, end: usize) -> Option<Labelled> {
    let line = text.get(start..end).filter(|l| !l.starts_with('#'))?;
    let colon = line.bytes().take(60).position(|b| b == b':')?;
    let name = line[..colon]
        .trim_matches(|c: char| is_space(c) || matches!(c, '*' | '_' | '#' | '-' | '•' | '['));
    if name.is_empty() || name.len() > 32 || !name.starts_with(char::is_alphabetic) {
        return None;
    }
    let count = words(name).count();
    let kind = match words(name).next()?.as_str() {
        _ if count <= 3 && words(name).any(|w| is_title_label(&w)) => LabelKind::Title,
        _ if piece(name) == Piece::DateLabel => LabelKind::Date,
        first if is_known_label(first) => LabelKind::Known,
        _ if name.starts_with(char::is_uppercase) && count <= 3 => LabelKind::Unknown,
        _ => return None,
    };
    let from = skip_space(&text[..end], start + colon + 1);
    let lead = text[from..end].len() - text[from..end].trim_start_matches(['*', '_']).len();
    let from = skip_space(&text[..end], from + lead);
    let to = from
        + text[from..end]
            .trim_end_matches(|c: char| is_space(c) || matches!(c, '*' | '_'))
            .len();
    Some(Labelled {
        kind,
        value: (from, to),
    })
}

fn is_title_label(w: &str) -> bool {
    matches!(
        w,
        "title"
            | "headline"
            | "heading"
            | "subject"
            | "titre"
            | "titel"
            | "titulo"
            | "titolo"
            | "betreff"
    )
}

fn is_known_label(w: &str) -> bool {
    KNOWN_LABELS.contains(&w)
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
    }

    #[test]
    fn tells_labelled_lines() {
        let line = "Title: The dam";
        let found = labelled(line, 0, line.len());
        assert_eq!(
            found.map(|l| (l.kind, &line[l.value.0..l.value.1])),
            Some((LabelKind::Title, "The dam"))
        );
        assert_eq!(labelled("no label here", 0, 13), None);
    }

    #[test]
    fn leaves_titles_that_follow_a_date() {
        assert!(is_aside("| Press release"));
        assert!(is_aside("· 3 min read"));
        assert!(!is_aside("| Thank you, Joan"));
    }
}
