//! Words that stand around dates in headings: labels, references, places, marks of a list.
//!
//! A piece of a line comes in, what kind of piece it is goes out. The lists are short on
//! purpose: they hold the words of publishing, not those of any publisher.

use super::names::{is_dash, is_space, skip_space, word_at};

/// Marks before the text of a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Marks {
    /// `#` to `######`, or a tag `<h1>` to `<h6>`: 1 to 6.
    pub(super) heading: u8,
    /// `•`, `-`, `*` and a space.
    pub(super) bullet: bool,
    /// `1.`, `(2)`.
    pub(super) number: bool,
    /// `**`, `__`, `*`, `_`.
    pub(super) emphasis: bool,
    /// `|` or `>`: a table row or a quotation, where no heading stands.
    pub(super) foreign: bool,
}

/// Reads the marks at the start of a line; gives them and the offset behind.
///
/// `stop` says where a date begins: `30. July` is no numbered line.
pub(super) fn marks(text: &str, start: usize, stop: impl Fn(usize) -> bool) -> (Marks, usize) {
    let mut marks = Marks::default();
    let mut at = start;
    for _ in 0..6 {
        at = skip_space(text, at);
        let rest = text.get(at..).unwrap_or("");
        let Some(first) = rest.chars().next() else { break };
        let hashes = rest.bytes().take_while(|&b| b == b'#').count();
        let spaced = rest[first.len_utf8()..].starts_with(is_space);
        if first == '|' || first == '>' {
            marks.foreign = true;
            break;
        } else if hashes > 0 {
            marks.heading = hashes.min(6) as u8;
            at += hashes;
        } else if matches!(first, '•' | '·' | '▪' | '●' | '○' | '■' | '□' | '►' | '▶' | '➤' | '‣' | '◦' | '\u{f0b7}' | '»' | '→')
            || (is_dash(first) || matches!(first, '*' | '+' | 'o')) && spaced
        {
            marks.bullet = true;
            at += first.len_utf8();
        } else if matches!(first, '*' | '_') {
            marks.emphasis = true;
            at += rest.chars().take_while(|&c| c == first).count();
        } else if let Some(len) = tag(rest) {
            marks.heading = marks.heading.max(heading_tag(rest));
            at += len;
        } else if stop(at) {
            break;
        } else if let Some(len) = numbering(rest) {
            marks.number = true;
            at += len;
        } else {
            break;
        }
    }
    (marks, at)
}

/// The length of `1.`, `12)`, `(3)`, `[4]` with a space behind it.
fn numbering(rest: &str) -> Option<usize> {
    let open = usize::from(rest.starts_with(['(', '[']));
    let digits = rest.bytes().skip(open).take_while(u8::is_ascii_digit).count();
    let close = rest.as_bytes().get(open + digits)?;
    let fits = if open == 1 { matches!(close, b')' | b']') } else { matches!(close, b'.' | b')') };
    let spaced = rest.get(open + digits + 1..)?.starts_with(is_space);
    (fits && spaced && (1..=3).contains(&digits)).then_some(open + digits + 1)
}

/// The length of a short HTML tag.
fn tag(rest: &str) -> Option<usize> {
    let inner = rest.strip_prefix('<')?;
    let len = inner.bytes().take(40).position(|b| b == b'>')?;
    let named = inner.trim_start_matches('/').starts_with(|c: char| c.is_ascii_alphabetic());
    named.then_some(len + 2)
}

fn heading_tag(rest: &str) -> u8 {
    match rest.as_bytes() {
        [b'<', b'h' | b'H', n @ b'1'..=b'6', ..] => n - b'0',
        _ => 0,
    }
}

/// The words of a piece, folded; a number or a reference (`45/2018`) is given as `#`, any other
/// word of more than letters as an empty one.
fn words(piece: &str) -> impl Iterator<Item = String> + '_ {
    let trim = |w: &'_ str| w.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    piece.split(|c: char| is_space(c) || matches!(c, ':' | '|' | '*' | '(' | ')')).map(trim).filter(|w| !w.is_empty()).map(|w| {
        match word_at(&w, 0) {
            Some(word) if word.end == w.len() => word.as_str().to_owned(),
            _ if w.contains(|c: char| c.is_ascii_digit()) && w.chars().filter(|c| c.is_alphabetic()).count() <= 3 => {
                "#".to_owned()
            }
            _ => String::new(),
        }
    })
}

/// What a piece of a line beside a date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
    let (mut key, mut label, mut reference, mut masthead, mut count) = (false, true, true, false, 0);
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

fn is_date_word(w: &str) -> bool {
    matches!(
        w,
        "date" | "dated" | "published" | "posted" | "updated" | "released" | "issued" | "created" | "added"
            | "uploaded" | "publication" | "modified" | "datum" | "publie" | "fecha" | "online"
    )
}

fn is_date_filler(w: &str) -> bool {
    matches!(
        w,
        "on" | "of" | "last" | "first" | "the" | "news" | "press" | "media" | "article" | "story" | "post" | "at"
            | "in" | "time" | "web" | "release" | "issue" | "le" | "de" | "am" | "this" | "page" | "was" | "item"
            | "and" | "for" | "immediate" | "publishing"
    )
}

fn is_reference_word(w: &str) -> bool {
    matches!(
        w,
        "#" | "press" | "release" | "releases" | "news" | "media" | "statement" | "statements" | "communique"
            | "notice" | "announcement" | "alert" | "advisory" | "briefing" | "note" | "no" | "nr" | "number"
            | "ref" | "reference" | "item" | "circular" | "ip" | "memo" | "pr" | "for" | "immediate" | "story"
            | "article" | "blog" | "post" | "update" | "speech" | "feature" | "event" | "events" | "opinion"
            | "report" | "interview" | "latest" | "headline" | "brief" | "joint" | "document" | "doc" | "general"
            | "internal" | "public" | "official" | "information" | "centre" | "room"
    )
}

