//! Bytes to text: byte order marks, UTF-16 without one, UTF-8, code pages.
//!
//! Windows PowerShell 5.1 writes UTF-16LE with a mark when its output is
//! redirected; the command prompt writes the OEM code page of the system.

use std::borrow::Cow;
use std::fmt;
use std::str::Utf8Error;

use serde::{Deserialize, Serialize};

use super::code_page::{self, Maker};
use crate::device::UnknownKey;

/// How the bytes of a file stand for letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum Encoding {
    Utf8,
    /// UTF-8 that starts with a byte order mark.
    Utf8Bom,
    Utf16Le,
    Utf16Be,
    /// The command prompt in western Europe.
    Cp850,
    /// The command prompt in Russian.
    Cp866,
    Windows1251,
    Windows1252,
    /// Central Europe.
    Windows1250,
    /// Simplified Chinese.
    Gbk,
    /// Traditional Chinese.
    Big5,
    /// Japanese.
    ShiftJis,
    /// Korean.
    EucKr,
}

impl Encoding {
    /// Every encoding that a person can choose.
    pub const ALL: &'static [Self] = &[
        Self::Utf8,
        Self::Utf8Bom,
        Self::Utf16Le,
        Self::Utf16Be,
        Self::Cp850,
        Self::Cp866,
        Self::Windows1251,
        Self::Windows1252,
        Self::Windows1250,
        Self::Gbk,
        Self::Big5,
        Self::ShiftJis,
        Self::EucKr,
    ];

    /// The stable id on the command line and in JSON.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf8Bom => "utf-8-bom",
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
            Self::Cp850 => "cp850",
            Self::Cp866 => "cp866",
            Self::Windows1251 => "windows-1251",
            Self::Windows1252 => "windows-1252",
            Self::Windows1250 => "windows-1250",
            Self::Gbk => "gbk",
            Self::Big5 => "big5",
            Self::ShiftJis => "shift-jis",
            Self::EucKr => "euc-kr",
        }
    }

    /// The encoding with this id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|encoding| encoding.id() == id)
    }

    /// Its table; `None` for the one that is missing elsewhere.
    fn table(self) -> Option<&'static encoding_rs::Encoding> {
        match self {
            Self::Utf8 | Self::Utf8Bom => Some(encoding_rs::UTF_8),
            Self::Utf16Le => Some(encoding_rs::UTF_16LE),
            Self::Utf16Be => Some(encoding_rs::UTF_16BE),
            Self::Cp850 => None,
            Self::Cp866 => Some(encoding_rs::IBM866),
            Self::Windows1251 => Some(encoding_rs::WINDOWS_1251),
            Self::Windows1252 => Some(encoding_rs::WINDOWS_1252),
            Self::Windows1250 => Some(encoding_rs::WINDOWS_1250),
            Self::Gbk => Some(encoding_rs::GBK),
            Self::Big5 => Some(encoding_rs::BIG5),
            Self::ShiftJis => Some(encoding_rs::SHIFT_JIS),
            Self::EucKr => Some(encoding_rs::EUC_KR),
        }
    }

    /// The text, and whether every byte stood for a letter.
    fn decode(self, bytes: &[u8]) -> (Cow<'_, str>, bool) {
        let Some(table) = self.table() else {
            return (Cow::Owned(code_page::decode_cp850(bytes)), true);
        };
        let (text, had_errors) = table.decode_without_bom_handling(bytes);
        (text, !had_errors)
    }

    /// How one piece after the other becomes UTF-8.
    pub(super) fn pieces(self) -> Pieces {
        match self.table() {
            Some(table) if table == encoding_rs::UTF_8 => Pieces::AsTheyStand,
            Some(table) => Pieces::Decoded(table.new_decoder_with_bom_removal()),
            None => Pieces::Cp850,
        }
    }
}

/// How the pieces of a long text become UTF-8.
pub(super) enum Pieces {
    /// They are UTF-8.
    AsTheyStand,
    Cp850,
    Decoded(encoding_rs::Decoder),
}

impl Pieces {
    /// Puts a piece behind what was decoded before.
    pub fn decode(&mut self, bytes: &[u8], into: &mut Vec<u8>, is_last: bool) {
        match self {
            Self::AsTheyStand => into.extend_from_slice(bytes),
            Self::Cp850 => into.extend_from_slice(code_page::decode_cp850(bytes).as_bytes()),
            Self::Decoded(decoder) => decode_piece(decoder, bytes, into, is_last),
        }
    }
}

