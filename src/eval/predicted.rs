//! A prediction in the flat form that is scored: from our own output, or from a JSON file of ours or another tool's.

use crate::error::Error;
use crate::kind::Kind;
use crate::output::{Document, Ref};
use serde_json::Value;
use std::path::Path;

/// What was predicted for one document. Offsets are code points, ends exclusive.
#[derive(Clone, Debug, Default)]
pub struct Predicted {
    /// The items, where the tool knows of any.
    pub items: Option<Vec<PredictedItem>>,
    /// The mentions of all items.
    pub mentions: Vec<PredictedMention>,
}

/// A predicted item.
#[derive(Clone, Debug, Default)]
pub struct PredictedItem {
    /// First code point.
    pub start: usize,
    /// EDTF.
    pub date: Option<String>,
    /// Title.
    pub title: Option<String>,
}

/// A predicted mention; an attribute that the tool does not give is not scored.
#[derive(Clone, Debug)]
pub struct PredictedMention {
    /// Type.
    pub kind: Kind,
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// Probability that it is right, where the tool gives one.
    pub confidence: Option<f64>,
    /// Name of a person or an organisation.
    pub name: Option<String>,
    /// Names of a role's holders.
    pub holders: Option<Vec<String>>,
    /// Code of a country.
    pub code: Option<String>,
    /// Value of an amount.
    pub money: Option<PredictedMoney>,
    /// Names of a quote's speakers.
    pub speakers: Option<Vec<String>>,
}

/// The value of an amount of money.
#[derive(Clone, Debug, Default)]
pub struct PredictedMoney {
    /// Decimal amount.
    pub amount: Option<String>,
    /// Upper end of a range.
    pub amount_max: Option<String>,
    /// ISO 4217 code.
    pub currency: Option<String>,
}

impl PredictedMention {
    fn new(kind: Kind, start: usize, end: usize) -> Self {
        let (name, holders, code, money, speakers) = (None, None, None, None, None);
        PredictedMention { kind, start, end, confidence: None, name, holders, code, money, speakers }
    }
}

impl From<&Document<'_>> for Predicted {
    /// The document must count code points.
    fn from(document: &Document<'_>) -> Self {
        let mut items = Vec::new();
        let mut out = Vec::new();
        let at = |kind, start, end, confidence| PredictedMention {
            confidence: Some(confidence),
            ..PredictedMention::new(kind, start, end)
        };
        for item in &document.items {
            items.push(PredictedItem {
                start: item.span.start,
                date: item.date.as_ref().map(|date| date.edtf.to_owned()),
                title: item.title.as_ref().map(|title| title.text.to_owned()),
            });
            for (person, m) in item.people.iter().flat_map(|p| p.mentions.iter().map(move |m| (p, m))) {
                let name = Some(person.name.to_owned());
                out.push(PredictedMention { name, ..at(Kind::Person, m.start, m.end, m.confidence) });
            }
            for role in &item.roles {
                let name = |holder: &Ref| item.people[holder.position()].name.to_owned();
                let holders: Vec<String> = role.holders.iter().map(name).collect();
                out.extend(role.mentions.iter().map(|m| PredictedMention {
                    holders: Some(holders.clone()),
                    ..at(Kind::Role, m.start, m.end, m.confidence)
                }));
            }
            for (body, m) in item.organisations.iter().flat_map(|o| o.mentions.iter().map(move |m| (o, m))) {
                let name = Some(body.name.to_owned());
                out.push(PredictedMention { name, ..at(Kind::Organisation, m.start, m.end, m.confidence) });
            }
            for (country, m) in item.countries.iter().flat_map(|c| c.mentions.iter().map(move |m| (c, m))) {
                let code = Some(country.code.to_owned());
                out.push(PredictedMention { code, ..at(Kind::Country, m.start, m.end, m.confidence) });
            }
            out.extend(item.money.iter().map(|m| PredictedMention {
                money: Some(PredictedMoney {
                    amount: Some(m.amount.to_owned()),
                    amount_max: m.amount_max.map(str::to_owned),
                    currency: m.currency.map(str::to_owned),
                }),
                ..at(Kind::Money, m.start, m.end, m.confidence)
            }));
            out.extend(item.quotes.iter().map(|q| PredictedMention {
                speakers: Some(q.speakers.iter().map(|s| s.name.to_owned()).collect()),
                ..at(Kind::Quote, q.start, q.end, q.confidence)
            }));
        }
        Predicted { items: Some(items), mentions: out }
    }
}

