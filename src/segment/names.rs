//! Words that dates are made of: months and weekdays in the languages of our pages.
//!
//! A word comes in as it stands in the text; it is folded to lower case without accents, so
//! that `FÉVRIER`, `février` and `Fevrier` are one. Longer words than any name never match.

use crate::token::fold::is_invisible;

/// Room for the longest name (`donnerstag`, `septiembre`) and some more.
const ROOM: usize = 14;

/// A word of the text, folded, with the place where it ends.
pub(super) struct Word {
    letters: [u8; ROOM],
    len: usize,
    /// Byte offset behind the word in the text it was read from.
    pub(super) end: usize,
}

impl Word {
    /// The folded word; empty where it is too long or has foreign letters.
    pub(super) fn as_str(&self) -> &str {
        if self.len > ROOM {
            return "";
        }
        std::str::from_utf8(&self.letters[..self.len]).unwrap_or("")
    }
}

/// The run of letters that starts at byte `at`; `None` where no letter stands there.
pub(super) fn word_at(text: &str, at: usize) -> Option<Word> {
    let rest = text.get(at..)?;
    let mut word = Word { letters: [0; ROOM], len: 0, end: at };
    let bytes = rest.as_bytes();
    let ascii = bytes.iter().take_while(|b| b.is_ascii_alphabetic()).count();
    // Most words have no other letters: they need no look at characters.
    if bytes.get(ascii).is_none_or(u8::is_ascii) {
        word.end = at + ascii;
        word.len = if ascii > ROOM { ROOM + 1 } else { ascii };
        for (letter, byte) in word.letters.iter_mut().zip(&bytes[..ascii]) {
            *letter = byte.to_ascii_lowercase();
        }
        return (ascii > 0).then_some(word);
    }
    for (i, c) in rest.char_indices() {
        if !c.is_alphabetic() {
            break;
        }
        word.end = at + i + c.len_utf8();
        match (fold(c), word.len < ROOM) {
            (Some(b), true) => {
                word.letters[word.len] = b;
                word.len += 1;
            }
            _ => word.len = ROOM + 1,
        }
    }
    (word.end > at).then_some(word)
}

fn fold(c: char) -> Option<u8> {
    if c.is_ascii_alphabetic() {
        return Some(c.to_ascii_lowercase() as u8);
    }
    Some(match c {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'À' | 'Á' | 'Â' | 'Ä' => b'a',
        'è' | 'é' | 'ê' | 'ë' | 'ě' | 'È' | 'É' | 'Ê' => b'e',
        'ì' | 'í' | 'î' | 'Í' | 'Î' => b'i',
        'ò' | 'ó' | 'ô' | 'ö' | 'ő' | 'Ó' | 'Ö' => b'o',
        'ù' | 'ú' | 'û' | 'ü' | 'ů' | 'Ú' | 'Û' | 'Ü' => b'u',
        'ç' | 'č' | 'Ç' | 'Č' => b'c',
        'ñ' | 'ń' | 'Ñ' => b'n',
        'š' | 'ş' | 'ś' | 'Š' | 'Ş' => b's',
        'ž' | 'ź' => b'z',
        'ř' => b'r',
        'ý' => b'y',
        'ı' => b'i',
        'ğ' => b'g',
        _ => return None,
    })
}

