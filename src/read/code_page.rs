//! Files in an OEM or ANSI code page: one that is missing elsewhere, and a
//! guess at which one it is.
//!
//! The guess scores how plausible the letters beyond ASCII would be in each
//! candidate: letters of one script side by side, capitals at the start of
//! words, common Chinese characters. The user can override it.

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

/// The most plausible code page; in a tie, the first of the list.
pub(super) fn guess(bytes: &[u8]) -> Encoding {
    // A long list may begin with much that is ASCII.
    let first = bytes.iter().position(|byte| !byte.is_ascii()).unwrap_or(0);
    let rest = bytes.get(first.saturating_sub(64)..).unwrap_or(bytes);
    let sample = rest.get(..SAMPLE).unwrap_or(rest);
    let cyrillic = |table: &'static encoding_rs::Encoding| {
        score(&table.decode_without_bom_handling(sample).0, cyrillic_points)
    };
    let western = encoding_rs::WINDOWS_1252.decode_without_bom_handling(sample).0;
    let scores = [
        (Encoding::Cp850, score(&decode_cp850(sample), latin_points)),
        (Encoding::Windows1252, score(&western, latin_points)),
        (Encoding::Windows1251, cyrillic(encoding_rs::WINDOWS_1251)),
        (Encoding::Cp866, cyrillic(encoding_rs::IBM866)),
        (Encoding::Gbk, chinese_score(sample)),
    ];
    let mut best = scores[0];
    for candidate in scores {
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

/// Western letters stand between ASCII letters; capitals start a word.
fn latin_points(before: char, letter: char, after: char) -> i64 {
    const LETTERS: &str = "àâäáãåæçèéêëìíîïñòóôöõøùúûüßÀÂÄÅÁÇÈÉÊËÍÎÏÑÓÔÖØÙÚÛÜ";
    let in_word = before.is_ascii_alphabetic() || after.is_ascii_alphabetic();
    match letter {
        '\u{a0}' => points_if(before.is_ascii_digit() || after.is_ascii_digit()),
        '®' | '©' | '°' | '«' | '»' | '¿' | '¡' => 1,
        _ if !LETTERS.contains(letter) => -4,
        _ if letter.is_uppercase() => points_if(!before.is_alphabetic() && in_word),
        _ => points_if(in_word),
    }
}

/// Cyrillic letters stand between Cyrillic letters; capitals start a word.
fn cyrillic_points(before: char, letter: char, after: char) -> i64 {
    let is_letter = |c: char| ('\u{410}'..='\u{44f}').contains(&c) || "Ёё".contains(c);
    match letter {
        '\u{a0}' => points_if(before.is_ascii_digit() || after.is_ascii_digit()),
        '№' | '«' | '»' | '®' | '©' => 1,
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
        assert_eq!(guess(bytes), expected, "{bytes:02x?}");
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
