//! A number, perhaps a multiplier, a sign: `42.000 €`, `0.9 M€`.

use super::Rule;
use super::sides::Side;
use super::unit::Form;

pub(super) const RULE: Rule = Rule {
    id: "money.symbol-after",
    finds: &[
        "grants of [42.000 €] a year|42000 EUR",
        "it paid [14 200 €] at once|14200 EUR",
        "a promise of [0.9 M€] for the road|900000 EUR",
        "he paid [5,000/=] in Uganda|5000 UGX",
        "valued at [390 k€] in kind|390000 EUR",
        "[35 €] for members, more for others|35 EUR",
    ],
    leaves: &["in 2021 € bonds were sold", "5 % € loans"],
    find: |look| look.plain(&[Form::Sign], Side::After),
};
