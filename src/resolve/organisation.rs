//! Organisation mentions of an item to organisations: acronyms to the names that define them, on the page or in the
//! lists, and the lists' kind and parent.

use crate::evidence::describe::organisation::acronym_of;
use crate::gazetteer::{Class, Hit, List, Variant};
use crate::reading::Reading;
use crate::rules::organisation::HEADS;
use crate::token::{Gap, fold};
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::ops::Range;

/// An organisation of an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organisation {
    /// The fullest name known.
    pub name: String,
    /// Its acronym, where known.
    pub acronym: Option<String>,
    /// Kind by the lists.
    pub kind: Option<String>,
    /// Name of the body it belongs to, by the lists.
    pub parent: Option<String>,
    /// Mentions by their number.
    pub mentions: Vec<usize>,
}

/// Acronyms that a page defines, as written.
#[derive(Clone, Debug, Default)]
pub struct Defined {
    /// Names by acronym.
    names: HashMap<String, String>,
    /// By name the acronym that the page defines first.
    acronyms: HashMap<String, String>,
}

impl Defined {
    /// No acronyms.
    pub fn new() -> Self {
        Defined::default()
    }
}

/// Adds the definitions `Name (ACR)` among an item's mentions.
pub fn define(reading: &Reading, mentions: &[Range<usize>], out: &mut Defined) {
    for pair in mentions.windows(2) {
        let (name, acronym) = (&pair[0], &pair[1]);
        let bracket = acronym.start == name.end + 1 && matches!(reading.tokens[name.end].mark, '(' | '[');
        if bracket && acronym.len() <= 3 && name.len() > 1 {
            let (name, acronym) = (plain(reading, &bearer(reading, name, acronym)), plain(reading, acronym));
            if let Entry::Vacant(free) = out.names.entry(acronym) {
                out.acronyms.entry(name.clone()).or_insert_with(|| free.key().clone());
                free.insert(name);
            }
        }
    }
}

/// The part of a name before an acronym in brackets that bears the acronym: of `Board of the Norland Ports Authority (NPA)`
/// the authority, where its initials are the acronym's; else all of it.
fn bearer(reading: &Reading, name: &Range<usize>, acronym: &Range<usize>) -> Range<usize> {
    let Some(start) = acronym_of(reading, acronym.start).filter(|start| name.contains(start)) else {
        return name.clone();
    };
    let before = if reading.is(start - 1, Class::The) { start - 2 } else { start - 1 };
    let parted = start > name.start + 1 && reading.classes[before].any(&[Class::Of, Class::At, Class::In]);
    if parted { start..name.end } else { name.clone() }
}

/// Whether a text is ASCII on one line with single spaces: most names need no change.
pub(super) fn is_plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.iter().enumerate().all(|(i, b)| b.is_ascii_graphic() || *b == b' ' && bytes[i + 1] != b' ')
}

/// The words on one line, a hyphen at a line end dropped before a small letter.
pub fn plain(reading: &Reading, mention: &Range<usize>) -> String {
    let whole = reading.cut(mention.start, mention.end);
    if is_plain(whole) {
        return whole.to_owned();
    }
    let mut out = String::with_capacity(whole.len());
    for at in mention.clone() {
        let token = &reading.tokens[at];
        if at > mention.start && token.gap != Gap::Glued {
            let broken =
                out.ends_with('-') && token.gap == Gap::Line && token.shape == crate::token::Shape::Lower;
            if broken {
                out.pop();
            } else {
                out.push(' ');
            }
        }
        let word = reading.cut(at, at + 1);
        if word.is_ascii() {
            out.push_str(word);
        } else {
            out.extend(word.chars().filter(|c| !fold::is_invisible(*c)));
        }
    }
    out
}

/// What the lists say of a name.
struct Known<'t> {
    name: &'t str,
    acronym: Option<&'t str>,
    kind: Option<&'t str>,
    parent: Option<&'t str>,
    variant: Variant,
}

fn known<'t>(reading: &Reading<'t>, mention: &Range<usize>, countries: &[&str]) -> Option<Known<'t>> {
    // of several bearers of an acronym the one whose country the item names, then the international one
    let rank = |row: u32| match reading.index.cell(row, 4) {
        c if countries.contains(&c) => 0,
        "INT" => 1,
        _ => 2,
    };
    let hits = reading.hits_at(mention.start).iter();
    let mut hits = hits.filter(|h| h.list == List::Organisations && h.end as usize == mention.end);
    let mut hit = hits.next()?;
    let key = |h: &Hit| (h.variant == Variant::Acronym, rank(h.row), h.row);
    for other in hits {
        if key(other) < key(hit) {
            hit = other;
        }
    }
    let mut cells = reading.index.cells(hit.row).map(|c| Some(c).filter(|c| !matches!(*c, "" | "-")));
    let mut next = || cells.next().flatten();
    let (name, acronym, _, kind, _, parent) = (next()?, next(), next(), next(), next(), next());
    Some(Known {
        name: name.split_once(" (").map_or(name, |(before, _)| before),
        acronym: acronym.and_then(|c| c.split('|').next()),
        kind,
        parent,
        variant: hit.variant,
    })
}

