//! The types of the JSON contract, version 1. They borrow from the text and from what was found.
//!
//! Offsets are in the document's `offset_unit`, ends exclusive. Every field is always there, and null or empty where
//! nothing is known; only a speaker leaves out what it has not.

use crate::found::Evidence;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

/// One document's extraction. Its items are there as a list, or come one by one while they are written.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Document<'a, I = Vec<Item<'a>>> {
    /// Version of this contract; fields are only ever added within one.
    pub schema_version: u32,
    /// What made this.
    pub generator: Generator<'a>,
    /// What it was made from.
    pub source: SourceInfo<'a>,
    /// What offsets count: `codepoint`, `utf16` or `byte`.
    pub offset_unit: &'a str,
    /// The title of the page.
    pub title: Option<&'a str>,
    /// The dated items, in text order.
    pub items: I,
    /// Every stretch of the text that is in no item, white space aside.
    pub outside: Vec<Outside<'a>>,
    /// What was odd about the text.
    pub warnings: Vec<Warning<'a>>,
}

/// The program.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Generator<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its version.
    pub version: &'a str,
}

/// The input.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SourceInfo<'a> {
    /// Path as it was given, or `-` for standard input.
    pub name: &'a str,
    /// Media type, `text/plain`.
    pub media_type: &'a str,
    /// Encoding by its WHATWG name, `UTF-8`.
    pub encoding: &'a str,
    /// SHA-256 of the bytes, in lower-case hexadecimal digits.
    pub sha256: &'a str,
    /// Length in bytes.
    pub bytes: usize,
    /// Length of the decoded text in code points.
    pub characters: usize,
}

/// A stretch of the text.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[schemars(rename = "Span")]
pub struct SpanOut {
    /// First unit.
    pub start: usize,
    /// One past the last unit.
    pub end: usize,
}

/// A dated news item.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Item<'a> {
    /// Hash of date and title: the same news item has the same id in every dump.
    pub id: String,
    /// Hash of the text: another hash under the same id is a revision.
    pub content_hash: String,
    /// Position among the items, from 0.
    pub index: usize,
    /// Where it stands.
    pub span: SpanOut,
    /// Its date.
    pub date: Option<Date<'a>>,
    /// Its title.
    pub title: Option<Title<'a>>,
    /// People, by first mention.
    pub people: Vec<Person<'a>>,
    /// Positions, by first mention.
    pub roles: Vec<Role<'a>>,
    /// Organisations, by first mention.
    pub organisations: Vec<Organisation<'a>>,
    /// Countries, by first mention.
    pub countries: Vec<Country<'a>>,
    /// Amounts of money, in text order.
    pub money: Vec<Money<'a>>,
    /// Quotes, in text order.
    pub quotes: Vec<Quote<'a>>,
    /// Mentions of types that a user's rules define.
    pub other: Vec<Other<'a>>,
}

/// The date of an item.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Date<'a> {
    /// EDTF, ISO 8601-2.
    pub edtf: &'a str,
    /// First day meant.
    pub start: &'a str,
    /// Last day meant.
    pub end: &'a str,
    /// `day`, `month` or `year`.
    pub precision: &'a str,
    /// As it stands in the text.
    pub text: &'a str,
    /// Where it stands.
    pub span: SpanOut,
}

/// The title of an item.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Title<'a> {
    /// As it stands in the text.
    pub text: &'a str,
    /// Where it stands.
    pub span: SpanOut,
}

/// One place where an entity is named.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Mention<'a> {
    /// First unit.
    pub start: usize,
    /// One past the last unit.
    pub end: usize,
    /// The text between.
    pub text: &'a str,
    /// The rule that found it.
    pub rule: &'a str,
    /// Probability that it is right.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub confidence: f64,
    /// What spoke most for it, strongest first.
    #[schemars(with = "Vec<String>")]
    pub evidence: &'a [Evidence],
}

/// A person.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Person<'a> {
    /// `p1`, `p2`, … unique in the item.
    pub id: Ref,
    /// The fullest form of the name in the item.
    pub name: &'a str,
    /// Given names.
    pub given: Option<&'a str>,
    /// Family name.
    pub family: Option<&'a str>,
    /// `Ms.`, `Dr.`, as they stand in the text.
    pub honorifics: &'a [String],
    /// Ids of the roles held.
    pub roles: Vec<Ref>,
    /// All mentions, in text order.
    pub mentions: Vec<Mention<'a>>,
}

/// A position.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Role<'a> {
    /// `r1`, `r2`, … unique in the item.
    pub id: Ref,
    /// The phrase that names it.
    pub title: &'a str,
    /// Ids of the people who hold it.
    pub holders: Vec<Ref>,
    /// Ids of the organisations it belongs to.
    pub organisations: Vec<Ref>,
    /// Codes of the countries it belongs to.
    pub countries: &'a [String],
    /// All mentions, in text order.
    pub mentions: Vec<Mention<'a>>,
}

