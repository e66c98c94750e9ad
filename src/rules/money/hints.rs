//! Which currency a shared word or sign means: what the item says, then the rest of the page, then the currency to
//! which the list gives it by default.

use super::clues::{Around, Clues, uses};
use super::unit::{Form, Unit};
use crate::gazetteer::{Class, List};
use crate::reading::Reading;
use std::cell::{OnceCell, RefCell};

/// Bytes of the page that are read on each side of the item.
const PAGE: usize = 6_000;
/// Countries whose pages count in their own dollar without a word.
const DOLLAR_COUNTRIES: &[&[u8; 2]] = &[b"AU", b"CA", b"NZ", b"SG"];
/// Countries that gave their currency up for the euro.
const EURO: &[&str] = &[
    "AD", "AT", "BE", "CY", "DE", "EE", "ES", "FI", "FR", "GR", "IE", "IT", "LU", "LV", "LT", "MC", "MT",
    "NL", "PT", "SI", "SK", "SM", "VA",
];

/// What a text says of the currencies it means.
pub(super) struct Hints<'r, 't> {
    reading: &'r Reading<'t>,
    around: &'r Around<'r, 't>,
    number: usize,
    item: OnceCell<Clues>,
    page: OnceCell<Clues>,
    /// The rows that any currency of the item may stand for.
    rows: OnceCell<Vec<u32>>,
    /// The first year in the item.
    year: OnceCell<Option<u32>>,
    /// The dollar of the item, once it was asked for: by default row, the row and whether it is the US one.
    dollars: RefCell<Vec<(u32, Option<u32>)>>,
}

/// A currency that a shared form may mean.
struct Issuer<'t> {
    row: u32,
    code: &'t str,
    users: &'t [u8],
    legacy: bool,
}

impl<'r, 't> Hints<'r, 't> {
    /// The hints of an item by its number. Nothing is read before it is asked for.
    pub fn new(around: &'r Around<'r, 't>, number: usize) -> Self {
        Hints {
            reading: around.reading(number),
            around,
            number,
            item: OnceCell::new(),
            page: OnceCell::new(),
            rows: OnceCell::new(),
            year: OnceCell::new(),
            dollars: RefCell::default(),
        }
    }

    /// The currency that a unit at a token stands for, and whether the text says so.
    pub fn choose(&self, unit: &Unit, token: usize) -> (&'t str, bool) {
        let index = &self.reading.index;
        let code = |row: u32| index.cell(row, 0);
        if let [row] = unit.rows[..] {
            return (code(row), true);
        }
        let family = code(unit.default);
        if family == "GBP" && unit.form == Form::Sign {
            return (family, true);
        }
        if family == "USD" && unit.form != Form::Minor {
            let known = self.dollars.borrow().iter().find(|d| d.0 == unit.default).map(|d| d.1);
            let own = known.unwrap_or_else(|| {
                let own = self.own_dollar(&self.issuers(&unit.rows), unit.default);
                self.dollars.borrow_mut().push((unit.default, own));
                own
            });
            return own.map_or((family, unit.form == Form::Sign), |row| (code(row), true));
        }
        let issuers = self.issuers(&self.of_the_time(&unit.rows));
        let default = issuers.iter().position(|i| i.row == unit.default).unwrap_or(0);
        let prior = if family == "GBP" { 1.6 } else { 0.3 };
        let mut scores = self.in_item(&issuers, token);
        scores[default] += prior;
        // the page is read only where it can decide
        let (best, lead) = first(&scores, default);
        if lead < 2.0 {
            self.add_page(&issuers, &mut scores);
            let (best, _) = first(&scores, default);
            return (issuers[best].code, scores[best] >= 1.0);
        }
        (issuers[best].code, scores[best] >= 1.0)
    }

    /// Whether a country that uses one of the rows, or one of them in another form, is named in the item or on the
    /// page.
    pub fn supports(&self, unit: &Unit, token: usize) -> bool {
        let issuers = self.issuers(&unit.rows);
        let countries =
            |clues: &Clues| clues.tallies.iter().any(|t| issuers.iter().any(|i| uses(i.users, t.country)));
        let plain = |clues: &Clues, not_at: Option<usize>| {
            let own = clues.plain.iter().filter(|p| unit.rows.contains(&p.row));
            own.filter(|p| not_at.is_none_or(|token| p.is_elsewhere(token))).count() > 0
        };
        // beside `50p` a shared `£` tells enough
        unit.form == Form::Minor && self.rows().iter().any(|row| unit.rows.contains(row))
            || plain(self.item(), Some(token))
            || countries(self.item())
            || plain(self.page(), None)
            || countries(self.page())
    }

    /// Whether the item names a country.
    pub fn names(&self, country: &[u8; 2]) -> bool {
        self.item().tallies.iter().any(|t| t.country == *country && t.names > 0)
    }

    /// Whether the item or the page has a currency in a form of its own.
    pub fn has_currency(&self, code: &str) -> bool {
        let is = |clues: &Clues| clues.plain.iter().any(|p| self.reading.index.cell(p.row, 0) == code);
        is(self.item()) || is(self.page())
    }

