//! A score as people read it, in at most 80 columns, and the faults behind it.

use super::reliability::Bin;
use super::score::Fault;
use super::summary::Summary;
use std::collections::BTreeMap;
use std::io::{self, Write};

/// How much of a text or its context is shown, in characters.
const SHOWN: usize = 160;

/// Writes one line a measure.
///
/// # Errors
/// Only those of `out`.
pub fn write_table(summary: &Summary, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "{:24}{:>7}{:>7}{:>7}   tp/fp/fn", "measure", "P", "R", "F1")?;
    for (measure, rates) in &summary.rates {
        let (p, r, f1, counts) = (rates.precision, rates.recall, rates.f1, rates.counts);
        let counts = format!("{}/{}/{}", counts.right, counts.spurious, counts.missed);
        writeln!(out, "{measure:24}{p:7.3}{r:7.3}{f1:7.3}   {counts}")?;
    }
    for (attribute, share) in &summary.shares {
        writeln!(out, "{attribute:24}{:21.3}   {}/{}", share.value(), share.right, share.of)?;
    }
    Ok(())
}

/// Writes what confidences are worth: all types together by bins, then one line a type. Nothing where no prediction
/// has a confidence.
///
/// # Errors
/// Only those of `out`.
pub fn write_reliability(summary: &Summary, out: &mut impl Write) -> io::Result<()> {
    let Some(all) = summary.reliability_of_all() else { return Ok(()) };
    let bin = |bin: &Bin| format!("{:7}{:7.3}{:7.3}", bin.of, bin.mean(), bin.share());
    writeln!(out, "\n{:24}{:>7}{:>7}{:>7}", "confidence", "of", "mean", "right")?;
    for (number, own) in all.bins.iter().enumerate().filter(|(_, own)| own.of > 0) {
        let (from, to) = (number as f64 / 10.0, (number + 1) as f64 / 10.0);
        writeln!(out, "{:24}{}", format!("{from:.1} to {to:.1}"), bin(own))?;
    }
    writeln!(out, "\n{:24}{:>7}{:>7}{:>7}{:>7}", "calibration", "of", "mean", "right", "ECE")?;
    for (kind, own) in summary.reliability.iter().map(|(kind, own)| (*kind, own)).chain([("all", &all)]) {
        writeln!(out, "{kind:24}{}{:7.3}", bin(&own.total()), own.error())?;
    }
    Ok(())
}

/// Writes the first `limit` faults of each sort, each with the name of its document.
///
/// # Errors
/// Only those of `out`.
pub fn write_faults(faults: &[(&str, &Fault)], limit: usize, out: &mut impl Write) -> io::Result<()> {
    if limit == 0 {
        return Ok(());
    }
    for ((measure, what), faults) in sorted_faults(faults) {
        writeln!(out, "\n## {measure} {what}: {}", faults.len())?;
        for (name, fault) in faults.into_iter().take(limit) {
            writeln!(out, "  {name}: {}", line(&fault.text))?;
            writeln!(out, "      {}", line(&fault.context))?;
        }
    }
    Ok(())
}

/// Faults by measure and sort, each group in the order of the documents.
pub fn sorted_faults<'f>(
    faults: &[(&'f str, &'f Fault)],
) -> BTreeMap<(&'static str, &'static str), Vec<(&'f str, &'f Fault)>> {
    let mut sorts: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for fault in faults {
        sorts.entry((fault.1.measure, fault.1.what)).or_default().push(*fault);
    }
    sorts
}

/// One line of it: line ends shown, the rest cut.
fn line(text: &str) -> String {
    text.replace("\r\n", " ⏎ ").replace(['\n', '\r'], " ⏎ ").chars().take(SHOWN).collect()
}
