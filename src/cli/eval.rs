//! `dateline eval`: how well the extractor answers gold.

use super::{Outcome, complain, outcome_of, threads};
use dateline::batch;
use dateline::error::Error;
use dateline::eval::gold::{GoldDocument, gold_paths};
use dateline::eval::{
    Candidates, DocumentScore, Fault, Floors, Predicted, Summary, score, sorted_faults, write_faults,
    write_reliability, write_table,
};
use dateline::evidence::Models;
use dateline::extract_with;
use dateline::output::{Options, Source, build};
use serde::Serialize;
use std::fs;
use std::io::{self, BufWriter, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

/// Score the extractor against gold files.
///
/// Each NAME.gold.json has its text NAME.txt beside it. Precision, recall and F1 are summed over all documents; strict
/// means the same type and span, overlap the same type and one shared character. Below it stands what a confidence is
/// worth: mentions by confidence, how sure they are and how many are right, and the expected calibration error (ECE).
#[derive(clap::Args)]
pub(super) struct Arguments {
    /// Gold files (NAME.gold.json), or folders of them
    #[arg(value_name = "GOLD", required = true)]
    gold: Vec<PathBuf>,

    /// Print the numbers as JSON
    #[arg(long)]
    json: bool,

    /// List so many faults of each sort, in context
    #[arg(long, value_name = "N", default_value_t = 0)]
    errors: usize,

    /// Numbers to be reached; exit with 1 if one is missed
    ///
    /// One a line, `person/strict.f1 >= 0.95`, with # before comments. A measure of counts has p, r, f1 and tp; one of
    /// attributes has share, right and of.
    #[arg(long, value_name = "FILE")]
    floors: Option<PathBuf>,

    /// Score the predictions in this folder (NAME.json) in place of ours
    ///
    /// Each file is a document as extract writes it, or a flat list of mentions with type, start and end.
    #[arg(long, value_name = "FOLDER")]
    pred: Option<PathBuf>,

    /// Weigh with the tables in this file, as fit writes it, in place of those the program carries
    #[arg(long, value_name = "FILE", conflicts_with = "pred")]
    weights: Option<PathBuf>,

    /// Print in place of the score what share of gold is proposed at all, by type
    ///
    /// Of the required mentions: the share that the rules propose with both ends, that comes to the first round and to
    /// the second. Of money, which has no candidates, the share that is found.
    #[arg(long, conflicts_with_all = ["pred", "errors", "floors"])]
    candidates: bool,

    /// Threads [default: one for each processor]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    threads: Option<u16>,
}

pub(super) fn run(arguments: &Arguments) -> Outcome {
    match measure(arguments) {
        Ok(outcome) => outcome,
        Err(error) => {
            complain(error);
            Outcome::Failed
        }
    }
}

fn measure(arguments: &Arguments) -> Result<Outcome, Error> {
    let floors = arguments.floors.as_deref().map(Floors::read).transpose()?.unwrap_or_default();
    let paths = gold_paths(&arguments.gold)?;
    if paths.is_empty() {
        return Err(Error::malformed(&arguments.gold[0], 0, "no .gold.json file in this folder"));
    }
    let fitted = arguments
        .weights
        .as_deref()
        .map(|path| fs::read_to_string(path).map(|text| Models::read(&text)).map_err(|e| Error::io(path, e)))
        .transpose()?;
    let models = fitted.as_ref().unwrap_or_else(|| Models::embedded());
    let threads = threads(arguments.threads.map(usize::from));
    if arguments.candidates {
        let one = |path: &PathBuf| Ok(Candidates::of(&GoldDocument::read(path)?, models));
        let mut sum = Candidates::default();
        each(&paths, threads, one)?.iter().for_each(|document| sum.join(document));
        return Ok(outcome_of(print_candidates(&sum, arguments.json)));
    }
    let one = |path: &PathBuf| score_one(path, arguments.pred.as_deref(), models);
    let scores = each(&paths, threads, one)?;
    let summary = Summary::new(scores.iter().map(|(_, score)| score));
    let outcome = outcome_of(print(&summary, &scores, arguments));
    let missed = floors.missed(&summary);
    for floor in &missed {
        complain(format_args!("floor missed: {floor}"));
    }
    Ok(if missed.is_empty() { outcome } else { Outcome::Failed })
}

/// What `one` makes of each path, in their order, or the first error.
fn each<T: Send>(
    paths: &[PathBuf],
    threads: usize,
    one: impl Fn(&PathBuf) -> Result<T, Error> + Sync,
) -> Result<Vec<T>, Error> {
    let mut out = Vec::with_capacity(paths.len());
    let mut failure = None;
    batch::in_order(
        paths,
        threads,
        |_| 0,
        one,
        |answer| match answer {
            Ok(made) => {
                out.push(made);
                ControlFlow::Continue(())
            }
            Err(error) => {
                failure = Some(error);
                ControlFlow::Break(())
            }
        },
    );
    failure.map_or(Ok(out), Err)
}

fn print_candidates(candidates: &Candidates, json: bool) -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    if json {
        serde_json::to_writer_pretty(&mut out, candidates)?;
        writeln!(out)?;
    } else {
        candidates.write(&mut out)?;
    }
    out.flush()
}

/// The name of a document and its score.
fn score_one(
    path: &Path,
    predictions: Option<&Path>,
    models: &Models,
) -> Result<(String, DocumentScore), Error> {
    let document = GoldDocument::read(path)?;
    let name = document.name();
    let predicted = match predictions {
        Some(folder) => Predicted::read(&folder.join(format!("{name}.json")))?,
        None => {
            let page = extract_with(&document.text, models, 0);
            let source = Source::new(&*name, document.text.as_bytes());
            let options = Options { evidence: 0, ..Options::default() };
            Predicted::from(&build(&page, &document.text, &source, &options))
        }
    };
    let scored = score(&document, &predicted);
    Ok((name, scored))
}

#[derive(Serialize)]
struct Report<'s> {
    #[serde(flatten)]
    summary: &'s Summary,
    #[serde(skip_serializing_if = "Option::is_none")]
    errors: Option<Vec<Listed<'s>>>,
}

#[derive(Serialize)]
struct Listed<'s> {
    measure: &'s str,
    what: &'s str,
    document: &'s str,
    text: &'s str,
    context: &'s str,
}

fn print(summary: &Summary, scores: &[(String, DocumentScore)], arguments: &Arguments) -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    let faults: Vec<(&str, &Fault)> =
        scores.iter().flat_map(|(name, score)| score.faults.iter().map(|f| (name.as_str(), f))).collect();
    if arguments.json {
        let errors = (arguments.errors > 0).then(|| {
            sorted_faults(&faults)
                .into_values()
                .flat_map(|sort| sort.into_iter().take(arguments.errors))
                .map(|(document, Fault { measure, what, text, context })| Listed {
                    measure,
                    what,
                    document,
                    text,
                    context,
                })
                .collect()
        });
        serde_json::to_writer_pretty(&mut out, &Report { summary, errors })?;
        writeln!(out)?;
    } else {
        write_table(summary, &mut out)?;
        write_reliability(summary, &mut out)?;
        write_faults(&faults, arguments.errors, &mut out)?;
    }
    out.flush()
}
