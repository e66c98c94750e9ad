//! Weights to probabilities: one weight table a type and a round, fitted from gold by `dateline fit`.

use super::filter::FILTERED;
use super::layout;
use crate::kind::Kind;
use crate::resolve::Links;
use crate::resolve::confidence::Curve;
use crate::rules::{self, Rule};
use std::fmt::Write;
use std::sync::LazyLock;

/// The weights of one type in one round.
#[derive(Clone)]
pub struct Model {
    /// One weight an index of the layout.
    pub weights: Box<[f32; layout::LENGTH]>,
    /// A mention is taken from this probability on.
    pub threshold: f64,
}

/// From which probability on a mention is taken, of a model whose bound nobody fitted: somewhat below one half, since a
/// mention missed costs F1 more than one too many while precision is above recall.
const THRESHOLD: f64 = 0.4;

/// Evidence that weighs less is left out of the tables: it decides nothing, and half of all weights are so small.
const LEAST: f32 = 0.05;

/// An array on the heap that never was on the stack.
fn zeros() -> Box<[f32; layout::LENGTH]> {
    vec![0.0; layout::LENGTH].try_into().expect("the length is that of the array")
}

impl Default for Model {
    fn default() -> Self {
        Model { weights: zeros(), threshold: THRESHOLD }
    }
}

impl Model {
    /// The weight sum of the evidence.
    #[inline]
    pub fn score(&self, evidence: &[u32]) -> f64 {
        f64::from(evidence.iter().map(|id| self.weights[*id as usize]).sum::<f32>())
    }
}

/// Where the rows of a table go: its type, its round, its number among the tables of the round.
#[derive(Clone, Copy)]
struct Target<'t> {
    kind: Kind,
    round: &'t str,
    number: usize,
}

impl<'t> Target<'t> {
    /// `None` for a table of links.
    fn of(table: &'t str) -> Option<Self> {
        let (kind, round) = table.split_once('.').unwrap_or((table, ""));
        let kind = Kind::from_name(kind)?;
        let tables: &[Kind] = match round {
            "start" => &FILTERED,
            "first" => &FIRST,
            _ => &SECOND,
        };
        Some(Target { kind, round, number: tables.iter().position(|k| *k == kind)? })
    }
}

/// All tables.
#[derive(Clone, Default)]
pub struct Models {
    /// where people, organisations and roles may begin
    pub filters: [Model; 3],
    /// people, organisations, roles from their own surroundings alone
    pub first: [Model; 3],
    /// people, organisations, roles, countries, quotes with the first round of the whole page
    pub second: [Model; 5],
    /// probabilities to true ones, in the order of `second`
    pub curves: [Curve; 5],
    /// roles to holders, quotes to speakers
    pub links: Links,
}

/// The types that have a first round, in the order of `Models::first`.
pub const FIRST: [Kind; 3] = [Kind::Person, Kind::Organisation, Kind::Role];
/// The types that have a second round, in the order of `Models::second`.
pub const SECOND: [Kind; 5] = [Kind::Person, Kind::Organisation, Kind::Role, Kind::Country, Kind::Quote];

/// Where in `Models::second` a type's table stands.
///
/// # Panics
/// For money, which is found by rules alone and has none.
pub fn second_table(kind: Kind) -> usize {
    SECOND.iter().position(|k| *k == kind).expect("the type has a second round")
}

/// The rules of a type.
pub fn rules_of(kind: Kind) -> &'static [&'static Rule] {
    match kind {
        Kind::Person => rules::person::RULES,
        Kind::Role => rules::role::RULES,
        Kind::Organisation => rules::organisation::RULES,
        Kind::Country => rules::country::RULES,
        Kind::Quote => rules::quote::RULES,
        Kind::Money => &[],
    }
}

static TABLE: &str = include_str!("weights.tsv");
static EMBEDDED: LazyLock<Models> = LazyLock::new(|| Models::read(TABLE));

impl Models {
    /// The tables that the program carries.
    pub fn embedded() -> &'static Models {
        &EMBEDDED
    }

    fn tables(&self) -> impl Iterator<Item = (String, Kind, &Model)> {
        let filters = FILTERED.iter().zip(&self.filters).map(|(k, m)| (format!("{}.start", k.name()), *k, m));
        let first = FIRST.iter().zip(&self.first).map(|(k, m)| (format!("{}.first", k.name()), *k, m));
        let second = SECOND.iter().zip(&self.second).map(|(k, m)| (k.name().to_owned(), *k, m));
        filters.chain(first).chain(second)
    }

    /// Reads a table; rows that name no known evidence are passed over, since a table may be older than the code.
    pub fn read(text: &str) -> Models {
        let mut models = Models::default();
        let names = layout::Names::default();
        let rules = SECOND.map(|kind| rules_of(kind).iter().map(|r| r.id).collect::<Vec<_>>());
        // rows of a table stand together
        let mut last = ("", None);
        let mut start = 0;
        for end in memchr::memchr_iter(b'\n', text.as_bytes()).chain([text.len()]) {
            let line = &text[start..end];
            start = end + 1;
            let mut tabs = memchr::memchr_iter(b'\t', line.as_bytes());
            let (Some(first), Some(second)) = (tabs.next(), tabs.next()) else { continue };
            let (table, name, value) = (&line[..first], &line[first + 1..second], &line[second + 1..]);
            let Ok(value) = value.parse::<f32>() else { continue };
            if last.0 != table {
                last = (table, Target::of(table));
            }
            let Some(Target { kind, round, number }) = last.1 else {
                models.links.set(table, name, value);
                continue;
            };
            let model = match round {
                "start" => &mut models.filters[number],
                "first" => &mut models.first[number],
                _ => &mut models.second[number],
            };
            match name {
                "threshold" => model.threshold = f64::from(value),
                "curve-slope" => models.curves[number].slope = f64::from(value),
                "curve-shift" => models.curves[number].shift = f64::from(value),
                _ => {
                    if let Some(id) = names.index(name, &rules[second_table(kind)]) {
                        model.weights[id as usize] = value;
                    }
                }
            }
        }
        models
    }

    /// The tables as text, one row a weight that counts, sorted.
    pub fn write(&self) -> String {
        let mut out = String::new();
        for (table, kind, model) in self.tables() {
            let _ = writeln!(out, "{table}\tthreshold\t{:.5}", model.threshold);
            let mut rows: Vec<String> = model
                .weights
                .iter()
                .enumerate()
                .filter(|(_, w)| w.abs() >= LEAST)
                .map(|(id, w)| format!("{table}\t{}\t{w:.2}", layout::Name { id: id as u32, kind }))
                .collect();
            rows.sort();
            for row in rows {
                let _ = writeln!(out, "{row}");
            }
        }
        for (kind, curve) in SECOND.iter().zip(&self.curves) {
            let _ = writeln!(out, "{}\tcurve-slope\t{:.3}", kind.name(), curve.slope);
            let _ = writeln!(out, "{}\tcurve-shift\t{:.3}", kind.name(), curve.shift);
        }
        for (table, names, model) in self.links.tables() {
            let _ = writeln!(out, "{table}\tthreshold\t{:.2}", model.threshold);
            for (name, weight) in names.iter().zip(&model.weights).filter(|(_, w)| w.abs() >= 0.005) {
                let _ = writeln!(out, "{table}\t{name}\t{weight:.2}");
            }
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_table_names_only_known_evidence() {
        assert_eq!(Models::read(TABLE).write(), TABLE);
    }
}