impl Predicted {
    /// Reads a file: either a document of our contract, counted in code points, or a flat list of mentions
    /// `[{"type", "start", "end", …}]` with attributes named as in gold files.
    ///
    /// # Errors
    /// Names the file and says what is wrong with it.
    pub fn read(path: &Path) -> Result<Predicted, Error> {
        let json = std::fs::read(path).map_err(|e| Error::io(path, e))?;
        let value: Value = serde_json::from_slice(&json).map_err(|e| Error::json(path, e))?;
        Predicted::from_json(&value).map_err(|why| Error::malformed(path, 0, why))
    }

    fn from_json(value: &Value) -> Result<Predicted, String> {
        let mut out = Predicted::default();
        if let Some(flat) = value.as_array() {
            for mention in flat {
                if let Some(kind) = mention["type"].as_str().and_then(Kind::from_name) {
                    out.push(kind, mention, mention)?;
                }
            }
            return Ok(out);
        }
        if value["offset_unit"].as_str().is_some_and(|unit| unit != "codepoint") {
            return Err("expected offsets in code points".to_owned());
        }
        let mut items = Vec::new();
        for item in value["items"].as_array().ok_or("expected a list of mentions or an object with items")? {
            let title = &item["title"];
            items.push(PredictedItem {
                start: number(&item["span"], "start")?,
                date: plain(&item["date"]["edtf"]),
                title: plain(title).or_else(|| plain(&title["text"])),
            });
            for (field, kind) in FIELDS {
                for entity in list(&item[field]) {
                    let mut entity = entity.clone();
                    if kind == Kind::Role {
                        let named = |id: &Value| list(&item["people"]).iter().find(|p| p["id"] == *id);
                        entity["holders"] =
                            list(&entity["holders"]).iter().map(|h| named(h)?["name"].as_str()).collect();
                    } else if kind == Kind::Quote {
                        entity["speakers"] =
                            list(&entity["speakers"]).iter().map(|s| s["name"].clone()).collect();
                    }
                    match entity["mentions"].as_array() {
                        Some(mentions) => mentions.iter().try_for_each(|m| out.push(kind, m, &entity))?,
                        None => out.push(kind, &entity, &entity)?,
                    }
                }
            }
        }
        out.items = Some(items);
        Ok(out)
    }

    fn push(&mut self, kind: Kind, place: &Value, attributes: &Value) -> Result<(), String> {
        let mut mention = PredictedMention::new(kind, number(place, "start")?, number(place, "end")?);
        mention.confidence = place["confidence"].as_f64();
        let names = |key: &str| attributes[key].as_array().map(|l| l.iter().filter_map(plain).collect());
        mention.name = plain(&attributes["name"]);
        mention.code = plain(&attributes["code"]);
        mention.holders = names("holders");
        mention.speakers = names("speakers").or_else(|| plain(&attributes["speaker"]).map(|name| vec![name]));
        mention.money = attributes.get("amount").map(|amount| PredictedMoney {
            amount: plain(amount),
            amount_max: plain(&attributes["amount_max"]),
            currency: plain(&attributes["currency"]),
        });
        self.mentions.push(mention);
        Ok(())
    }
}

/// The lists of an item, with the type of what is in them.
const FIELDS: [(&str, Kind); 6] = [
    ("people", Kind::Person),
    ("roles", Kind::Role),
    ("organisations", Kind::Organisation),
    ("countries", Kind::Country),
    ("money", Kind::Money),
    ("quotes", Kind::Quote),
];

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn plain(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

fn number(value: &Value, key: &str) -> Result<usize, String> {
    let found = value[key].as_u64().and_then(|n| usize::try_from(n).ok());
    found.ok_or_else(|| format!("expected a whole number as `{key}` in {}", short(value)))
}

fn short(value: &Value) -> String {
    value.to_string().chars().take(60).collect()
}
