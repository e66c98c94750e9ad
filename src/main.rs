//! Arguments in, exit code out.
use dateline::eval::gold::{GoldDocument, gold_paths};
use dateline::fit::{corpus::FitDocument, fit};
fn main() {
    let paths: Vec<std::path::PathBuf> = std::env::args().skip(1).map(Into::into).collect();
    let golds: Vec<GoldDocument> = gold_paths(&paths).unwrap().iter().filter_map(|p| match GoldDocument::read(p) { Ok(d) => Some(d), Err(e) => { eprintln!("{e}"); None } }).collect();
    let docs: Vec<FitDocument> = golds.iter().enumerate().map(|(i, d)| FitDocument::new(d, i)).collect();
    let (models, report) = fit(&docs, 400);
    println!("{report}"); 
    std::fs::write("/tmp/weights.tsv", models.write()).unwrap();
}
