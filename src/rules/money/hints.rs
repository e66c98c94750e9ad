//! Which currency a shared word or sign means: what the item says near it, then the rest of the page, then the
//! currency to which the list gives it by default.

use super::pieces::hash_of;
use super::unit::{Form, Unit};
use crate::document::Span;
use crate::gazetteer::{Class, Hit, Index, List, Variant, look_up};
use crate::reading::Reading;
use crate::token::{Token, tokenise};
use std::cell::OnceCell;

/// Bytes of the page that are read on each side of the item.
const PAGE: usize = 6_000;
/// Countries whose pages count in their own dollar without a word.
const DOLLAR_COUNTRIES: &[&str] = &["AU", "CA", "NZ", "SG"];

/// A country or an unshared currency in the text.
struct Clue<'t> {
    token: usize,
    country: &'t str,
    currency: Option<u32>,
    city: bool,
    code: bool,
}

/// What a text says of the currencies it means.
pub(super) struct Hints<'r, 't> {
    reading: &'r Reading<'t>,
    item: OnceCell<Vec<Clue<'t>>>,
    page: OnceCell<Vec<Clue<'t>>>,
}

impl<'r, 't> Hints<'r, 't> {
    /// Nothing is read before it is asked for.
    pub fn new(reading: &'r Reading<'t>) -> Self {
        Hints { reading, item: OnceCell::new(), page: OnceCell::new() }
    }

    /// The currency that a unit at a token stands for, and whether the text says so.
    pub fn choose(&self, unit: &Unit, token: usize) -> (&'t str, bool) {
        let index = &self.reading.index;
        let rows = self.of_the_time(&unit.rows);
        let code = |row: u32| index.cell(row, 0);
        if let [row] = rows[..] {
            return (code(row), true);
        }
        let default = if rows.contains(&unit.default) { unit.default } else { rows[0] };
        let family = code(default);
        if family == "GBP" && unit.form == Form::Sign {
            return (family, true);
        }
        if family == "USD" && unit.form != Form::Minor {
            return match self.own_dollar(&rows, default) {
                Some(row) => (code(row), true),
                None => (family, unit.form == Form::Sign),
            };
        }
        let prior = |row: u32| match family {
            _ if row != default => 0.0,
            "GBP" => 1.6,
            _ => 0.3,
        };
        let mut scores: Vec<(u32, f32)> =
            rows.iter().map(|row| (*row, prior(*row) + self.in_item(*row, token, &rows))).collect();
        let by_score = |a: &(u32, f32), b: &(u32, f32)| b.1.total_cmp(&a.1);
        scores.sort_by(by_score);
        // the page is read only where it can decide
        if scores[0].1 - scores[1].1 < 2.0 {
            for (row, score) in &mut scores {
                *score += self.on_page(*row, &rows);
            }
            scores.sort_by(by_score);
        }
        let (best, score) = scores[0];
        let tied = scores[1].1 >= score;
        (code(if tied && scores.iter().any(|s| s.0 == default && s.1 >= score) { default } else { best }), score >= 1.0)
    }

    /// How much in the item speaks for a row: countries that use it, their cities, its plain forms.
    fn in_item(&self, row: u32, token: usize, rows: &[u32]) -> f32 {
        let index = &self.reading.index;
        let item = self.item();
        let user = |c: &&Clue| c.currency.is_none() && uses(index, row, c.country);
        let any_user = |c: &&Clue| c.currency.is_none() && rows.iter().any(|row| uses(index, *row, c.country));
        let count = |city: bool, most: f32, weight: f32| {
            (item.iter().filter(user).filter(|c| c.city == city).count() as f32).min(most) * weight
        };
        let mut sum = count(false, 4.0, 1.0) + count(true, 4.0, 0.5);
        if item.iter().any(|c| c.currency == Some(row)) {
            // where two of them are written plainly, the shared word may be either
            let others = item.iter().any(|c| c.currency.is_some_and(|r| r != row && rows.contains(&r)));
            sum += if others { 0.75 } else { 1.5 };
        }
        let nearest = item.iter().filter(any_user).min_by_key(|c| c.token.abs_diff(token));
        if nearest.is_some_and(|c| uses(index, row, c.country)) {
            sum += 0.75;
        }
        // the country named last before the amount
        let last = item.iter().filter(|c| c.token <= token && !c.city).filter(any_user).next_back();
        if last.is_some_and(|c| uses(index, row, c.country)) {
            sum += 1.0;
        }
        if self.is_legacy(row) { sum * 0.15 } else { sum }
    }

