//! Gold documents as the fit needs them: readings of the gold items and gold spans in tokens.

use crate::document::Span;
use crate::eval::gold::{Gold, GoldDocument, GoldItem, GoldMention};
use crate::evidence::facts::Fact;
use crate::evidence::layout;
use crate::gazetteer::embedded;
use crate::kind::Kind;
use crate::reading::Reading;
use crate::segment::{self, Item};
use std::ops::Range;

/// A gold document, read.
pub struct FitDocument<'t> {
    /// Its name, for reports.
    pub name: String,
    /// Its items.
    pub items: Vec<FitItem<'t>>,
    /// Which fold it is held out in.
    pub fold: usize,
    /// How much an item of it counts.
    pub weight: f64,
    /// The evidence that stands for a collection with guidelines of its own.
    pub domain: Option<u32>,
    /// The text.
    pub text: &'t str,
    gold: &'t Gold,
}

/// What the heading of a gold item says.
pub struct GoldHeading<'t> {
    /// Its first byte.
    pub start: usize,
    /// Its date as EDTF.
    pub date: Option<&'t str>,
    /// Its title, empty where it has none.
    pub title: &'t str,
}

/// An item with its gold.
pub struct FitItem<'t> {
    /// The item, read.
    pub reading: Reading<'t>,
    /// Required spans: type, first token, one past the last; `None` where no tokens have these ends.
    pub required: Vec<(Kind, Option<(u32, u32)>)>,
    /// Optional stretches, in bytes.
    pub optional: Vec<(Kind, Span)>,
    /// Every mention whose ends are ends of tokens, with its attributes.
    pub mentions: Vec<(Kind, Range<usize>, &'t GoldMention)>,
}

impl<'t> FitDocument<'t> {
    /// Reads a document; `number` decides its fold.
    pub fn new(document: &'t GoldDocument, number: usize) -> Self {
        let path = document.path.to_string_lossy();
        let domain = match () {
            () if path.contains("/gum/") => Some(Fact::DomainGum),
            () if path.contains("/re3d/") => Some(Fact::DomainRe3d),
            () => None,
        };
        let bytes = byte_table(&document.text);
        let headings = headings(&document.text);
        let items = document.gold.items.iter().map(|item| {
            let span = Span::new(bytes[item.start], bytes[item.end]);
            let heading = heading_end(&document.text, &headings, span, item.title.as_deref());
            let reading = Reading::new(&document.text, span, heading, embedded());
            let mut out =
                FitItem { reading, required: Vec::new(), optional: Vec::new(), mentions: Vec::new() };
            for mention in &document.gold.mentions {
                let Some(kind) = Kind::from_name(&mention.kind) else { continue };
                let place = Span::new(bytes[mention.start], bytes[mention.end]);
                if !span.contains(&place) {
                    continue;
                }
                let start = out.reading.token_at(place.start);
                let end = out.reading.token_at(place.end);
                let fits = start < end
                    && out.reading.tokens[start].start as usize == place.start
                    && out.reading.tokens[end - 1].end as usize == place.end;
                if fits {
                    out.mentions.push((kind, start..end, mention));
                }
                if mention.optional {
                    out.optional.push((kind, place));
                } else {
                    out.required.push((kind, fits.then_some((start as u32, end as u32))));
                }
            }
            out
        });
        FitDocument {
            name: document.path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
            items: items.collect(),
            fold: number % super::FOLDS,
            weight: if domain.is_some() { 0.35 } else { 1.0 },
            domain: domain.map(layout::fact),
            text: &document.text,
            gold: &document.gold,
        }
    }

    /// The headings of the gold items, where these are annotated.
    pub fn gold_headings(&self) -> Option<Vec<GoldHeading<'t>>> {
        let bytes = byte_table(self.text);
        let items = self.gold.items.iter();
        let annotated = self.domain.is_none() && self.gold.types.as_ref().is_none_or(Vec::is_empty);
        let heading = |i: &'t GoldItem| GoldHeading {
            start: bytes[i.start],
            date: i.date.as_deref(),
            title: i.title.as_deref().unwrap_or(""),
        };
        annotated.then(|| items.map(heading).collect())
    }

    /// Whether nothing but items is annotated.
    pub fn has_items_alone(&self) -> bool {
        self.gold.types.as_ref().is_some_and(Vec::is_empty)
    }

    /// Whether the type's gold here is complete enough to learn from.
    pub fn trains(&self, kind: Kind) -> bool {
        self.gold.has(kind) && !self.gold.recall_only(kind)
    }
}

/// Byte offset of each code point, and of the end.
fn byte_table(text: &str) -> Vec<usize> {
    text.char_indices().map(|(i, _)| i).chain([text.len()]).collect()
}

/// First byte and end of every heading that some reading of the page has.
fn headings(text: &str) -> Vec<(usize, usize)> {
    let end = |i: &Item| i.title.map(|t| t.end).max(i.date.as_ref().map(|d| d.span.end));
    let items = segment::readings(text).into_iter().flat_map(|(_, items)| items);
    items.filter_map(|i| Some((i.span.start, end(&i)?))).collect()
}

/// Where the heading ends: behind the title and a date line, near the item's start.
fn heading_end(text: &str, headings: &[(usize, usize)], span: Span, title: Option<&str>) -> usize {
    headings
        .iter()
        .find(|(start, _)| start.abs_diff(span.start) <= 4)
        .map(|(_, end)| *end)
        .filter(|end| *end <= span.end)
        .unwrap_or_else(|| title.map_or(span.start, |_| span.start + span.of(text).find('\n').unwrap_or(0)))
}