/// Organisations of an item from its mentions (token ranges in text order). `countries` are the codes the item
/// names.
pub fn organisations(
    reading: &Reading,
    mentions: &[Range<usize>],
    defined: &Defined,
    countries: &[&str],
) -> Vec<Organisation> {
    let mut out: Vec<Organisation> = Vec::new();
    // by the hash of a name in small letters
    let mut by_name: HashMap<u64, usize> = HashMap::new();
    let mut small: Vec<u8> = Vec::new();
    for (i, mention) in mentions.iter().enumerate() {
        let words = plain(reading, mention);
        let list = known(reading, mention, countries);
        let name = match (defined.names.get(&words), &list) {
            (Some(name), _) => name.clone(),
            (None, Some(k)) if k.variant == Variant::Acronym || mention.len() == 1 => k.name.to_owned(),
            (None, None) => match fuller(reading, mention, mentions) {
                Some(fuller) => plain(reading, fuller),
                None => government(&words, reading, mention).unwrap_or(words),
            },
            _ => government(&words, reading, mention).unwrap_or(words),
        };
        let by_page = defined.acronyms.get(&name).map(String::as_str);
        let acronym = by_page.or(list.as_ref().and_then(|k| k.acronym));
        small.clear();
        small.extend(name.bytes().map(|b| b.to_ascii_lowercase()));
        match by_name.entry(fold::hash(&small)) {
            Entry::Occupied(known) => {
                let known = &mut out[*known.get()];
                known.mentions.push(i);
                known.acronym = known.acronym.take().or_else(|| acronym.map(str::to_owned));
            }
            Entry::Vacant(free) => {
                free.insert(out.len());
                out.push(Organisation {
                    acronym: acronym.map(str::to_owned),
                    name,
                    kind: list.as_ref().and_then(|k| k.kind).map(str::to_owned),
                    parent: list.as_ref().and_then(|k| k.parent).map(str::to_owned),
                    mentions: vec![i],
                });
            }
        }
    }
    out
}

/// The longest mention of the item that says a mention's words and more of the same body: `Weir Mills` beside `Weir
/// Mills Ltd`, `Revenue Authority` beside `Norland Revenue Authority`, `Weir Academy` beside `Weir Academy of Sport`.
fn fuller<'m>(
    reading: &Reading,
    mention: &Range<usize>,
    all: &'m [Range<usize>],
) -> Option<&'m Range<usize>> {
    let hashes = |r: &Range<usize>| reading.tokens[r.clone()].iter().map(|t| t.hash);
    let length = mention.len();
    let head = |at: usize| reading.classes[at].any(HEADS);
    let ends_in_head = head(mention.end - 1);
    let goes_on = |other: &Range<usize>| {
        let next = reading.classes[other.start + length];
        let company = next.any(&[Class::CompanySuffix, Class::HeadCompany, Class::Ampersand, Class::Comma]);
        company && !ends_in_head || ends_in_head && next.any(&[Class::Of, Class::To, Class::For])
    };
    let seat = |other: &Range<usize>| {
        let mut before = other.start..other.end - length;
        length > 1
            && ends_in_head
            && before.len() <= 2
            && before.all(|i| reading.tokens[i].is_capitalised() && !head(i))
            && !reading.is(mention.start, Class::HeadGovernment)
    };
    all.iter()
        .filter(|other| {
            let longer = other.len() > length;
            let opens = || hashes(other).take(length).eq(hashes(mention)) && goes_on(other);
            let closes = || hashes(other).skip(other.len() - length).eq(hashes(mention)) && seat(other);
            longer && (opens() || closes())
        })
        .max_by_key(|other| (other.len(), std::cmp::Reverse(other.start)))
}

/// `Belgian government` as `Government of Belgium`.
fn government(words: &str, reading: &Reading, mention: &Range<usize>) -> Option<String> {
    let is = |part: Option<&str>, word: &str| part.is_some_and(|part| part.eq_ignore_ascii_case(word));
    let last = is(words.len().checked_sub("government".len()).and_then(|at| words.get(at..)), "government");
    let first = is(words.get(.."government".len()), "government");
    if !last && !is(words.get(.."government of".len()), "government of") {
        return None;
    }
    let hit = mention.clone().find_map(|i| reading.hit(i, List::CountryForms))?;
    let code = reading.index.cell(hit.row, 1);
    if first {
        return Some(format!("G{}", &words[1..]));
    }
    (mention.len() == 2)
        .then(|| format!("Government of {}", super::country::article(super::country::name(code))))
}
