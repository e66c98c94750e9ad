//! `dateline fit`: weights from gold.

use super::{Outcome, complain, one_of, outcome_of};
use dateline::eval::gold::{GoldDocument, gold_paths};
use dateline::evidence::family::Family;
use dateline::fit::{self, Plan, corpus::FitDocument};
use std::io::{self, Write};
use std::path::PathBuf;

/// Fit the weights of the evidence to gold files.
///
/// Prints held-out figures (five folds over whole documents) and writes the tables that the program carries. The same
/// gold gives the same tables.
#[derive(clap::Args)]
pub(super) struct Arguments {
    /// Gold files (NAME.gold.json), or folders of them
    #[arg(value_name = "GOLD", required = true)]
    gold: Vec<PathBuf>,

    /// Write the tables to this file
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// List so many held-out faults of each type, in context
    #[arg(long, value_name = "N", default_value_t = 0)]
    errors: usize,

    /// Leave a family of evidence out, to see what it is worth; may be given several times
    #[arg(long, value_name = "FAMILY", value_parser = one_of(Family::ALL.map(Family::name), Family::from_name))]
    without: Vec<Family>,

    /// Learn from so many of a hundred documents, 1 to 100; the held-out figures of mentions are still those of all
    ///
    /// Documents of collections with guidelines of their own stay. A smaller share is part of a larger one.
    #[arg(long, value_name = "P", default_value_t = 100, value_parser = clap::value_parser!(u8).range(1..=100))]
    share: u8,
}

pub(super) fn run(arguments: &Arguments) -> Outcome {
    let gold: Result<Vec<GoldDocument>, _> =
        gold_paths(&arguments.gold).and_then(|paths| paths.iter().map(|p| GoldDocument::read(p)).collect());
    let gold = match gold {
        Ok(gold) => gold,
        Err(error) => {
            complain(error);
            return Outcome::Failed;
        }
    };
    let documents: Vec<FitDocument> =
        gold.iter().enumerate().map(|(number, document)| FitDocument::new(document, number)).collect();
    let plan = Plan {
        without: arguments.without.clone(),
        share: usize::from(arguments.share),
        errors: arguments.errors,
    };
    let (models, report) = fit::fit(&documents, &plan);
    if let Some(path) = &arguments.output
        && let Err(error) = std::fs::write(path, models.write())
    {
        complain(format_args!("{}: {error}", path.display()));
        return Outcome::Failed;
    }
    outcome_of(io::stdout().lock().write_all(report.as_bytes()))
}
