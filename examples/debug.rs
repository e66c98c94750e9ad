use dateline::{document::Span, evidence::{describe_alone, layout, model::{Models, FIRST, rules_of}, first_round}, kind::Kind, reading::Reading, gazetteer::embedded};
fn main() {
    let a: Vec<String> = std::env::args().collect();
    let models = Models::read(&std::fs::read_to_string("/tmp/weights.tsv").unwrap());
    let text = &a[2]; let kind = Kind::from_name(&a[1]).unwrap(); let want = &a[3];
    let r = Reading::new(text, Span::new(0, text.len()), 0, embedded());
    for h in &r.lookup.hits { println!("hit {:?} {:?} {:?} {}", h.list, h.variant, h.class.name(), r.cut(h.start as usize, h.end as usize)); }
    for (i,t) in r.tokens.iter().enumerate() { println!("{:?} {:?} {:?}", &text[t.start as usize..t.end as usize], t.shape, r.classes[i].iter().map(|c| dateline::gazetteer::Class::ALL[c as usize].name()).collect::<Vec<_>>()); }
    let f = first_round(&r, &models); let round = f.of(kind).unwrap();
    let m = &models.first[FIRST.iter().position(|k| *k==kind).unwrap()];
    for (c,p) in round.candidates.iter().zip(&round.probability) {
        let cut = r.cut(c.start as usize, c.end as usize);
        if *p > 0.02 || cut == want { println!("{p:.3} {cut}"); }
        if cut == want { let mut ids = vec![]; describe_alone(kind, &r, c, &mut dateline::evidence::describe::Evidence::whole(&mut ids));
            let names: Vec<&str> = rules_of(kind).iter().map(|r| r.id).collect();
            let mut v: Vec<_> = ids.iter().map(|i| (m.weights[*i as usize], layout::name(*i, &names))).collect(); v.sort_by(|a,b| a.0.total_cmp(&b.0));
            for (w,n) in v { if w.abs()>0.15 { println!("    {w:.2} {n}"); } } println!("    sum {:.2}", m.score(&ids)); }
    }
}
