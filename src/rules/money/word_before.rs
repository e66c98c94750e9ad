//! A currency word before its number: `Euro 19.4 million`.

use super::Rule;
use super::sides::Side;
use super::unit::Form;

pub(super) const RULE: Rule = Rule {
    id: "money.word-before",
    finds: &[
        "a credit of [Euro 19.4 million] for hospitals|19400000 EUR",
        "tea for [US Dollars 640,000] a year|640000 USD",
        "a fine of [Naira 5 million] was paid|5000000 NGN",
    ],
    leaves: &["the Euro 2020 final", "she won 5 medals", "the euro 12 years on"],
    find: |look| look.plain(&[Form::Word], Side::Before),
};
