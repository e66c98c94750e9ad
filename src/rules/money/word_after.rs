//! A number in figures, perhaps a multiplier, a currency word: `15 million Euro`.

use super::Rule;
use super::sides::Side;
use super::unit::Form;

pub(super) const RULE: Rule = Rule {
    id: "money.word-after",
    finds: &[
        "the [15 million Euro] programme|15000000 EUR",
        "for [1.1 thousand crore rupees] in all|11000000000 INR",
        "it cost [1 864,50 euros] and a button|1864.50 EUR",
        "the plant took [25 million Kuwaiti dinars] a year|25000000 KWD",
        "repaid [21.5 million CFP\nfrancs] in May|21500000 XPF",
    ],
    leaves: &[
        "of twelve, 5 won the prize",
        "donations in euros",
        "20 pounds of cocaine",
        "in constant 2015 dollars",
        "3 marks on the wall",
    ],
    find: |look| look.plain(&[Form::Word], Side::After),
};
