//! Text to dated items.
//!
//! The decoded text of a page comes in, its items with date and title go out, in bytes. `line` cuts the text into lines,
//! `candidate` reads the lines that have a date by `piece`, `label` and `title`, `reread` reads them again beside each
//! other, `around` looks for header and title of each, `habit` for what all have in common, `weigh` gives each its points
//! and `choose` takes those that head items; `trailing` knows pages that date their items at the end, and `alike` those
//! whose dates only their likeness tells. `scheme` sets this choice against other readings of the whole page, and
//! the likeliest is taken. `item` puts the items together, `title_text` writes out their titles and `outside` tells what is
//! left. What stands inside an item is the business of the rules.

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
pub mod scheme;
#[cfg(test)]
mod tests;
mod title;
mod title_text;
mod trailing;
mod weigh;
mod words;
mod year;

pub use date::{ItemDate, Precision};
pub use item::{Item, items, readings};
pub use outside::{OutsideKind, outside, page_title};
pub use title_text::title_text;
