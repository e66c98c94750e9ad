//! What several tests need: paths, the outputs of a text, and the promises that every output keeps.

#![allow(dead_code)]

use dateline::document::Unit;
use dateline::output::{Options, Source, build};
use serde_json::Value;
use std::path::{Path, PathBuf};

/// The project's folder.
pub fn home() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The corpora beside the project, where they are there.
pub fn shared(path: &str) -> Option<PathBuf> {
    let path = home().parent()?.join("shared").join(path);
    path.exists().then_some(path)
}

/// All files under a folder whose names end so, sorted.
pub fn files(folder: &Path, end: &str) -> Vec<PathBuf> {
    let mut out = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten() {
        let path = entry.expect("the folder can be read").path();
        match path.is_dir() {
            true => out.extend(files(&path, end)),
            false if path.to_string_lossy().ends_with(end) => out.push(path),
            false => {}
        }
    }
    out.sort();
    out
}

/// The output of the extractor for a text.
pub fn output(text: &str, unit: Unit) -> Value {
    let page = dateline::extract(text);
    assert_eq!(page.check(text), Ok(()));
    let source = Source::new("text", text.as_bytes());
    let options = Options { unit, ..Options::default() };
    serde_json::to_value(build(&page, text, &source, &options)).expect("a document is JSON")
}

/// The text in pieces of one unit, so that offsets are positions.
pub struct Pieces(Unit, Vec<u32>);

impl Pieces {
    /// Takes a text apart.
    pub fn new(text: &str, unit: Unit) -> Self {
        let pieces = match unit {
            Unit::Codepoint => text.chars().map(u32::from).collect(),
            Unit::Utf16 => text.encode_utf16().map(u32::from).collect(),
            Unit::Byte => text.bytes().map(u32::from).collect(),
        };
        Pieces(unit, pieces)
    }

    fn cuts(&self, start: usize, end: usize, text: &str) -> bool {
        self.1.get(start..end).is_some_and(|cut| cut == Pieces::new(text, self.0).1)
    }
}

/// Checks what OUTPUT.md promises of every document, and panics at the first thing that is not so.
pub fn check(text: &str, unit: Unit, document: &Value) {
    let pieces = Pieces::new(text, unit);
    spans_cut_their_text(document, &pieces);
    let items = list(&document["items"]);
    let mut covered: Vec<(usize, usize)> = items.iter().map(|item| span(&item["span"])).collect();
    assert!(covered.is_sorted(), "items are in text order");
    covered.extend(list(&document["outside"]).iter().map(span));
    no_overlap("items and outside", covered.clone());
    every_word_is_covered(&pieces, covered);
    let mut ids: Vec<&str> = items.iter().map(|item| string(&item["id"])).collect();
    unique("item ids", &mut ids);
    items.iter().for_each(check_item);
}

fn check_item(item: &Value) {
    for (key, letter) in [("people", 'p'), ("roles", 'r'), ("organisations", 'o')] {
        for (n, entity) in list(&item[key]).iter().enumerate() {
            assert_eq!(string(&entity["id"]), format!("{letter}{}", n + 1));
        }
    }
    let outer = span(&item["span"]);
    for key in ["people", "roles", "organisations", "countries", "money", "quotes"] {
        let entities = list(&item[key]);
        let own = |entity: &Value| entity.get("mentions").map(|m| list(m).iter().map(span).collect());
        let groups: Vec<Vec<_>> = entities.iter().map(|e| own(e).unwrap_or_else(|| vec![span(e)])).collect();
        assert!(
            groups.iter().all(|group| !group.is_empty() && group.is_sorted()),
            "{key} have mentions in order"
        );
        assert!(groups.is_sorted_by_key(|group| group[0].0), "{key} are by first mention");
        let spans: Vec<_> = groups.concat();
        assert!(spans.iter().all(|s| outer.0 <= s.0 && s.0 < s.1 && s.1 <= outer.1), "{key} lie in the item");
        no_overlap(key, spans);
    }
    let resolves = |id: &Value, key: &str| {
        assert!(list(&item[key]).iter().any(|e| e["id"] == *id), "{id} leads to one of the {key}");
    };
    for person in list(&item["people"]) {
        for role in list(&person["roles"]) {
            resolves(role, "roles");
            let held = list(&item["roles"]).iter().find(|r| r["id"] == *role).expect("it resolves");
            assert!(list(&held["holders"]).contains(&person["id"]), "a role held is held by its holder");
        }
    }
    for role in list(&item["roles"]) {
        list(&role["holders"]).iter().for_each(|id| resolves(id, "people"));
        list(&role["organisations"]).iter().for_each(|id| resolves(id, "organisations"));
    }
    for quote in list(&item["quotes"]) {
        for speaker in list(&quote["speakers"]) {
            speaker.get("person").into_iter().for_each(|id| resolves(id, "people"));
            speaker.get("organisation").into_iter().for_each(|id| resolves(id, "organisations"));
        }
        let earlier = quote["continues"].as_u64().map(|n| n < list(&item["quotes"]).len() as u64);
        assert_ne!(earlier, Some(false), "a quote continues one that is there");
    }
}

fn spans_cut_their_text(value: &Value, pieces: &Pieces) {
    match value {
        Value::Array(values) => values.iter().for_each(|v| spans_cut_their_text(v, pieces)),
        Value::Object(fields) => {
            let place = fields.get("span").unwrap_or(value);
            if let (Some(text), Some(_)) = (fields.get("text"), place.get("end")) {
                let (start, end) = span(place);
                assert!(pieces.cuts(start, end, string(text)), "{start}..{end} cuts {text}");
            }
            fields.values().for_each(|v| spans_cut_their_text(v, pieces));
        }
        _ => {}
    }
}

/// White space may stand between, and what no reader sees: soft hyphens, zero-width and direction marks. Asked in
/// code points only, where a piece is a character; the other units have the same stretches.
fn every_word_is_covered(pieces: &Pieces, mut covered: Vec<(usize, usize)>) {
    if pieces.0 != Unit::Codepoint {
        return;
    }
    covered.sort_unstable();
    covered.push((pieces.1.len(), pieces.1.len()));
    let mut at = 0;
    for (start, end) in covered {
        let is_blank = |piece: &u32| {
            let invisible =
                matches!(*piece, 0xAD | 0x200B..=0x200F | 0x202A..=0x202E | 0x2060..=0x2064 | 0xFEFF);
            invisible || char::from_u32(*piece).is_some_and(char::is_whitespace)
        };
        assert!(pieces.1[at..start].iter().all(is_blank), "{at}..{start} is in no item and not outside");
        at = end;
    }
}

fn no_overlap(what: &str, mut spans: Vec<(usize, usize)>) {
    spans.sort_unstable();
    for pair in spans.windows(2) {
        assert!(pair[0].1 <= pair[1].0, "{what} overlap: {pair:?}");
    }
}

fn unique(what: &str, values: &mut Vec<&str>) {
    let all = values.len();
    values.sort_unstable();
    values.dedup();
    assert_eq!(values.len(), all, "{what} are unique");
}

fn list(value: &Value) -> &Vec<Value> {
    value.as_array().expect("a list")
}

fn string(value: &Value) -> &str {
    value.as_str().expect("a string")
}

fn span(value: &Value) -> (usize, usize) {
    let number = |key: &str| value[key].as_u64().expect("an offset") as usize;
    (number("start"), number("end"))
}