fn is_masthead_word(w: &str) -> bool {
    matches!(
        w,
        "newsletter" | "bulletin" | "digest" | "magazine" | "gazette" | "journal" | "weekly" | "monthly"
            | "quarterly" | "vol" | "volume" | "edition" | "issue" | "brochure" | "monitor" | "issn" | "info"
    )
}

/// Whether the piece names the page as a whole: a newsletter, an issue, a volume.
pub(super) fn is_masthead(text: &str) -> bool {
    words(text).take(20).any(|w| is_masthead_word(&w) || matches!(w.as_str(), "releases" | "archive" | "roundup"))
}

/// Up to six words, all capitalised but the small ones between them.
fn is_name(text: &str) -> bool {
    let text = text.trim_end_matches(|c: char| is_space(c) || is_dash(c) || matches!(c, ',' | '|' | '/' | '·' | '•' | '(' | '['));
    if text.len() > 60 || text.contains([':', '?', '!', ';', '"', '“', '”', '€', '$', '%']) {
        return false;
    }
    let mut count = 0;
    for word in text.split(|c: char| is_space(c) || matches!(c, '|' | '/' | '·')).filter(|w| !w.is_empty()) {
        let word = word.trim_start_matches(['(', '*', '\'', '’']);
        let capital = word.starts_with(char::is_uppercase);
        let small = matches!(word, "of" | "the" | "and" | "de" | "la" | "del" | "by" | "&" | "–" | "-" | "upon" | "am" | "in" | "von" | "van" | "di" | "da" | "al");
        if !capital && !small || word.contains(|c: char| c.is_ascii_digit()) {
            return false;
        }
        count += usize::from(capital || small);
    }
    (1..=6).contains(&count)
}

/// What may follow the date on a date line: `| Press release`, `by Jane Doe`, `3 min read`.
pub(super) fn is_aside(text: &str) -> bool {
    let text = text.trim_matches(|c: char| is_space(c) || is_dash(c) || matches!(c, '|' | '·' | '•' | ',' | '*' | '_' | '/' | '[' | ']' | '(' | ')'));
    let mut all = words(text).take(12).peekable();
    if words(text).all(|w| w == "#") {
        return text.is_empty();
    }
    match all.peek().map(String::as_str) {
        None => true,
        Some("by" | "updated" | "modified" | "edited") => text.len() <= 80,
        Some("last") => matches!(piece(text.split_once(|c: char| c.is_ascii_digit()).map_or(text, |s| s.0)), Piece::DateLabel),
        _ => all.all(|w| {
            is_reference_word(&w)
                || matches!(w.as_str(), "min" | "mins" | "minute" | "minutes" | "read" | "views" | "comments" | "comment" | "share" | "print" | "leave" | "a" | "pdf" | "en" | "english" | "category" | "in" | "date")
        }),
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
    let line = text.get(start..end)?;
    let colon = line.bytes().take(60).position(|b| b == b':')?;
    let name = line[..colon].trim_matches(|c: char| is_space(c) || matches!(c, '*' | '_' | '#' | '-' | '•' | '['));
    if name.is_empty() || name.len() > 32 || !name.starts_with(char::is_alphabetic) {
        return None;
    }
    let mut list = words(name);
    let first = list.next().unwrap_or_default();
    let count = 1 + list.count();
    let kind = match first.as_str() {
        "title" | "headline" | "heading" | "subject" | "titre" | "titel" | "titulo" | "betreff" | "re" => LabelKind::Title,
        _ if piece(name) == Piece::DateLabel => LabelKind::Date,
        _ if is_known_label(&first) => LabelKind::Known,
        _ if name.starts_with(char::is_uppercase) && count <= 3 => LabelKind::Unknown,
        _ => return None,
    };
    let from = skip_space(&text[..end], start + colon + 1);
    let lead = text[from..end].len() - text[from..end].trim_start_matches(['*', '_']).len();
    let from = skip_space(&text[..end], from + lead);
    let to = from + text[from..end].trim_end_matches(|c: char| is_space(c) || matches!(c, '*' | '_')).len();
    Some(Labelled { kind, value: (from, to) })
}

fn is_known_label(w: &str) -> bool {
    matches!(
        w,
        "sector" | "sectors" | "category" | "categories" | "location" | "place" | "venue" | "topic" | "topics" | "theme"
            | "type" | "source" | "author" | "authors" | "by" | "contact" | "country" | "countries" | "region"
            | "language" | "ref" | "reference" | "no" | "number" | "tags" | "tag" | "section" | "department" | "office"
            | "status" | "keywords" | "programme" | "program" | "project" | "issue" | "from" | "to" | "city" | "news"
            | "event" | "events" | "area" | "field" | "id" | "series" | "partner" | "partners" | "donor" | "budget"
            | "lead" | "press" | "media" | "reporter" | "writer" | "editor" | "unit" | "committee" | "industry" | "company"
    )
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
        assert_eq!(found.map(|l| (l.kind, &line[l.value.0..l.value.1])), Some((LabelKind::Title, "The dam")));
        assert_eq!(labelled("no label here", 0, 13), None);
    }

    #[test]
    fn leaves_titles_that_follow_a_date() {
        assert!(is_aside("| Press release"));
        assert!(is_aside("· 3 min read"));
        assert!(!is_aside("| Thank you, Joan"));
    }
}
