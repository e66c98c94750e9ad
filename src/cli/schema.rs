//! `dateline schema`: the JSON Schema of the output.

use super::Outcome;
use std::io::{self, Write};

/// Print the JSON Schema of the output.
///
/// The schema is derived from the types that are written, so every output is valid by it.
#[derive(clap::Args)]
pub(super) struct Arguments {}

pub(super) fn run() -> Outcome {
    let schema = dateline::output::schema();
    super::outcome_of(writeln!(io::stdout().lock(), "{schema:#}"))
}