    /// How much around the item speaks for a row.
    fn on_page(&self, row: u32, rows: &[u32]) -> f32 {
        let index = &self.reading.index;
        let page = self.page();
        let any_user = |c: &&Clue| c.currency.is_none() && rows.iter().any(|row| uses(index, *row, c.country));
        let all = page.iter().filter(any_user).count().max(1) as f32;
        let own = page.iter().filter(|c| c.currency.is_none() && uses(index, row, c.country)).count() as f32;
        let plain = if page.iter().any(|c| c.currency == Some(row)) { 0.25 } else { 0.0 };
        let sum = 2.0 * own / all + plain;
        if self.is_legacy(row) { sum * 0.15 } else { sum }
    }

    /// The dollar or peso of the page's own country where the page counts in it: it has a sign for it, or it speaks
    /// of that country above all. Pages of donors speak of countries whose dollar they don't mean.
    fn own_dollar(&self, rows: &[u32], us: u32) -> Option<u32> {
        let index = &self.reading.index;
        let item = self.item();
        let foreign = |c: &&Clue| match c.currency {
            Some(row) => row != us && rows.contains(&row),
            None => rows.iter().any(|row| *row != us && uses(index, *row, c.country)),
        };
        if !item.iter().any(|c| foreign(&c)) {
            return None;
        }
        let page = self.page();
        let countries = page.iter().chain(item).filter(|c| c.currency.is_none()).count() as f32;
        let score = |row: u32| {
            let user = |c: &&Clue| c.currency.is_none() && uses(index, row, c.country);
            let signed = |c: &Clue| c.currency == Some(row) && !c.code;
            let own = item.iter().filter(user).filter(|c| !c.city).count() as f32;
            let cities = item.iter().filter(user).filter(|c| c.city).count() as f32;
            let share = page.iter().chain(item).filter(user).count() as f32 / countries.max(1.0);
            let in_item = item.iter().any(signed);
            let on_page = page.iter().any(signed);
            let sum = own.min(2.0)
                + cities.min(3.0) * 0.5
                + share * 2.0
                + if in_item { 2.0 } else { 0.0 }
                + if on_page { 1.0 } else { 0.0 };
            let domestic = DOLLAR_COUNTRIES.iter().any(|c| uses(index, row, c));
            if domestic && own >= 1.0 && cities >= 1.0 { sum + 1.2 } else if domestic || in_item || on_page { sum } else { sum * 0.5 }
        };
        let american = item.iter().filter(|c| c.currency.is_none() && !c.city && c.country == "US").count() as f32;
        let against = 3.0 + american.min(2.0);
        let best = rows.iter().copied().filter(|row| *row != us).map(|row| (row, score(row)));
        best.max_by(|a, b| a.1.total_cmp(&b.1)).filter(|(_, s)| *s > against).map(|(row, _)| row)
    }

    /// Whether a country that uses one of the rows, or one of them in another form, is named in the item or on the page.
    pub fn supports(&self, unit: &Unit, token: usize) -> bool {
        let says = |c: &Clue| {
            c.currency.is_some_and(|row| unit.rows.contains(&row) && c.token != token)
                || !c.country.is_empty() && unit.rows.iter().any(|row| uses(&self.reading.index, *row, c.country))
        };
        // beside `50p` a shared `£` tells enough
        let shared = |h: &&Hit| h.list == List::Currencies && unit.rows.contains(&h.row);
        unit.form == Form::Minor && self.reading.lookup.hits.iter().any(|h| shared(&h))
            || self.item().iter().any(says)
            || self.page().iter().any(says)
    }

    /// Whether the item names a country.
    pub fn names(&self, country: &str) -> bool {
        self.item().iter().any(|c| c.country == country && !c.city)
    }

    /// Whether the item or the page has one of the rows in an unshared form.
    pub fn has_currency(&self, code: &str) -> bool {
        let is = |c: &Clue| c.currency.is_some_and(|row| self.reading.index.cell(row, 0) == code);
        self.item().iter().any(is) || self.page().iter().any(is)
    }

