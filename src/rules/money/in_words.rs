//! A number in words and a currency: `half a million euros`, `two and a half million pounds`.

use super::Rule;
use super::unit::Form;

pub(super) const RULE: Rule = Rule {
    id: "money.number-in-words",
    finds: &[
        "a gift of [half a million euros] for it|500000 EUR",
        "the [two and a half million pounds] were lost|2500000 GBP",
        "bail of [fifty million naira] was set|50000000 NGN",
        "paid [One Billion, Three Hundred Million Leones] back|1300000000 SLE",
        "a debt of [one hundred and twenty thousand dollars] grew|120000 USD",
        "for [a quarter of a million dollars] more|250000 USD",
        "the [twenty-five euros] in his hand|25 EUR",
    ],
    leaves: &["hundreds of thousands of dollars", "some dollars and two wells", "two [5 euros] notes"],
    find: |look| {
        let (sum, _) = look.sum.as_ref()?;
        (!sum.quantity.figures && look.unit.form != Form::Minor).then(|| look.found(sum)).flatten()
    },
};
