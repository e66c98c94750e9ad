//! What was found on a page to the types of the JSON: order, ids, offsets, and only what the caller asked for.

use super::document::{
    Country, CountryMention, Cue, Date, Document, Generator, Item, Mention, Money, Organisation, Outside,
    Person, Quote, Ref, Role, SourceInfo, SpanOut, Speaker, Title, Warning,
};
use super::ids;
use crate::document::{Offsets, Span, Unit};
use crate::found::{self, Evidence};
use crate::kind::Kind;
use serde::{Serialize, Serializer};
use std::borrow::Cow;
use std::collections::HashMap;

/// What is said of the input.
#[derive(Clone, Debug)]
pub struct Source {
    /// Path as it was given, or `-` for standard input.
    pub name: String,
    /// Media type.
    pub media_type: &'static str,
    /// Name of the encoding.
    pub encoding: &'static str,
    /// SHA-256 of the bytes, 64 lower-case hexadecimal digits.
    pub sha256: String,
    /// Length in bytes.
    pub bytes: usize,
}

impl Source {
    /// Plain UTF-8 text; `bytes` are those of the file, before decoding.
    pub fn new(name: impl Into<String>, bytes: &[u8]) -> Self {
        Source {
            name: name.into(),
            media_type: "text/plain",
            encoding: "UTF-8",
            sha256: ids::sha256(bytes),
            bytes: bytes.len(),
        }
    }
}

/// What a caller wants to see.
#[derive(Clone, Debug)]
pub struct Options {
    /// What offsets count.
    pub unit: Unit,
    /// Most names of evidence a mention shows; 0 for none.
    pub evidence: usize,
    /// Types shown; lists of the others are empty, and nothing refers to them.
    pub kinds: Vec<Kind>,
    /// Mentions of a lower probability are left out, 0 to 1.
    pub min_confidence: f64,
}

impl Default for Options {
    fn default() -> Self {
        Options { unit: Unit::Codepoint, evidence: 4, kinds: Kind::ALL.to_vec(), min_confidence: 0.0 }
    }
}

/// Builds the output for `page`, which was found in `text`.
///
/// Entities without a mention left are left out, with all references to them. The page must keep the promises of
/// [`found::Page::check`].
pub fn build<'a>(
    page: &'a found::Page,
    text: &'a str,
    source: &'a Source,
    options: &'a Options,
) -> Document<'a> {
    let Document { schema_version, generator, source, offset_unit, title, items, outside, warnings } =
        stream(page, text, source, options);
    let items = items.each().collect();
    Document { schema_version, generator, source, offset_unit, title, items, outside, warnings }
}

/// The same document, for writing only: each item is built when its turn comes and forgotten thereafter, so that a
/// page of any length costs no more memory than its longest item.
pub fn stream<'a>(
    page: &'a found::Page,
    text: &'a str,
    source: &'a Source,
    options: &'a Options,
) -> Document<'a, Items<'a>> {
    debug_assert_eq!(page.check(text), Ok(()));
    let offsets = Offsets::new(text, options.unit);
    let characters = match options.unit {
        Unit::Codepoint => offsets.total(),
        _ => text.chars().count(),
    };
    let builder = Builder { text, offsets, options };
    Document {
        schema_version: 1,
        generator: Generator { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") },
        source: SourceInfo {
            name: &source.name,
            media_type: source.media_type,
            encoding: source.encoding,
            sha256: &source.sha256,
            bytes: source.bytes,
            characters,
        },
        offset_unit: options.unit.name(),
        title: page.title.as_deref(),
        outside: page.outside.iter().map(|(span, kind)| builder.outside(*span, kind)).collect(),
        warnings: page.warnings.iter().map(|warning| builder.warning(warning)).collect(),
        items: Items { builder, found: &page.items },
    }
}

/// The items of a page, not yet built.
pub struct Items<'a> {
    builder: Builder<'a>,
    found: &'a [found::Item],
}

impl<'a> Items<'a> {
    fn each(&self) -> impl Iterator<Item = Item<'a>> {
        let mut seen = HashMap::new();
        self.found.iter().enumerate().map(move |(index, item)| self.builder.item(item, index, &mut seen))
    }
}

impl Serialize for Items<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.each())
    }
}

struct Builder<'a> {
    text: &'a str,
    offsets: Offsets<'a>,
    options: &'a Options,
}

/// Which entities of a type are shown, and under which number.
struct Order {
    /// Positions in what was found, by first mention.
    shown: Vec<usize>,
    /// New position of each, where it is shown.
    place: Vec<Option<usize>>,
}

