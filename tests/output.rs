//! A page made by hand, through the builder: order, ids, filters, offsets.

mod common;

use common::check;
use dateline::document::{Span, Unit};
use dateline::found::{
    Country, Evidence, Item, ItemDate, Mention, Money, Organisation, Page, Person, Quote, Role, Speaker,
    Warning,
};
use dateline::kind::Kind;
use dateline::output::{Options, Source, build};
use serde_json::{Value, json};

const TEXT: &str = "Åre news\n\n2 May 2031: The bridge opens\n\n“We begin 😀,” said Ms. Ilse Thorn, Minister of Works. \
                    “It took €4.2 million,” Thorn added. The Court of Audit of Kenya agreed.\n\n2 May 2031: The bridge opens\n";

fn at(text: &str, nth: usize) -> Span {
    let (start, found) = TEXT.match_indices(text).nth(nth).expect("it is in the text");
    Span::new(start, start + found.len())
}

fn mention(text: &str, nth: usize, confidence: f64) -> Mention {
    let evidence =
        ["EUR", "GBP", "USD", "SEK", "KES"].map(|code| Evidence::Currency(code.to_owned())).to_vec();
    Mention { span: at(text, nth), rule: "some.rule", confidence, evidence }
}

fn page() -> Page {
    let date = |nth| ItemDate {
        edtf: "2031-05-02".to_owned(),
        start: "2031-05-02".to_owned(),
        end: "2031-05-02".to_owned(),
        precision: "day",
        span: at("2 May 2031", nth),
    };
    let title = |nth| Some(("The bridge opens".to_owned(), at("The bridge opens", nth)));
    let body = Organisation {
        name: "Court of Audit".to_owned(),
        mentions: vec![mention("Court of Audit", 0, 0.7)],
        ..Organisation::default()
    };
    let minister = Role {
        title: "Minister of Works".to_owned(),
        holders: vec![0, 1],
        organisations: vec![0],
        countries: vec!["KE".to_owned()],
        mentions: vec![mention("Minister of Works", 0, 0.9)],
    };
    let thorn = Person {
        name: "Ilse Thorn".to_owned(),
        given: Some("Ilse".to_owned()),
        family: Some("Thorn".to_owned()),
        honorifics: vec!["Ms.".to_owned()],
        mentions: vec![mention("Thorn", 1, 0.95), mention("Ilse Thorn", 0, 0.987_654_321)],
        roles: vec![0],
    };
    // Found first, named later, and not probable.
    let audit = Person {
        name: "Audit".to_owned(),
        mentions: vec![mention("Audit", 0, 0.2)],
        roles: vec![0],
        ..Person::default()
    };
    let speaker = |person, organisation, name: &str| Speaker { person, organisation, name: name.to_owned() };
    let quotes = vec![
        Quote {
            mention: mention("It took €4.2 million,", 0, 0.9),
            speakers: vec![speaker(Some(1), None, "Ilse Thorn"), speaker(None, Some(0), "Court of Audit")],
            cue: Some(at("added", 0)),
            continues: Some(1),
        },
        Quote {
            mention: mention("We begin 😀,", 0, 0.9),
            speakers: vec![speaker(Some(1), None, "Ilse Thorn")],
            cue: Some(at("said", 0)),
            continues: None,
        },
    ];
    let first = Item {
        span: Span::new(at("2 May", 0).start, at("agreed.", 0).end),
        date: Some(date(0)),
        title: title(0),
        people: vec![audit, thorn],
        roles: vec![minister],
        organisations: vec![body],
        countries: vec![Country {
            code: "KE".to_owned(),
            alpha3: "KEN".to_owned(),
            name: "Kenya".to_owned(),
            mentions: vec![(mention("Kenya", 0, 1.0), "name")],
        }],
        money: vec![Money {
            mention: mention("€4.2 million", 0, 0.99),
            amount: "4200000".to_owned(),
            amount_max: None,
            currency: Some("EUR".to_owned()),
        }],
        quotes,
    };
    let second = Item {
        span: Span::new(at("2 May", 1).start, TEXT.trim_end().len()),
        date: Some(date(1)),
        title: title(1),
        ..Item::default()
    };
    let warning = Warning { code: "odd", message: "odd".to_owned(), at: Some(at("“", 0).start) };
    Page {
        title: Some("Åre news".to_owned()),
        items: vec![first, second],
        outside: vec![(at("Åre news", 0), "preamble")],
        warnings: vec![warning],
    }
}

