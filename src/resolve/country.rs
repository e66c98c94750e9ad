//! Country mentions of an item to countries, with codes; a form that several countries share takes the one that the
//! item names otherwise.

use crate::gazetteer::List;
use crate::reading::Reading;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

static TABLE: &str = include_str!("../../gazetteers/countries.tsv");

/// Code to alpha-3 and name.
static COUNTRIES: LazyLock<HashMap<&'static str, (&'static str, &'static str)>> = LazyLock::new(|| {
    TABLE
        .lines()
        .filter(|l| !l.starts_with("#:"))
        .filter_map(|l| {
            let mut cells = l.split('\t');
            Some((cells.next()?, (cells.next()?, cells.next()?)))
        })
        .collect()
});

/// The usual English name of a code; the code itself where it is unknown.
pub fn name(code: &str) -> &str {
    COUNTRIES.get(code).map_or(code, |c| c.1)
}

/// The ISO 3166-1 alpha-3 code.
pub fn alpha3(code: &str) -> &str {
    COUNTRIES.get(code).map_or(code, |c| c.0)
}

/// The name with the article that English gives it.
pub fn article(name: &str) -> String {
    let with = name.starts_with("United ")
        || name.ends_with("Islands")
        || ["Netherlands", "Philippines", "Gambia", "Bahamas", "Maldives", "Comoros"].contains(&name)
        || name.contains("Republic");
    if with { format!("the {name}") } else { name.to_owned() }
}

/// What the lists say of a country mention.
#[derive(Clone, Copy, Debug)]
pub struct Form<'t> {
    code: &'t str,
    /// Another country of the same form.
    also: Option<&'t str>,
    /// `name`, `adjective`, `demonym`, …
    pub kind: &'static str,
}

/// The form of a mention.
pub fn form<'t>(reading: &Reading<'t>, mention: &Range<usize>) -> Option<Form<'t>> {
    let hit = reading
        .hits_at(mention.start)
        .iter()
        .find(|h| h.list == List::CountryForms && h.end as usize == mention.end)?;
    let mut cells = reading.index.cells(hit.row).skip(1);
    let mut next = || cells.next().filter(|c| *c != "-").unwrap_or_default();
    let (code, kind, note) = (next(), next(), next());
    let kind = match kind {
        "official" => "official",
        "former" => "former",
        "abbreviation" => "abbreviation",
        "adjective" => "adjective",
        "demonym" | "plural" => "demonym",
        "foreign" => "foreign",
        _ => "name",
    };
    // a note `also XX` names another country of the same form
    let also = note
        .split_once("also ")
        .map(|(_, rest)| rest.split(|c: char| !c.is_ascii_uppercase()).next().unwrap_or(""));
    Some(Form { code, also: also.filter(|c| c.len() == 2), kind })
}

impl<'t> Form<'t> {
    /// The code; of a form that two countries share, `others` are the codes that the item names without doubt.
    pub fn code(&self, others: &[&str]) -> &'t str {
        self.also.filter(|c| others.contains(c) && !others.contains(&self.code)).unwrap_or(self.code)
    }
}