fn decode_piece(
    decoder: &mut encoding_rs::Decoder,
    bytes: &[u8],
    into: &mut Vec<u8>,
    is_last: bool,
) {
    // No letter takes more than three bytes for each of its own, so one call
    // is enough; the length overflows for no piece.
    let most = decoder.max_utf8_buffer_length(bytes.len()).unwrap_or_default();
    let before = into.len();
    into.resize(before + most, 0);
    let room = into.get_mut(before..).unwrap_or_default();
    let (_, _, written, _) = decoder.decode_to_utf8(bytes, room, is_last);
    into.truncate(before + written);
}

impl fmt::Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

impl From<Encoding> for String {
    fn from(encoding: Encoding) -> Self {
        encoding.id().to_owned()
    }
}

impl TryFrom<String> for Encoding {
    type Error = UnknownKey;

    fn try_from(id: String) -> Result<Self, UnknownKey> {
        Self::from_id(&id).ok_or(UnknownKey { name: id, wanted: "an encoding that is read" })
    }
}

/// A decoded file.
#[derive(Debug)]
pub(super) struct Decoded<'a> {
    pub text: Cow<'a, str>,
    pub encoding: Encoding,
    /// Whether every byte stood for a letter.
    pub faithful: bool,
}

/// Decodes a file; `chosen` is what the user says it is.
pub(super) fn decode(bytes: &[u8], chosen: Option<Encoding>) -> Decoded<'_> {
    let (marked, body) = split_mark(bytes);
    let encoding = chosen.or(marked).unwrap_or_else(|| guess(bytes, Maker::Console, false));
    let (text, faithful) = encoding.decode(body);
    Decoded { text: without_padding(text), encoding, faithful }
}

/// A text without the NULs that a cut transfer leaves at the end, and without
/// the sign for the end of a file that old tools write.
fn without_padding(text: Cow<'_, str>) -> Cow<'_, str> {
    let letters = text.trim_end_matches(['\0', '\u{1a}']).len();
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.get(..letters).unwrap_or(text)),
        Cow::Owned(mut text) => {
            text.truncate(letters);
            Cow::Owned(text)
        }
    }
}

/// The encoding of a list without decoding it; `chosen` is what the user says
/// it is, and `whole` says that nothing follows these bytes.
pub(super) fn detect(bytes: &[u8], chosen: Option<Encoding>, whole: bool) -> Encoding {
    chosen.or(split_mark(bytes).0).unwrap_or_else(|| guess(bytes, Maker::Program, whole))
}

fn split_mark(bytes: &[u8]) -> (Option<Encoding>, &[u8]) {
    const MARKS: [(&[u8], Encoding); 3] = [
        (&[0xEF, 0xBB, 0xBF], Encoding::Utf8Bom),
        (&[0xFF, 0xFE], Encoding::Utf16Le),
        (&[0xFE, 0xFF], Encoding::Utf16Be),
    ];
    for (mark, encoding) in MARKS {
        if let Some(body) = bytes.strip_prefix(mark) {
            return (Some(encoding), body);
        }
    }
    (None, bytes)
}

fn guess(bytes: &[u8], maker: Maker, whole: bool) -> Encoding {
    if let Some(wide) = guess_utf16(bytes) {
        return wide;
    }
    match std::str::from_utf8(bytes) {
        Ok(_) => Encoding::Utf8,
        Err(fault) if is_cut(bytes, fault, whole) => Encoding::Utf8,
        Err(_) => code_page::guess(bytes, maker),
    }
}

/// Whether UTF-8 ends inside its last letter. Of a whole file that is likely
/// only when there are other letters of UTF-8: "Café" in a code page ends as a
/// cut letter does.
fn is_cut(bytes: &[u8], fault: Utf8Error, whole: bool) -> bool {
    let before = bytes.get(..fault.valid_up_to()).unwrap_or_default();
    fault.error_len().is_none() && !before.is_empty() && !(whole && before.is_ascii())
}

/// UTF-16 without a mark: at least a quarter of one half of each unit is NUL,
/// and almost none of the other half.
fn guess_utf16(bytes: &[u8]) -> Option<Encoding> {
    const SAMPLE: usize = 64 * 1024;
    let (mut units, mut first_nul, mut second_nul) = (0_usize, 0_usize, 0_usize);
    for unit in bytes.chunks_exact(2).take(SAMPLE / 2) {
        units += 1;
        if let [first, second] = unit {
            first_nul += usize::from(*first == 0);
            second_nul += usize::from(*second == 0);
        }
    }
    let many = |nul: usize| nul * 4 >= units && nul > 0;
    let few = |nul: usize| nul * 50 <= units;
    if many(second_nul) && few(first_nul) {
        Some(Encoding::Utf16Le)
    } else if many(first_nul) && few(second_nul) {
        Some(Encoding::Utf16Be)
    } else {
        None
    }
}

