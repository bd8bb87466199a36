//! Files in an OEM or ANSI code page: one that is missing elsewhere, and a
//! guess at which one it is.
//!
//! The guess scores how plausible the letters beyond ASCII would be in each
//! candidate: letters of one script side by side, capitals at the start of
//! words or among capitals, quotation marks and dashes where they belong,
//! common Chinese characters. The user can override it.

use super::encoding::Encoding;

/// The upper half of code page 850, from 0x80.
const CP850_UPPER: &str = "\
    ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒ\
    áíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐\
    └┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀\
    ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}";

/// How many bytes the guess looks at.
const SAMPLE: usize = 64 * 1024;

pub(super) fn decode_cp850(bytes: &[u8]) -> String {
    let upper: Vec<char> = CP850_UPPER.chars().collect();
    let letter = |byte: u8| match byte.checked_sub(0x80) {
        None => char::from(byte),
        Some(place) => upper.get(usize::from(place)).copied().unwrap_or('\u{fffd}'),
    };
    bytes.iter().map(|byte| letter(*byte)).collect()
}

/// What a text is likely to come from, which decides between equals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Maker {
    /// A command prompt, which writes the OEM code page.
    Console,
    /// A program with windows, which writes the ANSI code page. So do the
    /// spreadsheets and tools that lists come from.
    Program,
}

/// The most plausible code page; in a tie, the one that its maker writes.
pub(super) fn guess(bytes: &[u8], maker: Maker) -> Encoding {
    // A long list may begin with much that is ASCII.
    let first = bytes.iter().position(|byte| !byte.is_ascii()).unwrap_or(0);
    let rest = bytes.get(first.saturating_sub(64)..).unwrap_or(bytes);
    let sample = rest.get(..SAMPLE).unwrap_or(rest);
    let cyrillic = |table: &'static encoding_rs::Encoding| {
        score(&table.decode_without_bom_handling(sample).0, cyrillic_points)
    };
    let western = encoding_rs::WINDOWS_1252.decode_without_bom_handling(sample).0;
    let mut latin = [
        (Encoding::Cp850, score(&decode_cp850(sample), latin_points)),
        (Encoding::Windows1252, score(&western, latin_points)),
    ];
    if maker == Maker::Program {
        latin.reverse();
    }
    let others = [
        (Encoding::Windows1251, cyrillic(encoding_rs::WINDOWS_1251)),
        (Encoding::Cp866, cyrillic(encoding_rs::IBM866)),
        (Encoding::Gbk, chinese_score(sample)),
    ];
    let [mut best, second] = latin;
    for candidate in [second].into_iter().chain(others) {
        if candidate.1 > best.1 {
            best = candidate;
        }
    }
    best.0
}

/// Adds up the points of every letter beyond ASCII, with its two neighbors.
fn score(text: &str, points: fn(char, char, char) -> i64) -> i64 {
    let (mut total, mut before) = (0, ' ');
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let after = letters.peek().copied().unwrap_or(' ');
        if !letter.is_ascii() {
            total += points(before, letter, after);
        }
        before = letter;
    }
    total
}

/// Western letters stand beside ASCII letters; capitals start a word or stand
/// among capitals.
fn latin_points(before: char, letter: char, after: char) -> i64 {
    const LETTERS: &str = "àâäáãåæçèéêëìíîïñòóôöõøœùúûüýßÀÂÄÁÃÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÖÕØŒÙÚÛÜÝ";
    let in_word = before.is_ascii_alphabetic() || after.is_ascii_alphabetic();
    match letter {
        '\u{a0}' => points_if(before.is_ascii_digit() || after.is_ascii_digit()),
        '°' | '«' | '»' | '¿' | '¡' => 1,
        '\u{2500}'..='\u{259f}' => frame_points(before, after),
        _ if is_mark(letter) => mark_points(before, letter, after),
        _ if !LETTERS.contains(letter) => -4,
        _ if letter.is_uppercase() && !before.is_lowercase() && in_word => {
            usual_points(before, letter, after)
        }
        _ if letter.is_uppercase() => -4,
        // "KÖLN" is a word, "KöLN" is none.
        _ if after.is_ascii_uppercase() => -4,
        _ if in_word => usual_points(before, letter, after),
        // Beside another of its kind, as the last letter of "créé".
        _ => points_if(LETTERS.contains(before)).min(0),
    }
}

