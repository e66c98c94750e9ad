//! What was found on a page, in plain types: the linkers fill them, the output reads them.
//!
//! All places are bytes of the page's text. Indices (`roles`, `holders`, `continues` and the like) count within the
//! item and the list of their own type, from 0.

use crate::document::Span;
use crate::evidence::layout::Name;
use serde::ser::Error;
use serde::{Serialize, Serializer};
use std::fmt;

/// One place in the text where something is named.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mention {
    /// Where.
    pub span: Span,
    /// Id of the rule that found it, `money.symbol-before`.
    pub rule: &'static str,
    /// Probability that it is right, 0 to 1.
    pub confidence: f64,
    /// What spoke for it, strongest first.
    pub evidence: Vec<Evidence>,
}

/// Something that spoke for a mention; shown by its short name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// Evidence that was weighed.
    Weighed(Name),
    /// The currency of an amount, by its ISO 4217 code.
    Currency(String),
}

impl fmt::Display for Evidence {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Evidence::Weighed(name) => name.fmt(f),
            Evidence::Currency(code) => write!(f, "currency:{code}"),
        }
    }
}

impl Serialize for Evidence {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Evidence::Weighed(name) => {
                let mut text = String::with_capacity(64);
                name.write(&mut text).map_err(S::Error::custom)?;
                serializer.serialize_str(&text)
            }
            Evidence::Currency(_) => serializer.collect_str(self),
        }
    }
}

/// A person of an item.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Person {
    /// The fullest form of the name in the item.
    pub name: String,
    /// Given names, where the name tells.
    pub given: Option<String>,
    /// Family name, where the name tells.
    pub family: Option<String>,
    /// `Ms.`, `Dr.`, as they stand in the text.
    pub honorifics: Vec<String>,
    /// All mentions, in text order.
    pub mentions: Vec<Mention>,
    /// Roles held.
    pub roles: Vec<usize>,
}

/// A position of an item.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Role {
    /// The phrase that names it, on one line.
    pub title: String,
    /// People who hold it.
    pub holders: Vec<usize>,
    /// Organisations it belongs to.
    pub organisations: Vec<usize>,
    /// ISO 3166-1 alpha-2 codes of the countries it belongs to.
    pub countries: Vec<String>,
    /// All mentions, in text order.
    pub mentions: Vec<Mention>,
}

/// An organisation of an item.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Organisation {
    /// The fullest form of the name that is known.
    pub name: String,
    /// Its acronym.
    pub acronym: Option<String>,
    /// `intergovernmental`, `ministry`, `university`, …
    pub kind: Option<String>,
    /// Name of the organisation above it.
    pub parent: Option<String>,
    /// Its number in Wikidata, `Q7817`.
    pub wikidata: Option<String>,
    /// All mentions, in text order.
    pub mentions: Vec<Mention>,
}

/// A country of an item.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Country {
    /// ISO 3166-1 alpha-2.
    pub code: String,
    /// ISO 3166-1 alpha-3.
    pub alpha3: String,
    /// Its usual English name.
    pub name: String,
    /// All mentions, in text order, with the form: `name`, `adjective`, `demonym`, `abbreviation`.
    pub mentions: Vec<(Mention, &'static str)>,
}

/// An amount of money.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Money {
    /// Where it stands.
    pub mention: Mention,
    /// Plain decimal number; of a range the lower end.
    pub amount: String,
    /// Upper end of a range.
    pub amount_max: Option<String>,
    /// ISO 4217 code.
    pub currency: Option<String>,
}

/// Who said a quote.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Speaker {
    /// The person, where one is named.
    pub person: Option<usize>,
    /// The organisation, where no person is.
    pub organisation: Option<usize>,
    /// Name of either, or the phrase that stands for the speaker.
    pub name: String,
}

/// Words in quotation marks, without the marks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Quote {
    /// The words.
    pub mention: Mention,
    /// Who said them.
    pub speakers: Vec<Speaker>,
    /// The reporting verb.
    pub cue: Option<Span>,
    /// The quote of this item that this one continues.
    pub continues: Option<usize>,
}

/// The date of an item's heading.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ItemDate {
    /// EDTF: `2021-07-30`, `2021-04`, `2021-06-07/2021-06-09`.
    pub edtf: String,
    /// First day meant, `2021-04-01`.
    pub start: String,
    /// Last day meant, `2021-04-30`.
    pub end: String,
    /// `day`, `month` or `year`.
    pub precision: &'static str,
    /// Where the date stands.
    pub span: Span,
}

/// One dated news item. The lists may come in any order; the output sorts them by first mention.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Item {
    /// From the first character of the heading to the last of the body.
    pub span: Span,
    /// Date, where it has one.
    pub date: Option<ItemDate>,
    /// Title on one line, and where it stands.
    pub title: Option<(String, Span)>,
    /// People.
    pub people: Vec<Person>,
    /// Positions.
    pub roles: Vec<Role>,
    /// Organisations.
    pub organisations: Vec<Organisation>,
    /// Countries.
    pub countries: Vec<Country>,
    /// Amounts of money.
    pub money: Vec<Money>,
    /// Quotes.
    pub quotes: Vec<Quote>,
}

