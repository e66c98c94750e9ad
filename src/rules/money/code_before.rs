//! A code, a number, perhaps a multiplier: `USD 5 mn`.

use super::Rule;
use super::sides::Side;
use super::unit::Form;

pub(super) const RULE: Rule = Rule {
    id: "money.code-before",
    finds: &[
        "a credit of [USD 5 mn] for roads|5000000 USD",
        "she paid [CHF 1'250'000] for it|1250000 CHF",
        "a debt of [NOK 45 mill.] from then on|45000000 NOK",
        "up to [EUR10,000] each|10000 EUR",
        "revenue of [MEUR 60] in May|60000000 EUR",
        "lunch is [SEK 80:-] with coffee|80 SEK",
    ],
    leaves: &["the TOP 10 of the year", "talks at COP 26 in May", "the EUR rose"],
    find: |look| look.plain(&[Form::Code], Side::Before),
};