/// An organisation.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Organisation<'a> {
    /// `o1`, `o2`, … unique in the item.
    pub id: Ref,
    /// The fullest form of the name.
    pub name: &'a str,
    /// Its acronym.
    pub acronym: Option<&'a str>,
    /// What sort of body it is.
    pub kind: Option<&'a str>,
    /// Name of the organisation above it.
    pub parent: Option<&'a str>,
    /// Its number in Wikidata.
    pub wikidata: Option<&'a str>,
    /// All mentions, in text order.
    pub mentions: Vec<Mention<'a>>,
}

/// A country.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Country<'a> {
    /// ISO 3166-1 alpha-2, or `XK`.
    pub code: &'a str,
    /// ISO 3166-1 alpha-3.
    pub alpha3: &'a str,
    /// Its usual English name.
    pub name: &'a str,
    /// All mentions, in text order.
    pub mentions: Vec<CountryMention<'a>>,
}

/// One place where a country is named.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CountryMention<'a> {
    /// First unit.
    pub start: usize,
    /// One past the last unit.
    pub end: usize,
    /// The text between.
    pub text: &'a str,
    /// `name`, `adjective`, `demonym`, `abbreviation`, …
    pub form: &'a str,
    /// The rule that found it.
    pub rule: &'a str,
    /// Probability that it is right.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub confidence: f64,
    /// What spoke most for it, strongest first.
    #[schemars(with = "Vec<String>")]
    pub evidence: &'a [Evidence],
}

/// An amount of money.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Money<'a> {
    /// First unit.
    pub start: usize,
    /// One past the last unit.
    pub end: usize,
    /// The text between.
    pub text: &'a str,
    /// Plain decimal number, never in floating point; of a range the lower end.
    pub amount: &'a str,
    /// Upper end of a range.
    pub amount_max: Option<&'a str>,
    /// ISO 4217 code.
    pub currency: Option<&'a str>,
    /// The rule that found it.
    pub rule: &'a str,
    /// Probability that it is right.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub confidence: f64,
    /// What spoke most for it, strongest first.
    #[schemars(with = "Vec<String>")]
    pub evidence: &'a [Evidence],
}

/// Words in quotation marks, the marks excluded.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Quote<'a> {
    /// First unit.
    pub start: usize,
    /// One past the last unit.
    pub end: usize,
    /// The text between.
    pub text: &'a str,
    /// Who said it.
    pub speakers: Vec<Speaker<'a>>,
    /// The reporting verb.
    pub cue: Option<Cue<'a>>,
    /// Position in `quotes` of the quote that this one continues.
    pub continues: Option<usize>,
    /// The rule that found it.
    pub rule: &'a str,
    /// Probability that it is right.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub confidence: f64,
    /// What spoke most for it, strongest first.
    #[schemars(with = "Vec<String>")]
    pub evidence: &'a [Evidence],
}

/// Who said a quote: a person, or an organisation, or only a phrase.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Speaker<'a> {
    /// Id of the person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person: Option<Ref>,
    /// Id of the organisation, where no person is named.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organisation: Option<Ref>,
    /// Name of either, or the phrase in the text.
    pub name: &'a str,
}

/// A reporting verb.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Cue<'a> {
    /// First unit.
    pub start: usize,
    /// One past the last unit.
    pub end: usize,
    /// The text between.
    pub text: &'a str,
}

/// A mention of a type that a user's rules define.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Other<'a> {
    /// The user's name of the type.
    #[serde(rename = "type")]
    pub kind: &'a str,
    /// First unit.
    pub start: usize,
    /// One past the last unit.
    pub end: usize,
    /// The text between.
    pub text: &'a str,
    /// Named parts.
    pub captures: BTreeMap<&'a str, Cue<'a>>,
}

/// A stretch of the text that is in no item.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Outside<'a> {
    /// First unit.
    pub start: usize,
    /// One past the last unit.
    pub end: usize,
    /// `preamble`, `footer` or `skipped`.
    pub kind: &'a str,
}

/// Something odd about the text.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Warning<'a> {
    /// Stable code.
    pub code: &'a str,
    /// One sentence.
    pub message: Cow<'a, str>,
    /// Where it was seen.
    pub start: Option<usize>,
}

/// The id of an entity within its item: a letter for the type and a number from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ref {
    letter: char,
    number: usize,
}

impl Ref {
    /// `p1` for the letter `p` and position 0.
    pub fn new(letter: char, position: usize) -> Self {
        Ref { letter, number: position + 1 }
    }

    /// Position in the list of its type, from 0.
    pub fn position(self) -> usize {
        self.number - 1
    }
}

impl fmt::Display for Ref {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.letter, self.number)
    }
}

impl Serialize for Ref {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl JsonSchema for Ref {
    fn schema_name() -> Cow<'static, str> {
        "Ref".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "Id of an entity within its item.",
            "type": "string",
            "pattern": "^[pro][1-9][0-9]*$",
        })
    }
}
