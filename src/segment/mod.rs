//! Text to dated items.
//!
//! The decoded text of a page comes in, its items with date and title go out, in bytes. `line`
//! cuts the text into lines, `candidate` reads the lines that have a date, `reread`,
//! `block` and `weigh` look at what stands around them, `choose` decides on the page as a whole
//! which of them head items; `trailing` knows pages that date their items at the end, and `alike` those
//! whose dates only their likeness tells. `item` puts the items together and `outside` tells
//! what is left. What stands inside an item is the business of the rules.

mod alike;
mod block;
mod candidate;
mod choose;
mod date;
mod dateline;
mod item;
mod joint;
mod label;
mod line;
mod marks;
mod names;
mod outside;
mod reread;
#[cfg(test)]
mod shapes;
mod title;
mod trailing;
mod weigh;
mod words;
mod year;

pub use date::{ItemDate, Precision};
pub use item::{Item, items};
pub use outside::{OutsideKind, outside, page_title};
pub use title::title_text;
