//! Measuring: answers against gold, by the annotation guidelines.
//!
//! Gold files and predictions come in; counts, shares, faults and missed floors go out. Nothing here extracts; only `candidates` asks the extractor, for
//! what it proposes.

mod align;
mod candidates;
mod floors;
pub mod gold;
pub(crate) mod normal;
mod predicted;
mod reliability;
mod score;
mod summary;
mod table;

pub use candidates::{Candidates, Proposed};
pub use floors::{Floor, Floors, Missed};
pub use predicted::{Predicted, PredictedItem, PredictedMention, PredictedMoney};
pub use reliability::{BINS, Bin, Reliability};
pub use score::{Counts, DocumentScore, Fault, Share, score};
pub use summary::{Rates, Summary};
pub use table::{sorted_faults, write_faults, write_reliability, write_table};
