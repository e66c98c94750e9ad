//! A stretch of an item around currencies: its pieces and the units of money in it.

use super::pieces::{Piece, Value, pieces};
use super::unit::{Form, Memo, Unit, units};
use crate::reading::{Classes, Reading};
use crate::token::Gap;

/// What the rules look at.
pub(super) struct Window<'r, 't> {
    /// The item.
    pub reading: &'r Reading<'t>,
    /// The stretch in pieces.
    pub pieces: Vec<Piece>,
    /// The currencies and minor units in it, in text order.
    pub units: Vec<Unit>,
}

impl<'r, 't> Window<'r, 't> {
    /// Reads tokens `from..to`.
    pub fn new(reading: &'r Reading<'t>, memo: &Memo<'t>, from: usize, to: usize) -> Self {
        let mut window = Window { reading, pieces: pieces(reading, from, to), units: Vec::new() };
        window.units = units(&window, memo);
        window
    }

    /// The text of pieces `start..end`.
    pub fn text(&self, start: usize, end: usize) -> &'t str {
        &self.reading.text[self.pieces[start].start..self.pieces[end - 1].end]
    }

    /// The text of a piece; empty outside.
    pub fn word(&self, at: usize) -> &'t str {
        self.pieces.get(at).map_or("", |p| &self.reading.text[p.start..p.end])
    }

    /// Whether a piece is this word in any case.
    pub fn is_word(&self, at: usize, words: &[&str]) -> bool {
        let word = self.word(at);
        words.iter().any(|w| w.eq_ignore_ascii_case(word))
    }

    /// The number word that begins at a piece.
    pub fn number(&self, at: usize) -> Option<Value> {
        self.pieces.get(at)?.number
    }

    /// Whether the token of a piece is of one of these classes; false outside the window.
    pub fn is(&self, at: usize, classes: impl Into<Classes>) -> bool {
        self.pieces.get(at).is_some_and(|p| self.reading.classes[p.token].any(classes))
    }

    /// The unit that begins at a piece.
    pub fn unit_at(&self, at: usize) -> Option<&Unit> {
        self.units.binary_search_by_key(&at, |u| u.start).ok().map(|i| &self.units[i])
    }

    /// The unit that ends before a piece.
    pub fn unit_ending(&self, end: usize) -> Option<&Unit> {
        self.units.binary_search_by_key(&end, |u| u.end).ok().map(|i| &self.units[i])
    }

    /// Whether the full stop at a piece ends a sentence.
    pub fn ends_sentence(&self, at: usize) -> bool {
        let Some(next) = self.pieces.get(at + 1) else { return true };
        next.gap == Gap::Blank
            || next.gap > Gap::Glued
                && self.reading.tokens[next.token].is_capitalised()
                && self.unit_at(at + 1).is_none()
    }

    /// Whether `mil` at a piece is a Spanish or Portuguese thousand: a currency of such a country is beside it.
    pub fn mil_is_thousand(&self, at: usize) -> bool {
        const CODES: &[&str] = &[
            "AOA", "ARS", "BOB", "BRL", "CLP", "COP", "CRC", "CUP", "CVE", "DOP", "GTQ", "HNL", "MXN", "MZN",
            "NIO", "PEN", "PYG", "STN", "UYU", "VES",
        ];
        let near = self.units.partition_point(|u| u.start + 4 < at);
        self.units[near..].iter().take_while(|u| u.start <= at + 4).any(|u| {
            u.form != Form::Minor
                && u.rows.len() == 1
                && CODES.contains(&self.reading.index.cell(u.rows[0], 0))
        })
    }

    /// Whether piece `at` follows the one before it within a line, or in the next where the line simply broke.
    pub fn follows(&self, at: usize) -> bool {
        self.pieces.get(at).is_some_and(|p| {
            p.gap <= Gap::Space
                || p.gap == Gap::Line && self.reading.tokens[p.token].shape != crate::token::Shape::Capital
        })
    }
}
