//! The list of number words, multipliers and minor units: each row is taken apart once a run.

use super::decimal::Decimal;
use crate::gazetteer::{List, embedded};
use std::sync::LazyLock;

/// What a word of the list is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// `twelve`, `half a`
    Number,
    /// `million`
    Multiplier,
    /// `cents`
    Minor,
}

/// A row of the list.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    /// What it is.
    pub role: Role,
    /// How much.
    pub value: Decimal,
}

static TABLE: LazyLock<(u32, Vec<Option<Word>>)> = LazyLock::new(|| {
    let rows = embedded().rows_of(List::MoneyWords);
    (rows.start, rows.map(read).collect())
});

fn read(row: u32) -> Option<Word> {
    let role = match embedded().cell(row, 1) {
        "number" => Role::Number,
        "multiplier" => Role::Multiplier,
        "minor" => Role::Minor,
        _ => return None,
    };
    Some(Word { role, value: Decimal::parse(embedded().cell(row, 2))? })
}

/// A row of the list; none where it says nothing of an amount.
pub(super) fn word(row: u32) -> Option<Word> {
    TABLE.1[(row - TABLE.0) as usize]
}
