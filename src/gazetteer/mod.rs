//! Lists to hits: the tables of `gazetteers/` were compiled into one index when the project was built; here tokens
//! are looked up in it. What a hit means for a mention is left to the rules.

pub mod class;
pub mod compile;
pub mod index;
pub mod lists;
pub mod matcher;

use crate::token::{fold, scan};
pub use class::Class;
pub use index::{Index, WordInfo};
pub use lists::{List, Variant};
pub use matcher::{Hit, Lookup, look_up};
use std::sync::LazyLock;

static BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/gazetteer.dlx"));

static EMBEDDED: LazyLock<Index<'static>> =
    LazyLock::new(|| Index::new(BYTES).expect("the build script made the index"));

/// The lists that the program carries.
pub fn embedded() -> Index<'static> {
    *EMBEDDED
}
