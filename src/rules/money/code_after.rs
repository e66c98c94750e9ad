//! A number, perhaps a multiplier, a code: `40,000USD`.

use super::Rule;
use super::sides::Side;
use super::unit::Form;

pub(super) const RULE: Rule = Rule {
    id: "money.code-after",
    finds: &[
        "goods for [40,000USD] were seized|40000 USD",
        "a grant of [22 million SEK] for wells|22000000 SEK",
        "the sum of [1.2 mio. EUR] from the fund|1200000 EUR",
        "losses of [30 MUSD] were met|30000000 USD",
    ],
    leaves: &["with 300 ANG airmen on board", "in 2020 EUR bonds were sold"],
    find: |look| look.plain(&[Form::Code], Side::After),
};