/// What a file is that cannot be text, by its first bytes.
pub(super) fn known_binary(bytes: &[u8]) -> Option<&'static str> {
    const STARTS: [(&[u8], &str); 12] = [
        (b"\x89PNG", "a picture"),
        (b"\xFF\xD8\xFF", "a picture"),
        (b"GIF8", "a picture"),
        (b"%PDF", "a PDF document"),
        (b"\xD0\xCF\x11\xE0", "an old Office document"),
        (b"MZ\x90", "a program"),
        (b"MSCF", "a cabinet archive"),
        (b"\x1f\x8b", "a compressed archive"),
        (b"7z\xBC\xAF", "a compressed archive"),
        (b"Rar!", "a compressed archive"),
        (b"ElfFile\0", "an event log"),
        (b"{\\rtf", "a document of a word processor"),
    ];
    STARTS.iter().find(|(start, _)| bytes.starts_with(start)).map(|(_, what)| *what)
}

/// Whether decoded text holds what no report holds: NUL, or more than one
/// control character in a hundred.
pub(super) fn is_binary(text: &str) -> bool {
    const SAMPLE: usize = 64 * 1024;
    let is_strange =
        |c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{c}' | '\u{1b}');
    let (mut letters, mut strange) = (0, 0);
    for letter in text.chars().take(SAMPLE) {
        if letter == '\0' {
            return true;
        }
        letters += 1;
        strange += usize::from(is_strange(letter));
    }
    strange * 100 > letters
}

/// The line of the first letter that could not be read, counted from 1; 0 when
/// there is none.
pub(super) fn first_unread_line(text: &str) -> u32 {
    let before = text.split('\u{fffd}').next().unwrap_or_default();
    if before.len() == text.len() {
        return 0;
    }
    u32::try_from(before.matches('\n').count()).unwrap_or(u32::MAX).saturating_add(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], expected: Encoding, text: &str) {
        let decoded = decode(bytes, None);
        assert_eq!((decoded.encoding, &*decoded.text), (expected, text));
    }

    fn wide(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(order).collect()
    }

    #[test]
    fn a_byte_order_mark_decides() {
        check(b"\xEF\xBB\xBFab", Encoding::Utf8Bom, "ab");
        check(&wide("\u{feff}aé", u16::to_le_bytes), Encoding::Utf16Le, "aé");
        check(&wide("\u{feff}aé", u16::to_be_bytes), Encoding::Utf16Be, "aé");
    }

    #[test]
    fn utf_16_is_told_without_a_mark() {
        check(&wide("Host Name: Имя", u16::to_le_bytes), Encoding::Utf16Le, "Host Name: Имя");
        check(&wide("Host Name: 主机", u16::to_be_bytes), Encoding::Utf16Be, "Host Name: 主机");
    }

    #[test]
    fn padding_at_the_end_is_no_text() {
        check(b"a\r\n\0\0\0\x1a", Encoding::Utf8, "a\r\n");
    }

    #[test]
    fn a_choice_wins_over_the_guess() {
        let decoded = decode(b"\x82t\x82", Some(Encoding::Cp850));
        assert_eq!(decoded.text, "été");
        assert_eq!(decode("é".as_bytes(), Some(Encoding::Windows1252)).text, "Ã©");
        for (encoding, bytes, text) in [
            (Encoding::Windows1250, &b"\xb3\xf3d\x9f"[..], "łódź"),
            (Encoding::Big5, b"\xa7\xc7\xb8\xb9", "序號"),
            (Encoding::ShiftJis, b"\x8b@\x8e\xed", "機種"),
            (Encoding::EucKr, b"\xb8\xf0\xb5\xa8", "모델"),
        ] {
            assert_eq!(decode(bytes, Some(encoding)).text, text);
        }
    }

    #[test]
    fn a_file_cut_inside_a_letter_is_still_utf_8() {
        let whole = "Système é".as_bytes();
        let decoded = decode(&whole[..whole.len() - 1], None);
        assert_eq!(decoded.encoding, Encoding::Utf8);
        assert!(!decoded.faithful);
        assert_eq!(detect(b"Name,Caf\xc3", None, false), Encoding::Utf8);
    }

    #[test]
    fn one_letter_of_a_code_page_at_the_end_is_no_cut_one() {
        assert_eq!(
            detect("Système é".as_bytes().split_last().unwrap().1, None, true),
            Encoding::Utf8
        );
        assert_eq!(detect(b"Model,Caf\xe9", None, true), Encoding::Windows1252);
    }

    #[test]
    fn every_encoding_is_found_by_its_id() {
        for encoding in Encoding::ALL {
            assert_eq!(Encoding::from_id(encoding.id()), Some(*encoding));
        }
    }
}
