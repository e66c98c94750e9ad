//! What a text says of currencies beside its amounts: the countries and cities it names, and the currencies it
//! writes in a form of their own.

use super::pieces::hash_of;
use crate::gazetteer::{Hit, Index, List, Variant};
use crate::token::Token;

/// An ISO 3166-1 code as bytes.
pub(super) type Country = [u8; 2];

/// A country or a city in a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    /// Its first token.
    pub token: usize,
    /// The country, of a city the one in which it lies.
    pub country: Country,
    /// A city or a state.
    pub city: bool,
}

/// How often a country is named.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tally {
    /// The country.
    pub country: Country,
    /// Itself, or its people.
    pub names: u32,
    /// Its cities and states.
    pub cities: u32,
}

/// A currency in a form that belongs to it alone.
#[derive(Clone, Copy, Debug)]
pub(super) struct Plain {
    /// Its first token.
    pub token: usize,
    /// Its row.
    pub row: u32,
    /// Not by its code: `C$`, `Fijian dollars`.
    pub signed: bool,
}

/// The clues of a text.
#[derive(Clone, Debug, Default)]
pub(super) struct Clues {
    /// In text order.
    pub places: Vec<Place>,
    /// One a country.
    pub tallies: Vec<Tally>,
    /// In text order.
    pub plain: Vec<Plain>,
}

/// How far around a hit others may lie that cover it.
const AROUND: usize = 24;

impl Clues {
    /// Collects the clues among hits of the lists in `tokens` of `text`.
    pub fn new(index: &Index, text: &str, tokens: &[Token], hits: &[Hit]) -> Self {
        let mut clues = Clues::default();
        for (i, hit) in hits.iter().enumerate() {
            let token = hit.start as usize;
            let covering = || {
                hits[i.saturating_sub(AROUND)..(i + AROUND).min(hits.len())]
                    .iter()
                    .filter(|h| h.list == List::Currencies && h.start <= hit.start && hit.end <= h.end)
            };
            match hit.list {
                // the country of `Indian rupees` tells no more than the currency
                List::CountryForms if covering().any(|h| h.len() > 1) => {}
                List::CountryForms => clues.place(token, index.cell(hit.row, 1), false),
                List::Places => {
                    let mut cells = index.cells(hit.row).skip(1);
                    if matches!(cells.next(), Some("city" | "capital" | "state")) {
                        clues.place(token, cells.next().unwrap_or_default(), true);
                    }
                }
                // a form of several rows, a letter alone, a doubtful code say nothing
                List::Currencies if covering().count() == 1 => {
                    let form = &text[tokens[token].start as usize..tokens[hit.end as usize - 1].end as usize];
                    let doubtful = index.cell(hit.row, 5);
                    let key = hash_of(form.trim_end_matches('s'));
                    if doubtful.is_empty() || !doubtful.split('|').any(|f| hash_of(f) == key) {
                        clues.plain.push(Plain {
                            token,
                            row: hit.row,
                            signed: hit.variant != Variant::Acronym,
                        });
                    }
                }
                _ => {}
            }
        }
        clues
    }

    fn place(&mut self, token: usize, country: &str, city: bool) {
        let Ok(country) = Country::try_from(country.as_bytes()) else { return };
        self.places.push(Place { token, country, city });
        let tally = match self.tallies.iter_mut().find(|t| t.country == country) {
            Some(tally) => tally,
            None => {
                self.tallies.push(Tally { country, names: 0, cities: 0 });
                self.tallies.last_mut().expect("just pushed")
            }
        };
        if city {
            tally.cities += 1;
        } else {
            tally.names += 1;
        }
    }

    /// How often the countries of a currency are named, and their cities.
    pub fn of(&self, users: &[u8]) -> (f32, f32) {
        self.tallies
            .iter()
            .filter(|t| uses(users, t.country))
            .fold((0.0, 0.0), |(names, cities), t| (names + t.names as f32, cities + t.cities as f32))
    }

    /// Whether a row stands there in a form of its own; `signed` where its code doesn't count.
    pub fn has(&self, row: u32, signed: bool) -> bool {
        self.plain.iter().any(|p| p.row == row && (p.signed || !signed))
    }
}

/// Whether a country is among the users of a currency, `AD|AT|…`.
pub(super) fn uses(users: &[u8], country: Country) -> bool {
    users.chunks(3).any(|c| c.get(..2) == Some(&country))
}