/// 1 to 12 for the name of a month, full or shortened.
pub(super) fn month(word: &str) -> Option<u8> {
    Some(match word {
        "january" | "jan" | "janvier" | "janv" | "januar" | "janner" | "enero" | "ene" | "gennaio"
        | "janeiro" | "januari" | "ianuarie" | "ocak" | "januara" | "stycznia" | "ledna" | "jaanuar"
        | "tammikuuta" => 1,
        "february" | "feb" | "febr" | "fevrier" | "fevr" | "fev" | "februar" | "febrero" | "febbraio"
        | "fevereiro" | "februari" | "februarie" | "subat" | "februara" | "lutego" | "unora" | "veebruar"
        | "helmikuuta" => 2,
        "march" | "mar" | "marts" | "maret" | "mars" | "marz" | "maerz" | "mrz" | "marzo" | "marco"
        | "maart" | "martie" | "mart" | "brezna" | "maaliskuuta" | "marcius" => 3,
        "april" | "apr" | "avril" | "avr" | "abril" | "abr" | "aprile" | "aprilie" | "nisan" | "aprila"
        | "kwietnia" | "dubna" | "huhtikuuta" | "aprilis" => 4,
        "may" | "mai" | "mayo" | "maggio" | "maio" | "mei" | "maj" | "mayis" | "kvetna" | "toukokuuta"
        | "majus" => 5,
        "june" | "jun" | "juin" | "juni" | "junio" | "giugno" | "junho" | "iunie" | "haziran" | "czerwca"
        | "cervna" | "juuni" | "kesakuuta" | "junius" => 6,
        "july" | "jul" | "juillet" | "juil" | "juli" | "julio" | "luglio" | "julho" | "iulie" | "temmuz"
        | "lipca" | "cervence" | "juuli" | "heinakuuta" => 7,
        "august" | "aug" | "aout" | "agosto" | "ago" | "augustus" | "agustus" | "augusti" | "agustos"
        | "avgust" | "avgusta" | "sierpnia" | "srpna" | "elokuuta" | "augusztus" => 8,
        "september" | "sept" | "sep" | "septembre" | "septiembre" | "settembre" | "setembro"
        | "septembrie" | "eylul" | "septembra" | "wrzesnia" | "syyskuuta" | "szeptember" => 9,
        "october" | "oct" | "octobre" | "oktober" | "okt" | "octubre" | "ottobre" | "outubro"
        | "octombrie" | "ekim" | "oktobra" | "pazdziernika" | "rijna" | "oktoober" | "lokakuuta" => 10,
        "november" | "nov" | "novembre" | "noviembre" | "novembro" | "noiembrie" | "kasim" | "novembra"
        | "listopada" | "listopadu" | "marraskuuta" => 11,
        "december" | "dec" | "decembre" | "dezember" | "dez" | "diciembre" | "dic" | "dicembre"
        | "desember" | "dezembro" | "decembrie" | "aralik" | "decembra" | "grudnia" | "prosince"
        | "detsember" | "joulukuuta" => 12,
        _ => return None,
    })
}

/// 1 (Monday) to 7 (Sunday) for the name of a weekday, full or shortened.
pub(super) fn weekday(word: &str) -> Option<u8> {
    Some(match word {
        "monday" | "mon" | "lundi" | "montag" | "lunes" => 1,
        "tuesday" | "tue" | "tues" | "mardi" | "dienstag" | "martes" => 2,
        "wednesday" | "wed" | "weds" | "mercredi" | "mittwoch" | "miercoles" => 3,
        "thursday" | "thu" | "thur" | "thurs" | "jeudi" | "donnerstag" | "jueves" => 4,
        "friday" | "fri" | "vendredi" | "freitag" | "viernes" => 5,
        "saturday" | "sat" | "samedi" | "samstag" | "sonnabend" | "sabado" => 6,
        "sunday" | "sun" | "dimanche" | "sonntag" | "domingo" => 7,
        _ => return None,
    })
}

/// White space, and the characters of no width, direction marks among them, that word processors leave.
pub(super) fn is_space(c: char) -> bool {
    c.is_whitespace() || is_invisible(c) || matches!(c, '\u{200e}' | '\u{200f}')
}

/// The first byte from `at` on that is no space; `&nbsp;` counts as space.
pub(super) fn skip_space(text: &str, mut at: usize) -> usize {
    while let Some(rest) = text.get(at..) {
        match rest.chars().next() {
            Some(c) if is_space(c) => at += c.len_utf8(),
            Some('&') if rest.starts_with("&nbsp;") || rest.starts_with("&#160;") => at += 6,
            _ => break,
        }
    }
    at
}

/// A hyphen or dash of any kind.
pub(super) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_case_and_accents() {
        let w = word_at("FÉVRIER 2019", 0).map(|w| w.as_str().to_owned());
        assert_eq!(w.as_deref().and_then(month), Some(2));
    }

    #[test]
    fn leaves_words_that_only_begin_like_a_month() {
        let w = word_at("Marching on", 0).map(|w| w.as_str().to_owned());
        assert_eq!(w.as_deref().and_then(month), None);
    }
}
