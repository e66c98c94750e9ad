//! A number, perhaps a multiplier, an abbreviation: `500 kr`, `80 zł`.

use super::Rule;
use super::sides::Side;
use super::unit::Form;

pub(super) const RULE: Rule = Rule {
    id: "money.abbreviation-after",
    finds: &["a fine of [500 kr] in Norway|500 NOK", "a book for [80 zł] only|80 PLN"],
    leaves: &["in 3 R classes", "5 K runs in May"],
    find: |look| look.plain(&[Form::Letters], Side::After),
};