impl Order {
    fn refs(&self, letter: char, found: &[usize]) -> Vec<Ref> {
        let mut refs: Vec<Ref> = found.iter().filter_map(|i| self.reference(letter, *i)).collect();
        refs.sort_unstable_by_key(|r| r.position());
        refs.dedup();
        refs
    }

    fn reference(&self, letter: char, found: usize) -> Option<Ref> {
        Some(Ref::new(letter, (*self.place.get(found)?)?))
    }
}

impl<'a> Builder<'a> {
    fn item(&self, item: &'a found::Item, index: usize, seen: &mut HashMap<String, usize>) -> Item<'a> {
        let people = self.order(Kind::Person, &item.people, |p| self.first(&p.mentions));
        let roles = self.order(Kind::Role, &item.roles, |r| self.first(&r.mentions));
        let bodies = self.order(Kind::Organisation, &item.organisations, |o| self.first(&o.mentions));
        let countries =
            self.order(Kind::Country, &item.countries, |c| self.earliest(c.mentions.iter().map(|(m, _)| m)));
        let money = self.order(Kind::Money, &item.money, |m| self.earliest([&m.mention]));
        let quotes = self.order(Kind::Quote, &item.quotes, |q| self.earliest([&q.mention]));
        let text = item.span.of(self.text);
        Item {
            id: self.id(item, text, seen),
            content_hash: ids::content_hash(text),
            index,
            span: self.span(item.span),
            date: item.date.as_ref().map(|date| self.date(date)),
            title: item.title.as_ref().map(|(_, at)| Title { text: at.of(self.text), span: self.span(*at) }),
            people: shown(&people, &item.people, |p, n| self.person(p, n, &roles)),
            roles: shown(&roles, &item.roles, |r, n| self.role(r, n, &people, &bodies)),
            organisations: shown(&bodies, &item.organisations, |o, n| self.organisation(o, n)),
            countries: shown(&countries, &item.countries, |c, _| self.country(c)),
            money: shown(&money, &item.money, |m, _| self.money(m)),
            quotes: shown(&quotes, &item.quotes, |q, _| self.quote(q, &people, &bodies, &quotes)),
            other: Vec::new(),
        }
    }

    /// The item's id, with a number behind it where the document has had the same before.
    fn id(&self, item: &found::Item, text: &str, seen: &mut HashMap<String, usize>) -> String {
        let edtf = item.date.as_ref().map_or("", |date| &date.edtf);
        let id = ids::item_id(edtf, item.title.as_ref().map(|(title, _)| title.as_str()), text);
        let times = seen.entry(id.clone()).and_modify(|n| *n += 1).or_insert(1);
        if *times > 1 { format!("{id}-{times}") } else { id }
    }

    fn order<T>(&self, kind: Kind, found: &[T], first: impl Fn(&T) -> Option<usize>) -> Order {
        let mut place = vec![None; found.len()];
        if !self.options.kinds.contains(&kind) {
            return Order { shown: Vec::new(), place };
        }
        let mut starts: Vec<(usize, usize)> =
            found.iter().enumerate().filter_map(|(i, entity)| Some((first(entity)?, i))).collect();
        starts.sort_unstable();
        let shown: Vec<usize> = starts.into_iter().map(|(_, i)| i).collect();
        shown.iter().enumerate().for_each(|(new, old)| place[*old] = Some(new));
        Order { shown, place }
    }

    fn kept(&self, mention: &found::Mention) -> bool {
        mention.confidence >= self.options.min_confidence
    }

    fn first(&self, mentions: &[found::Mention]) -> Option<usize> {
        self.earliest(mentions)
    }

    fn earliest<'m>(&self, mentions: impl IntoIterator<Item = &'m found::Mention>) -> Option<usize> {
        mentions.into_iter().filter(|m| self.kept(m)).map(|m| m.span.start).min()
    }

    fn span(&self, span: Span) -> SpanOut {
        SpanOut { start: self.offsets.at(span.start), end: self.offsets.at(span.end) }
    }

