use dateline::{evidence::{propose, Models, model::FIRST, first_round, remaining, filter}, kind::Kind, reading::Reading, gazetteer::embedded, segment};
fn main() {
    let text = std::fs::read_to_string(std::env::args().nth(1).unwrap()).unwrap();
    let m = Models::embedded(); let mut n = [0usize; 8]; let mut toks = 0; let mut r2=[0usize;3]; let mut hits=0; let mut caps=0;
    for it in segment::items(&text) { let r = Reading::new(&text, it.span, it.span.start, embedded()); toks += r.len(); hits += r.lookup.hits.len();
        caps += r.tokens.iter().filter(|t| t.is_capitalised()).count();
        let f = first_round(&r, m);
        for (i,k) in FIRST.iter().enumerate() { n[i] += propose(*k, &r, m, &f.person).len(); r2[i] += remaining(*k, &r, &f, m).0.len(); n[3+i] += f.of(*k).unwrap().chosen.len(); } 
        let _ = filter::FILTERED; let _ = Kind::Person; }
    println!("tokens {toks} caps {caps} hits {hits} first {:?} chosen {:?} second {:?}", &n[..3], &n[3..6], r2);
}
