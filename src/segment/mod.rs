//! Text to dated items.
//!
//! The decoded text of a page comes in, its items with date and title go out, in bytes. `line`
//! cuts the text into lines, `candidate` reads the lines that have a date, `reread`
//! reads them again beside each other, `around` looks for header and title of each, `habit` for what
//! all have in common, `weigh` gives each its points and `choose` decides on the page as a whole
//! which of them head items; `trailing` knows pages that date their items at the end, and `alike` those
//! whose dates only their likeness tells. `item` puts the items together and `outside` tells
//! what is left. What stands inside an item is the business of the rules.

mod alike;
mod around;
mod candidate;
mod choose;
mod date;
mod dateline;
mod habit;
mod item;
mod joint;
mod label;
mod line;
mod marks;
mod names;
mod outside;
mod piece;
mod reread;
mod scheme;
#[cfg(test)]
mod tests;
mod title;
mod title_text;
mod trailing;
mod weigh;
mod words;
mod year;

pub use date::{ItemDate, Precision};
pub use item::{Item, items, items_with, readings};
pub use outside::{OutsideKind, outside, page_title};
pub use scheme::names as scheme_clues;
pub use title_text::title_text;