    fn evidence(&self, mention: &'a found::Mention) -> &'a [Evidence] {
        &mention.evidence[..mention.evidence.len().min(self.options.evidence)]
    }

    fn mention(&self, mention: &'a found::Mention) -> Mention<'a> {
        let SpanOut { start, end } = self.span(mention.span);
        Mention {
            start,
            end,
            text: mention.span.of(self.text),
            rule: mention.rule,
            confidence: rounded(mention.confidence),
            evidence: self.evidence(mention),
        }
    }

    fn mentions(&self, mentions: &'a [found::Mention]) -> Vec<Mention<'a>> {
        let mut out: Vec<_> = mentions.iter().filter(|m| self.kept(m)).map(|m| self.mention(m)).collect();
        out.sort_by_key(|m| m.start);
        out
    }

    fn date(&self, date: &'a found::ItemDate) -> Date<'a> {
        Date {
            edtf: &date.edtf,
            start: &date.start,
            end: &date.end,
            precision: date.precision,
            text: date.span.of(self.text),
            span: self.span(date.span),
        }
    }

    fn person(&self, person: &'a found::Person, number: usize, roles: &Order) -> Person<'a> {
        Person {
            id: Ref::new('p', number),
            name: &person.name,
            given: person.given.as_deref(),
            family: person.family.as_deref(),
            honorifics: &person.honorifics,
            roles: roles.refs('r', &person.roles),
            mentions: self.mentions(&person.mentions),
        }
    }

    fn role(&self, role: &'a found::Role, number: usize, people: &Order, bodies: &Order) -> Role<'a> {
        Role {
            id: Ref::new('r', number),
            title: &role.title,
            holders: people.refs('p', &role.holders),
            organisations: bodies.refs('o', &role.organisations),
            countries: &role.countries,
            mentions: self.mentions(&role.mentions),
        }
    }

    fn organisation(&self, body: &'a found::Organisation, number: usize) -> Organisation<'a> {
        Organisation {
            id: Ref::new('o', number),
            name: &body.name,
            acronym: body.acronym.as_deref(),
            kind: body.kind.as_deref(),
            parent: body.parent.as_deref(),
            wikidata: body.wikidata.as_deref(),
            mentions: self.mentions(&body.mentions),
        }
    }

    fn country(&self, country: &'a found::Country) -> Country<'a> {
        let mut mentions: Vec<CountryMention<'a>> = country
            .mentions
            .iter()
            .filter(|(m, _)| self.kept(m))
            .map(|(m, form)| self.named(m, form))
            .collect();
        mentions.sort_by_key(|m| m.start);
        Country { code: &country.code, alpha3: &country.alpha3, name: &country.name, mentions }
    }

    fn named(&self, mention: &'a found::Mention, form: &'a str) -> CountryMention<'a> {
        let Mention { start, end, text, rule, confidence, evidence } = self.mention(mention);
        CountryMention { start, end, text, form, rule, confidence, evidence }
    }

    fn money(&self, money: &'a found::Money) -> Money<'a> {
        let Mention { start, end, text, rule, confidence, evidence } = self.mention(&money.mention);
        Money {
            start,
            end,
            text,
            amount: &money.amount,
            amount_max: money.amount_max.as_deref(),
            currency: money.currency.as_deref(),
            rule,
            confidence,
            evidence,
        }
    }

    fn quote(&self, quote: &'a found::Quote, people: &Order, bodies: &Order, quotes: &Order) -> Quote<'a> {
        let Mention { start, end, text, rule, confidence, evidence } = self.mention(&quote.mention);
        let speaker = |s: &'a found::Speaker| Speaker {
            person: s.person.and_then(|i| people.reference('p', i)),
            organisation: s.organisation.and_then(|i| bodies.reference('o', i)),
            name: &s.name,
        };
        Quote {
            start,
            end,
            text,
            speakers: quote.speakers.iter().map(speaker).collect(),
            cue: quote.cue.map(|at| self.cue(at)),
            continues: quote.continues.and_then(|i| *quotes.place.get(i)?),
            rule,
            confidence,
            evidence,
        }
    }

    fn cue(&self, at: Span) -> Cue<'a> {
        let SpanOut { start, end } = self.span(at);
        Cue { start, end, text: at.of(self.text) }
    }

    fn outside(&self, span: Span, kind: &'a str) -> Outside<'a> {
        let SpanOut { start, end } = self.span(span);
        Outside { start, end, kind }
    }

    fn warning(&self, warning: &'a found::Warning) -> Warning<'a> {
        Warning {
            code: warning.code,
            message: Cow::Borrowed(&warning.message),
            start: warning.at.map(|byte| self.offsets.at(byte)),
        }
    }
}

fn shown<'a, T, U>(order: &Order, found: &'a [T], build: impl Fn(&'a T, usize) -> U) -> Vec<U> {
    order.shown.iter().enumerate().map(|(new, old)| build(&found[*old], new)).collect()
}

/// Four decimals: more would feign a precision that the model has not.
fn rounded(confidence: f64) -> f64 {
    (confidence.clamp(0.0, 1.0) * 1e4).round() / 1e4
}