fn built(options: &Options) -> Value {
    let (page, source) = (page(), Source::new("a.txt", TEXT.as_bytes()));
    assert_eq!(page.check(TEXT), Ok(()));
    let document = serde_json::to_value(build(&page, TEXT, &source, options)).expect("a document is JSON");
    check(TEXT, options.unit, &document);
    document
}

#[test]
fn keeps_every_promise_and_the_schema_in_every_unit() {
    let schema = dateline::output::schema();
    let validator = jsonschema::validator_for(&schema).expect("the schema is one");
    for unit in Unit::ALL {
        let document = built(&Options { unit, ..Options::default() });
        assert!(validator.is_valid(&document), "{document}");
        assert_eq!(document["offset_unit"], unit.name());
    }
}

#[test]
fn numbers_entities_by_first_mention_and_relates_them() {
    let document = built(&Options::default());
    let item = &document["items"][0];
    let person = json!({
        "id": "p1", "name": "Ilse Thorn", "given": "Ilse", "family": "Thorn", "honorifics": ["Ms."], "roles": ["r1"],
        "mentions": [
            {"start": 63, "end": 73, "text": "Ilse Thorn", "rule": "some.rule", "confidence": 0.9877,
             "evidence": ["currency:EUR", "currency:GBP", "currency:USD", "currency:SEK"]},
            {"start": 118, "end": 123, "text": "Thorn", "rule": "some.rule", "confidence": 0.95,
             "evidence": ["currency:EUR", "currency:GBP", "currency:USD", "currency:SEK"]}],
    });
    assert_eq!(item["people"][0], person);
    assert_eq!(item["people"][1]["id"], "p2");
    assert_eq!(item["roles"][0]["holders"], json!(["p1", "p2"]));
    assert_eq!(item["quotes"][0]["text"], "We begin 😀,");
    assert_eq!(item["quotes"][0]["continues"], Value::Null);
    assert_eq!(item["quotes"][1]["continues"], 0);
    let speakers =
        json!([{"person": "p1", "name": "Ilse Thorn"}, {"organisation": "o1", "name": "Court of Audit"}]);
    assert_eq!(item["quotes"][1]["speakers"], speakers);
    assert_eq!(item["date"]["text"], "2 May 2031");
    assert_eq!(document["warnings"][0]["start"], 40);
}

#[test]
fn tells_items_with_one_date_and_title_apart() {
    let document = built(&Options::default());
    let (first, second) = (&document["items"][0]["id"], &document["items"][1]["id"]);
    assert_eq!(second.as_str(), Some(format!("{}-2", first.as_str().expect("an id")).as_str()));
}

#[test]
fn leaves_out_types_that_are_not_asked_for() {
    let document =
        built(&Options { kinds: vec![Kind::Quote, Kind::Role], evidence: 0, ..Options::default() });
    let item = &document["items"][0];
    for key in ["people", "organisations", "countries", "money"] {
        assert_eq!(item[key], json!([]), "{key}");
    }
    assert_eq!(item["roles"][0]["holders"], json!([]));
    assert_eq!(item["roles"][0]["mentions"][0]["evidence"], json!([]));
    assert_eq!(item["quotes"][0]["speakers"], json!([{"name": "Ilse Thorn"}]));
}

#[test]
fn leaves_out_what_is_not_probable_enough() {
    let document = built(&Options { min_confidence: 0.91, evidence: usize::MAX, ..Options::default() });
    let item = &document["items"][0];
    assert_eq!(item["people"].as_array().map(Vec::len), Some(1));
    assert_eq!(item["people"][0]["roles"], json!([]));
    assert_eq!(item["people"][0]["mentions"][0]["evidence"].as_array().map(Vec::len), Some(5));
    assert_eq!((&item["roles"], &item["quotes"]), (&json!([]), &json!([])));
}

#[test]
fn a_broken_promise_is_named() {
    let mut page = page();
    page.items[0].people[0].roles = vec![7];
    assert!(page.check(TEXT).is_err_and(|why| why.contains("reference")));
    page.items[0].people[0].roles.clear();
    assert!(page.check(TEXT).is_err_and(|why| why.contains("not back")));
    page.items[0].roles[0].holders = vec![1];
    page.items[0].people[0].mentions.push(mention("dit", 0, 0.5));
    assert!(page.check(TEXT).is_err_and(|why| why.contains("person overlap")));
    page.items[0].people[0].mentions[1].span = Span::new(1, 3);
    assert!(page.check(TEXT).is_err_and(|why| why.contains("cuts no text")));
}
