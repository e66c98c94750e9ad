//! What a text says of currencies beside its amounts: the countries and cities it names, and the currencies it
//! writes in a form of their own.

use super::pieces::hash_of;
use crate::gazetteer::{Hit, List, Variant};
use crate::reading::Reading;
use std::cell::OnceCell;

/// An ISO 3166-1 code as bytes.
pub(super) type Country = [u8; 2];

/// A country or a city in a text.
#[derive(Clone, Copy, Debug)]
struct Place {
    /// Its first token.
    token: usize,
    /// The country, of a city the one in which it lies.
    country: Country,
    /// A city or a state.
    city: bool,
}

/// A currency in a form that belongs to it alone.
#[derive(Clone, Copy, Debug)]
struct Form {
    /// Its first token.
    token: usize,
    /// Its row.
    row: u32,
    /// Not by its code: `C$`, `Fijian dollars`.
    signed: bool,
}

/// What speaks for currencies in an item, in text order.
#[derive(Clone, Debug, Default)]
pub(super) struct Signs {
    places: Vec<Place>,
    forms: Vec<Form>,
}

/// How far around a hit others may lie that cover it.
const AROUND: usize = 24;

impl Signs {
    /// Collects the signs among the hits of an item.
    fn new(reading: &Reading) -> Self {
        let (index, hits) = (&reading.index, &reading.lookup.hits);
        let mut out = Signs::default();
        // currencies are read up to this hit, and one of several words ends there
        let (mut seen, mut covered) = (0, 0);
        for (i, hit) in hits.iter().enumerate() {
            while let Some(next) = hits.get(seen).filter(|h| h.start <= hit.start) {
                if next.list == List::Currencies && next.len() > 1 {
                    covered = covered.max(next.end);
                }
                seen += 1;
            }
            let token = hit.start as usize;
            let mut place = |country: &str, city: bool| {
                if let Ok(country) = Country::try_from(country.as_bytes()) {
                    out.places.push(Place { token, country, city });
                }
            };
            match hit.list {
                // the country of `Indian rupees` tells no more than the currency
                List::CountryForms if hit.end <= covered => {}
                List::CountryForms => place(index.cell(hit.row, 1), false),
                List::Places if matches!(index.cell(hit.row, 1), "city" | "capital" | "state") => {
                    place(index.cell(hit.row, 2), true);
                }
                List::Currencies => {
                    // a form of several rows, a letter alone, a doubtful code say nothing
                    let around = &hits[i.saturating_sub(AROUND)..(i + AROUND).min(hits.len())];
                    let covering =
                        |h: &&Hit| h.list == List::Currencies && h.start <= hit.start && hit.end <= h.end;
                    if around.iter().filter(covering).nth(1).is_some() {
                        continue;
                    }
                    let key = || hash_of(reading.cut(token, hit.end as usize).trim_end_matches('s'));
                    let doubtful = index.cell(hit.row, 5);
                    if doubtful.is_empty() || !doubtful.split('|').any(|f| hash_of(f) == key()) {
                        let signed = hit.variant != Variant::Acronym;
                        out.forms.push(Form { token, row: hit.row, signed });
                    }
                }
                _ => {}
            }
        }
        out
    }
}

/// The items of a page, each with what it says of currencies once that is asked for.
pub(super) struct Around<'r, 't> {
    readings: &'r [Reading<'t>],
    signs: Vec<OnceCell<Signs>>,
}

