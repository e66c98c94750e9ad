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

/// The code of a mention and the kind of its form; `others` are the codes the item names without doubt.
pub fn code(reading: &Reading, mention: &Range<usize>, others: &[&str]) -> Option<(String, &'static str)> {
    let hit = reading
        .hits_at(mention.start)
        .iter()
        .find(|h| h.list == List::CountryForms && h.end as usize == mention.end)?;
    let code = reading.index.cell(hit.row, 1);
    let form = match reading.index.cell(hit.row, 2) {
        "official" => "official",
        "former" => "former",
        "abbreviation" => "abbreviation",
        "adjective" => "adjective",
        "demonym" | "plural" => "demonym",
        "foreign" => "foreign",
        _ => "name",
    };
    // a note `also XX` names another country of the same form
    let note = reading.index.cell(hit.row, 3);
    let also = note
        .split("also ")
        .nth(1)
        .map(|rest| rest.split(|c: char| !c.is_ascii_uppercase()).next().unwrap_or(""));
    let shared = also.filter(|c| c.len() == 2 && others.contains(c) && !others.contains(&code));
    Some((shared.unwrap_or(code).to_owned(), form))
}