/// Something odd about the text that a reader of the output should know.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Warning {
    /// Stable code, `undecodable-bytes`.
    pub code: &'static str,
    /// One sentence.
    pub message: String,
    /// Byte at which it was seen.
    pub at: Option<usize>,
}

/// All that was found in one document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Page {
    /// The title of the page.
    pub title: Option<String>,
    /// The items, in text order, without overlap.
    pub items: Vec<Item>,
    /// Stretches in no item: `preamble`, `footer`, `skipped`.
    pub outside: Vec<(Span, &'static str)>,
    /// What was odd.
    pub warnings: Vec<Warning>,
}

impl Item {
    /// Every mention of the item with the name of its type, type by type.
    pub fn mentions(&self) -> impl Iterator<Item = (&'static str, &Mention)> {
        let people = self.people.iter().flat_map(|p| &p.mentions).map(|m| ("person", m));
        let roles = self.roles.iter().flat_map(|r| &r.mentions).map(|m| ("role", m));
        let bodies = self.organisations.iter().flat_map(|o| &o.mentions).map(|m| ("organisation", m));
        let countries = self.countries.iter().flat_map(|c| &c.mentions).map(|(m, _)| ("country", m));
        let money = self.money.iter().map(|m| ("money", &m.mention));
        let quotes = self.quotes.iter().map(|q| ("quote", &q.mention));
        people.chain(roles).chain(bodies).chain(countries).chain(money).chain(quotes)
    }

    fn references_resolve(&self) -> bool {
        let people = |list: &[usize]| list.iter().all(|i| *i < self.people.len());
        let bodies = |list: &[usize]| list.iter().all(|i| *i < self.organisations.len());
        let speaker = |s: &Speaker| people(s.person.as_slice()) && bodies(s.organisation.as_slice());
        let held = |p: usize, r: usize| self.people.get(p).is_some_and(|person| person.roles.contains(&r));
        let holds = |p: usize, r: usize| self.roles.get(r).is_some_and(|role| role.holders.contains(&p));
        self.people.iter().enumerate().all(|(p, person)| person.roles.iter().all(|r| holds(p, *r)))
            && self.roles.iter().enumerate().all(|(r, role)| role.holders.iter().all(|p| held(*p, r)))
            && self.roles.iter().all(|r| people(&r.holders) && bodies(&r.organisations))
            && self.quotes.iter().all(|q| q.speakers.iter().all(speaker))
            && self.quotes.iter().all(|q| q.continues.is_none_or(|i| i < self.quotes.len()))
    }
}

impl Page {
    /// What every page promises: spans lie on character boundaries of `text`, items are in order and do not overlap,
    /// mentions lie in their item and those of one type do not overlap, references resolve,
    /// and a person's roles and a role's holders are the same relation.
    ///
    /// # Errors
    /// Says which promise is broken, and at which byte.
    pub fn check(&self, text: &str) -> Result<(), String> {
        let cut = |what: &str, span: Span| match text.get(span.start..span.end) {
            Some(_) => Ok(()),
            None => Err(format!("{what} at bytes {}..{} cuts no text", span.start, span.end)),
        };
        self.outside.iter().try_for_each(|(span, kind)| cut(kind, *span))?;
        let mut stretches: Vec<Span> = self.outside.iter().map(|(span, _)| *span).collect();
        stretches.extend(self.items.iter().map(|item| item.span));
        no_overlap("items and what is outside them", &mut stretches)?;
        if !self.items.is_sorted_by_key(|item| item.span.start) {
            return Err("items are not in text order".to_owned());
        }
        for item in &self.items {
            cut("item", item.span)?;
            item.date.iter().try_for_each(|date| cut("date", date.span))?;
            item.title.iter().try_for_each(|(_, span)| cut("title", *span))?;
            item.quotes.iter().filter_map(|q| q.cue).try_for_each(|span| cut("cue", span))?;
            let mut by_kind: Vec<(&str, Vec<Span>)> = Vec::new();
            for (kind, mention) in item.mentions() {
                cut(kind, mention.span)?;
                if mention.span.is_empty() || !item.span.contains(&mention.span) {
                    return Err(format!("{kind} at byte {} is empty or leaves its item", mention.span.start));
                }
                match by_kind.last_mut() {
                    Some((last, spans)) if *last == kind => spans.push(mention.span),
                    _ => by_kind.push((kind, vec![mention.span])),
                }
            }
            by_kind.iter_mut().try_for_each(|(kind, spans)| no_overlap(kind, spans))?;
            if !item.references_resolve() {
                return Err(format!(
                    "a reference leads nowhere, or not back, in the item at byte {}",
                    item.span.start
                ));
            }
        }
        Ok(())
    }
}

fn no_overlap(what: &str, spans: &mut [Span]) -> Result<(), String> {
    spans.sort_unstable();
    match spans.windows(2).find(|w| w[0].overlaps(&w[1])) {
        Some(w) => Err(format!("{what} overlap at byte {}", w[1].start)),
        None => Ok(()),
    }
}