impl<'r, 't> Around<'r, 't> {
    /// Nothing is read before it is asked for.
    pub fn new(readings: &'r [Reading<'t>]) -> Self {
        Around { readings, signs: readings.iter().map(|_| OnceCell::new()).collect() }
    }

    /// An item.
    pub fn reading(&self, item: usize) -> &'r Reading<'t> {
        &self.readings[item]
    }

    fn signs(&self, item: usize) -> &Signs {
        self.signs[item].get_or_init(|| Signs::new(&self.readings[item]))
    }

    /// What an item says.
    pub fn item(&self, item: usize) -> Clues {
        let signs = self.signs(item);
        let mut out = Clues::default();
        out.add(signs, |_| true);
        let places = signs.places.iter().enumerate();
        out.places = places.map(|(n, p)| (p.country, p.city, p.token, n)).collect();
        out.places.sort_unstable();
        out
    }

    /// What the items within so many bytes before and after one say.
    pub fn page(&self, item: usize, reach: usize) -> Clues {
        let mut out = Clues::default();
        let span = self.readings[item].span;
        let (from, to) = (span.start.saturating_sub(reach), span.end + reach);
        let before = (0..item).rev().take_while(|n| self.readings[*n].span.end > from);
        let after = (item + 1..self.readings.len()).take_while(|n| self.readings[*n].span.start < to);
        for n in before.chain(after) {
            let tokens = &self.readings[n].tokens;
            out.add(self.signs(n), |token| (from..to).contains(&(tokens[token].start as usize)));
        }
        out
    }
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

/// A currency in forms that belong to it alone.
#[derive(Clone, Copy, Debug)]
pub(super) struct Plain {
    /// Its row.
    pub row: u32,
    /// Once at least not by its code.
    signed: bool,
    first: usize,
    last: usize,
}

impl Plain {
    /// Whether it stands anywhere but at a token.
    pub fn is_elsewhere(&self, token: usize) -> bool {
        (self.first, self.last) != (token, token)
    }
}

/// The clues of a text, counted.
#[derive(Clone, Debug, Default)]
pub(super) struct Clues {
    /// One a country.
    pub tallies: Vec<Tally>,
    /// One a currency.
    pub plain: Vec<Plain>,
    /// The places of an item by country, those of its own name first: country, city or not, token, number.
    places: Vec<(Country, bool, usize, usize)>,
}

impl Clues {
    /// Counts the signs at certain tokens.
    fn add(&mut self, signs: &Signs, at: impl Fn(usize) -> bool) {
        for place in signs.places.iter().filter(|p| at(p.token)) {
            let known = self.tallies.iter().position(|t| t.country == place.country);
            let number = known.unwrap_or_else(|| {
                self.tallies.push(Tally { country: place.country, names: 0, cities: 0 });
                self.tallies.len() - 1
            });
            let tally = &mut self.tallies[number];
            *(if place.city { &mut tally.cities } else { &mut tally.names }) += 1;
        }
        for form in signs.forms.iter().filter(|f| at(f.token)) {
            let Form { token, row, signed } = *form;
            match self.plain.iter_mut().find(|p| p.row == row) {
                Some(known) => (known.signed, known.last) = (known.signed | signed, token),
                None => self.plain.push(Plain { row, signed, first: token, last: token }),
            }
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

    /// Of certain countries the one of the place nearest to a token, and the one named last before it or there.
    pub fn near(&self, token: usize, known: impl Fn(Country) -> bool) -> (Option<Country>, Option<Country>) {
        let (mut nearest, mut last) = (None, None);
        for tally in self.tallies.iter().filter(|t| known(t.country)) {
            for city in [false, true] {
                let group = |p: &(Country, bool, usize, usize)| (p.0, p.1) < (tally.country, city);
                let own = &self.places[self.places.partition_point(group)..];
                let own = &own[..own.partition_point(|p| (p.0, p.1) == (tally.country, city))];
                let behind = own.partition_point(|p| p.2 <= token);
                if !city {
                    last = last.max(own[..behind].last().map(|p| (p.3, tally.country)));
                }
                // of two at one token the first
                let before = own[..behind].last().map(|last| own.partition_point(|p| p.2 < last.2));
                for place in before.into_iter().chain([behind]).filter_map(|i| own.get(i)) {
                    let here = (place.2.abs_diff(token), place.3, tally.country);
                    nearest = Some(nearest.map_or(here, |best: (usize, usize, Country)| best.min(here)));
                }
            }
        }
        (nearest.map(|n| n.2), last.map(|l| l.1))
    }
}

/// Whether a country is among the users of a currency, `AD|AT|…`.
pub(super) fn uses(users: &[u8], country: Country) -> bool {
    users.chunks(3).any(|c| c.get(..2) == Some(&country))
}
