//! An abbreviation, a number, perhaps a multiplier: `Rs. 29,500/-`, `K38bn`.

use super::Rule;
use super::sides::Side;
use super::unit::Form;

pub(super) const RULE: Rule = Rule {
    id: "money.abbreviation-before",
    finds: &[
        "a fee of [Rs. 29,500/-] for three years|29500 INR",
        "tramadol worth [N1.4bn] was burnt|1400000000 NGN",
        "he owes [Sh.12m] in Kenya|12000000 KES",
        "a plant of [RM 88 million] in Penang|88000000 MYR",
        "in South Africa [R 50 000] were paid|50000 ZAR",
        "onions at [Ush. 3,500] a kilo|3500 UGX",
    ],
    leaves: &["on the N1 near Lekki", "a sum of kr per head", "R 5 and R 6 are rooms"],
    find: |look| look.plain(&[Form::Letters], Side::Before),
};