/// Points of a letter in a place where letters stand. Some that one code page
/// takes for others stand only beside few: "ões", "ção", "Straße".
fn usual_points(before: char, letter: char, after: char) -> i64 {
    let after = after.to_lowercase().next().unwrap_or(after);
    let before = before.to_lowercase().next().unwrap_or(before);
    let is_usual = match letter {
        'õ' | 'Õ' => after == 'e',
        'ã' | 'Ã' => matches!(after, 'o' | 'e' | 's') || !after.is_alphanumeric(),
        'ß' => "aeiouäöü".contains(before),
        'á' => !("aeiou".contains(before) && "aeiou".contains(after)),
        'Æ' => before == ' ' && after.is_alphabetic(),
        _ => true,
    };
    if is_usual { 4 } else { 1 }
}

/// Lines and boxes stand in the frame of a table, and never in a word.
fn frame_points(before: char, after: char) -> i64 {
    if before.is_alphabetic() || after.is_alphabetic() { -8 } else { 0 }
}

fn is_mark(letter: char) -> bool {
    matches!(
        letter,
        '\u{2018}'
            | '\u{2019}'
            | '\u{201c}'
            | '\u{201d}'
            | '\u{201e}'
            | '\u{2013}'
            | '\u{2014}'
            | '\u{2026}'
            | '\u{2122}'
            | '€'
            | '®'
            | '©'
    )
}

/// Marks that printers use, where they use them. They count less than a letter
/// in its place.
fn mark_points(before: char, mark: char, after: char) -> i64 {
    let (word_before, word_after) = (before.is_alphanumeric(), after.is_alphanumeric());
    let fits = match mark {
        // "Adele’s" and "l’hôte", and the end of a quotation.
        '\u{2019}' => before.is_alphabetic() || (word_before && !word_after),
        '\u{201c}' => word_before != word_after,
        '\u{201d}' | '\u{2026}' | '\u{2122}' => word_before && !word_after,
        '\u{2018}' | '\u{201e}' => !word_before && word_after,
        // Between words, and in spans of numbers.
        '\u{2013}' | '\u{2014}' => {
            (before == ' ' && after == ' ') || (before.is_ascii_digit() && after.is_ascii_digit())
        }
        '€' => !before.is_alphabetic() && !after.is_alphabetic(),
        _ => !word_after,
    };
    if fits { 2 } else { -4 }
}

/// Cyrillic letters stand between Cyrillic letters; capitals start a word.
fn cyrillic_points(before: char, letter: char, after: char) -> i64 {
    let is_letter = |c: char| ('\u{410}'..='\u{44f}').contains(&c) || "Ёё".contains(c);
    match letter {
        '\u{a0}' => points_if(before.is_ascii_digit() || after.is_ascii_digit()),
        '№' | '«' | '»' => 1,
        _ if is_mark(letter) => mark_points(before, letter, after),
        _ if !is_letter(letter) => -4,
        _ if before.is_ascii_alphanumeric() || after.is_ascii_alphanumeric() => -4,
        _ if letter.is_uppercase() && before.is_lowercase() => -4,
        _ if is_letter(before) || is_letter(after) => 4,
        _ => 0,
    }
}

fn points_if(plausible: bool) -> i64 {
    if plausible { 4 } else { -4 }
}

