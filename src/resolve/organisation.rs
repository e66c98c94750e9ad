//! Organisation mentions of an item to organisations: acronyms to the names that define them, on the page or in the
//! lists, and the lists' kind and parent.

use crate::gazetteer::{List, Variant};
use crate::reading::Reading;
use crate::token::Gap;
use std::collections::HashMap;
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

/// Acronyms that a page defines: acronym to name, as written.
pub type Defined = HashMap<String, String>;

/// Adds the definitions `Name (ACR)` among an item's mentions.
pub fn define(reading: &Reading, mentions: &[Range<usize>], out: &mut Defined) {
    for pair in mentions.windows(2) {
        let (name, acronym) = (&pair[0], &pair[1]);
        let bracket = acronym.start == name.end + 1 && matches!(reading.tokens[name.end].mark, '(' | '[');
        if bracket && acronym.len() <= 3 && name.len() > 1 {
            out.entry(plain(reading, acronym)).or_insert_with(|| plain(reading, name));
        }
    }
}

/// The words on one line, a hyphen at a line end kept.
pub fn plain(reading: &Reading, mention: &Range<usize>) -> String {
    let mut out = String::new();
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
        out.extend(
            reading
                .cut(at, at + 1)
                .chars()
                .filter(|c| !matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{feff}')),
        );
    }
    out
}

struct Known {
    name: String,
    acronym: Option<String>,
    kind: Option<String>,
    parent: Option<String>,
    variant: Variant,
}

fn known(reading: &Reading, mention: &Range<usize>, countries: &[&str]) -> Option<Known> {
    let hits: Vec<_> = reading
        .hits_at(mention.start)
        .iter()
        .filter(|h| h.list == List::Organisations && h.end as usize == mention.end)
        .collect();
    // of several bearers of an acronym the one whose country the item names, then the international one
    let rank = |row: u32| {
        let country = reading.index.cell(row, 4);
        match country {
            c if countries.contains(&c) => 0,
            "INT" => 1,
            _ => 2,
        }
    };
    let hit = hits.iter().min_by_key(|h| (h.variant == Variant::Acronym, rank(h.row), h.row))?;
    let cell = |i: usize| Some(reading.index.cell(hit.row, i)).filter(|c| !c.is_empty());
    let name = cell(0)?;
    let name = name.split_once(" (").map_or(name, |(before, _)| before);
    Some(Known {
        name: name.to_owned(),
        acronym: cell(1).and_then(|c| c.split('|').next()).map(str::to_owned),
        kind: cell(3).map(str::to_owned),
        parent: cell(5).map(str::to_owned),
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
    for (i, mention) in mentions.iter().enumerate() {
        let words = plain(reading, mention);
        let list = known(reading, mention, countries);
        let by_page = defined.get(&words).cloned();
        let name = match (&by_page, &list) {
            (Some(name), _) => full(name, defined, reading, mention),
            (None, Some(k)) if k.variant == Variant::Acronym || mention.len() == 1 => k.name.clone(),
            _ => government(&words, reading, mention).unwrap_or_else(|| words.clone()),
        };
        let acronym = defined
            .iter()
            .find(|(_, n)| **n == name)
            .map(|(a, _)| a.clone())
            .or_else(|| list.as_ref().and_then(|k| k.acronym.clone()));
        let same = |o: &&mut Organisation| o.name.eq_ignore_ascii_case(&name);
        match out.iter_mut().find(same) {
            Some(known) => {
                known.mentions.push(i);
                known.acronym = known.acronym.take().or(acronym);
            }
            None => out.push(Organisation {
                name,
                acronym,
                kind: list.as_ref().and_then(|k| k.kind.clone()),
                parent: list.as_ref().and_then(|k| k.parent.clone()),
                mentions: vec![i],
            }),
        }
    }
    out
}

fn full(name: &str, _: &Defined, _: &Reading, _: &Range<usize>) -> String {
    name.to_owned()
}

/// `Belgian government` as `Government of Belgium`.
fn government(words: &str, reading: &Reading, mention: &Range<usize>) -> Option<String> {
    let lower = words.to_lowercase();
    if !lower.ends_with("government") && !lower.starts_with("government of") {
        return None;
    }
    let hit = mention.clone().find_map(|i| reading.hit(i, List::CountryForms))?;
    let code = reading.index.cell(hit.row, 1);
    if lower.starts_with("government") {
        return Some(format!("G{}", &words[1..]));
    }
    (mention.len() == 2)
        .then(|| format!("Government of {}", super::country::article(super::country::name(code))))
}
