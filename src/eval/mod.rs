//! Measuring: answers against gold, by the annotation guidelines.
//!
//! Gold files and predictions come in; counts, shares, faults and missed floors go out. Nothing here extracts.

mod align;
mod floors;
pub mod gold;
mod normal;
mod predicted;
mod score;
mod summary;
mod table;

pub use floors::{Floor, Floors, Missed};
pub use predicted::{Predicted, PredictedItem, PredictedMention, PredictedMoney};
pub use score::{Counts, DocumentScore, Fault, Share, score};
pub use summary::{Rates, Summary};
pub use table::{sorted_faults, write_faults, write_table};