    /// Given up for the euro: all its countries use it now.
    fn is_legacy(&self, row: u32) -> bool {
        const EURO: &[&str] = &[
            "AD", "AT", "BE", "CY", "DE", "EE", "ES", "FI", "FR", "GR", "IE", "IT", "LU", "LV", "LT", "MC", "MT",
            "NL", "PT", "SI", "SK", "SM", "VA",
        ];
        let index = &self.reading.index;
        index.cell(row, 0) != "EUR" && index.cell(row, 4).split('|').next().is_some_and(|c| EURO.contains(&c))
    }

    /// Leaves out what was replaced, or not yet there, in the year of the item.
    fn of_the_time(&self, rows: &[u32]) -> Vec<u32> {
        let index = &self.reading.index;
        if rows.len() == 1 || rows.iter().all(|row| index.cell(*row, 6).is_empty()) {
            return rows.to_vec();
        }
        let year = self.year();
        let fits = |row: &&u32| {
            let Some((from, to)) = index.cell(**row, 6).split_once('-') else { return true };
            // without a year the living one is meant
            let year = year.unwrap_or(9999);
            from.parse().is_ok_and(|from: u32| year >= from) && (to.is_empty() || to.parse().is_ok_and(|to: u32| year < to))
                || from.is_empty() && to.parse().is_ok_and(|to: u32| year < to)
        };
        let kept: Vec<u32> = rows.iter().filter(fits).copied().collect();
        if kept.is_empty() { rows.to_vec() } else { kept }
    }

    /// The first year in the heading, else in the item.
    fn year(&self) -> Option<u32> {
        let at = (0..self.reading.len()).find(|at| self.reading.is(*at, Class::Year))?;
        self.reading.cut(at, at + 1).parse().ok()
    }

    fn item(&self) -> &[Clue<'t>] {
        self.item.get_or_init(|| {
            clues(&self.reading.index, self.reading.text, &self.reading.tokens, &self.reading.lookup.hits)
        })
    }

    fn page(&self) -> &[Clue<'t>] {
        self.page.get_or_init(|| {
            let (text, span) = (self.reading.text, self.reading.span);
            let mut from = span.start.saturating_sub(PAGE);
            while !text.is_char_boundary(from) {
                from += 1;
            }
            let mut to = (span.end + PAGE).min(text.len());
            while !text.is_char_boundary(to) {
                to -= 1;
            }
            let mut tokens = Vec::new();
            tokenise(Span::new(from, span.start).of(text), from, &mut tokens);
            tokenise(Span::new(span.end, to).of(text), span.end, &mut tokens);
            clues(&self.reading.index, text, &tokens, &look_up(&self.reading.index, &tokens).hits)
        })
    }
}

fn uses(index: &Index, row: u32, country: &str) -> bool {
    index.cell(row, 4).split('|').any(|c| c == country)
}

/// Countries, cities and unshared currencies among the hits.
fn clues<'t>(index: &Index<'t>, text: &str, tokens: &[Token], hits: &[Hit]) -> Vec<Clue<'t>> {
    let mut out = Vec::new();
    for (i, hit) in hits.iter().enumerate() {
        let token = hit.start as usize;
        match hit.list {
            List::CountryForms => {
                let around = &hits[i.saturating_sub(24)..(i + 24).min(hits.len())];
                let in_currency = around.iter().any(|h| {
                    h.list == List::Currencies && h.start <= hit.start && hit.end <= h.end && h.len() > 1
                });
                if in_currency {
                    continue;
                }
                out.push(Clue { token, country: index.cell(hit.row, 1), currency: None, city: false, code: false });
            }
            List::Places if matches!(index.cell(hit.row, 1), "city" | "capital" | "state") => {
                out.push(Clue { token, country: index.cell(hit.row, 2), currency: None, city: true, code: false });
            }
            List::Currencies => {
                let covered = |h: &Hit| h.list == hit.list && h.start <= hit.start && hit.end <= h.end;
                let around = &hits[i.saturating_sub(24)..(i + 24).min(hits.len())];
                // a letter alone, a doubtful code, a form of several rows say nothing
                let form = &text[tokens[token].start as usize..tokens[hit.end as usize - 1].end as usize];
                let plain = around.iter().filter(|h| covered(h)).count() == 1
                    && !index.cell(hit.row, 5).split('|').any(|f| hash_of(f) == hash_of(form.trim_end_matches('s')));
                if plain {
                    out.push(Clue { token, country: "", currency: Some(hit.row), city: false, code: hit.variant == Variant::Acronym });
                }
            }
            _ => {}
        }
    }
    out
}