/// Common characters (the first level of GB 2312) and full-width punctuation,
/// counted by their bytes.
fn chinese_score(sample: &[u8]) -> i64 {
    let mut total = 0;
    let mut bytes = sample.iter().copied().peekable();
    while let Some(lead) = bytes.next() {
        if lead < 0x80 {
            continue;
        }
        let trail = bytes.next_if(|byte| *byte >= 0x40).unwrap_or(0);
        total += match (lead, trail) {
            (0xB0..=0xD7, 0xA1..=0xFE) => 8,
            (0xA1..=0xA3, 0xA1..=0xFE) => 4,
            _ => -8,
        };
    }
    total
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], expected: Encoding) {
        for maker in [Maker::Console, Maker::Program] {
            assert_eq!(guess(bytes, maker), expected, "{bytes:02x?} of {maker:?}");
        }
    }

    fn check_ansi(text: &str, maker: Maker) {
        let bytes = encoding_rs::WINDOWS_1252.encode(text).0;
        assert_eq!(guess(&bytes, maker), Encoding::Windows1252, "{text}");
    }

    fn cp850(text: &str) -> Vec<u8> {
        let upper: Vec<char> = CP850_UPPER.chars().collect();
        let place = |c: char| upper.iter().position(|u| *u == c).unwrap();
        let byte =
            |c: char| if c.is_ascii() { c as u8 } else { u8::try_from(place(c)).unwrap() + 0x80 };
        text.chars().map(byte).collect()
    }

    #[test]
    fn the_upper_half_of_cp850_is_complete() {
        assert_eq!(CP850_UPPER.chars().count(), 128);
        assert_eq!(
            decode_cp850(&cp850("été ñ ß Größe 2\u{a0}047 Mo")),
            "été ñ ß Größe 2\u{a0}047 Mo"
        );
    }

    #[test]
    fn western_text_is_told_from_its_two_code_pages() {
        let text = "Nom de l'hôte: Système d'exploitation, Größe, Versión 2\u{a0}047 Mo";
        check(&cp850(text), Encoding::Cp850);
        check(&encoding_rs::WINDOWS_1252.encode(text).0, Encoding::Windows1252);
    }

    #[test]
    fn one_ansi_letter_is_enough_in_a_list() {
        for text in [
            "Gerätename;Seriennummer\n",
            "MÜNCHEN-1;CTS0001\n",
            "KÖLN;CTS0001\n",
            "ESPAÑA-PC;CTS0001\n",
            "Intel® Core™ i5;CTS0001\n",
            "Book 14\u{201d} \u{2013} silver;CTS0001\n",
            "Adele\u{2019}s PC;CTS0001\n",
            "Número de máquina\n",
            "VERSIÓN;CTS0001\n",
            "Prénom créé\n",
            "Configuração\n",
            "Straße 5\n",
            "1.299 €;CTS0001\n",
            "…,Café",
        ] {
            check_ansi(text, Maker::Program);
        }
    }

    #[test]
    fn one_oem_letter_is_enough_where_it_leaves_no_doubt() {
        for text in ["Gerätename", "MÜNCHEN-1", "Größe", "Straße 5", "Système", "Configuração"]
        {
            check(&cp850(text), Encoding::Cp850);
        }
        let either = cp850("KÍLN");
        assert_eq!(guess(&either, Maker::Console), Encoding::Cp850);
        assert_eq!(guess(&either, Maker::Program), Encoding::Windows1252);
    }

    #[test]
    fn russian_text_is_told_from_its_two_code_pages() {
        let text = "Имя узла: Название ОС: Версия ОС: Изготовитель, 4 095 МБ";
        check(&encoding_rs::WINDOWS_1251.encode(text).0, Encoding::Windows1251);
        let upper = |c: char| match u32::from(c) {
            code @ 0x410..=0x43F => u8::try_from(code - 0x410).unwrap() + 0x80,
            code @ 0x440..=0x44F => u8::try_from(code - 0x440).unwrap() + 0xE0,
            code => u8::try_from(code).unwrap(),
        };
        check(&text.chars().map(upper).collect::<Vec<u8>>(), Encoding::Cp866);
    }

    #[test]
    fn chinese_text_is_gbk() {
        check(
            &encoding_rs::GBK.encode("主机名: OS 名称: 处理器: 安装了 1 个处理器。").0,
            Encoding::Gbk,
        );
    }
}