    fn issuers(&self, rows: &[u32]) -> Vec<Issuer<'t>> {
        let index = &self.reading.index;
        let issuer = |row: &u32| {
            let (code, users) = (index.cell(*row, 0), index.cell(*row, 4));
            let legacy = code != "EUR" && users.get(..2).is_some_and(|c| EURO.contains(&c));
            Issuer { row: *row, code, users: users.as_bytes(), legacy }
        };
        rows.iter().map(issuer).collect()
    }

    /// How much in the item speaks for each: countries that use it, their cities, its plain forms.
    fn in_item(&self, issuers: &[Issuer], token: usize) -> Vec<f32> {
        let item = self.item();
        let (nearest, last) = item.near(token, |country| issuers.iter().any(|i| uses(i.users, country)));
        let plain = issuers.iter().filter(|i| item.has(i.row, false)).count();
        let score = |issuer: &Issuer| {
            let (names, cities) = item.of(issuer.users);
            let mut sum = names.min(4.0) + cities.min(4.0) * 0.5;
            if item.has(issuer.row, false) {
                // where two of them are written plainly, the shared word may be either
                sum += if plain > 1 { 0.75 } else { 1.5 };
            }
            sum += if nearest.is_some_and(|country| uses(issuer.users, country)) { 0.75 } else { 0.0 };
            sum += if last.is_some_and(|country| uses(issuer.users, country)) { 1.0 } else { 0.0 };
            if issuer.legacy { sum * 0.15 } else { sum }
        };
        issuers.iter().map(score).collect()
    }

    /// Adds what speaks for each around the item.
    fn add_page(&self, issuers: &[Issuer], scores: &mut [f32]) {
        let page = self.page();
        let known = page.tallies.iter().filter(|t| issuers.iter().any(|i| uses(i.users, t.country)));
        let all = known.map(|t| t.names + t.cities).sum::<u32>().max(1) as f32;
        for (issuer, score) in issuers.iter().zip(scores) {
            let (names, cities) = page.of(issuer.users);
            let sum = 2.0 * (names + cities) / all + if page.has(issuer.row, false) { 0.25 } else { 0.0 };
            *score += if issuer.legacy { sum * 0.15 } else { sum };
        }
    }

    /// The dollar or peso of the page's own country where the page counts in it: it has a sign for it, or it speaks
    /// of that country above all. Pages of donors speak of countries whose dollar they don't mean.
    fn own_dollar(&self, issuers: &[Issuer], us: u32) -> Option<u32> {
        let item = self.item();
        let foreign = |i: &&Issuer| {
            i.row != us && (item.has(i.row, false) || item.tallies.iter().any(|t| uses(i.users, t.country)))
        };
        let rivals: Vec<&Issuer> = issuers.iter().filter(foreign).collect();
        if rivals.is_empty() {
            return None;
        }
        let page = self.page();
        let all =
            page.tallies.iter().chain(&item.tallies).map(|t| t.names + t.cities).sum::<u32>().max(1) as f32;
        let score = |issuer: &Issuer| {
            let (names, cities) = item.of(issuer.users);
            let around = page.of(issuer.users);
            let share = (names + cities + around.0 + around.1) / all;
            let (in_item, on_page) = (item.has(issuer.row, true), page.has(issuer.row, true));
            let signs = if in_item { 2.0 } else { 0.0 } + if on_page { 1.0 } else { 0.0 };
            let sum = names.min(2.0) + cities.min(3.0) * 0.5 + share * 2.0 + signs;
            let domestic = DOLLAR_COUNTRIES.iter().any(|c| uses(issuer.users, **c));
            match (domestic, names >= 1.0 && cities >= 1.0) {
                (true, true) => sum + 1.2,
                (true, false) => sum,
                _ if in_item || on_page => sum,
                _ => sum * 0.5,
            }
        };
        let american = item.tallies.iter().find(|t| t.country == *b"US").map_or(0.0, |t| t.names as f32);
        let best = rivals.iter().map(|i| (i.row, score(i))).max_by(|a, b| a.1.total_cmp(&b.1));
        best.filter(|(_, score)| *score > 3.0 + american.min(2.0)).map(|(row, _)| row)
    }

    /// Leaves out what was replaced, or not yet there, in the year of the item.
    fn of_the_time(&self, rows: &[u32]) -> Vec<u32> {
        let index = &self.reading.index;
        // without a year the living one is meant
        let year = || self.year().unwrap_or(9999);
        let fits = |row: &&u32| {
            let Some((from, before)) = index.cell(**row, 6).split_once('-') else { return true };
            from.parse().map_or(true, |from: u32| year() >= from)
                && before.parse().map_or(true, |before: u32| year() < before)
        };
        let kept: Vec<u32> = rows.iter().filter(fits).copied().collect();
        if kept.is_empty() { rows.to_vec() } else { kept }
    }

    /// The first year in the item; its heading comes first.
    fn year(&self) -> Option<u32> {
        *self.year.get_or_init(|| {
            let at = (0..self.reading.len()).find(|at| self.reading.is(*at, Class::Year))?;
            self.reading.cut(at, at + 1).parse().ok()
        })
    }

    fn rows(&self) -> &[u32] {
        self.rows.get_or_init(|| {
            let hits = self.reading.lookup.hits.iter().filter(|h| h.list == List::Currencies);
            let mut rows: Vec<u32> = hits.map(|h| h.row).collect();
            rows.sort_unstable();
            rows.dedup();
            rows
        })
    }

    fn item(&self) -> &Clues {
        self.item.get_or_init(|| self.around.item(self.number))
    }

    fn page(&self) -> &Clues {
        self.page.get_or_init(|| self.around.page(self.number, PAGE))
    }
}

/// The best score, the default among equals, and by how much it leads.
fn first(scores: &[f32], default: usize) -> (usize, f32) {
    let better =
        |a: &usize, b: &usize| scores[*a].total_cmp(&scores[*b]).then((*a == default).cmp(&(*b == default)));
    let best = (0..scores.len()).max_by(better).unwrap_or(default);
    let second = (0..scores.len()).filter(|i| *i != best).map(|i| scores[i]).fold(0.0, f32::max);
    (best, scores[best] - second)
}
