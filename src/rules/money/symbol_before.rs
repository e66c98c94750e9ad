//! A sign, a number, perhaps a multiplier: `€4.2 million`.

use super::Rule;
use super::sides::Side;
use super::unit::Form;

pub(super) const RULE: Rule = Rule {
    id: "money.symbol-before",
    finds: &[
        "a loan of [€4.2 million] for wells|4200000 EUR",
        "[£900] a head|900 GBP",
        "fined [GH¢310,000] in May|310000 GHS",
        "it costs [€102,-] with tax|102 EUR",
        "a gift of [¥ 350 million]|350000000 JPY",
        "worth [€m 3.5] at most|3500000 EUR",
        "a fee of [$10 EC] at the door|10 XCD",
    ],
    leaves: &["the € fell again", "set $HOME first", "the US$ lost 5 per cent"],
    find: |look| look.plain(&[Form::Sign], Side::Before),
};
