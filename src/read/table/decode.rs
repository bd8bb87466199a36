//! Bytes of a list to UTF-8, a piece at a time: a list can be larger than what
//! may stand in memory. Every line ends in LF afterwards, the last one too.

use std::io::{self, Read};

use memchr::{memchr, memchr_iter};

use crate::read::encoding::{Encoding, Pieces};

/// How many bytes are decoded at once.
const PIECE: u64 = 32 * 1024;

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// Reads an input in any encoding as UTF-8, without its byte order mark. Bytes
/// of UTF-8 pass as they are, also where they are broken.
pub(super) struct Utf8<R> {
    input: R,
    pieces: Pieces,
    raw: Vec<u8>,
    ready: Vec<u8>,
    at: usize,
    /// A CR at the end of the last piece, of which the next one decides.
    open_cr: bool,
    /// The last byte that was made ready.
    last: Option<u8>,
    at_start: bool,
    ended: bool,
}

impl<R: Read> Utf8<R> {
    pub fn new(input: R, encoding: Encoding) -> Self {
        Self {
            input,
            pieces: encoding.pieces(),
            raw: Vec::new(),
            ready: Vec::new(),
            at: 0,
            open_cr: false,
            last: None,
            at_start: true,
            ended: false,
        }
    }

    /// Leaves the first lines aside.
    pub fn skip_lines(&mut self, lines: u32) -> io::Result<()> {
        for _ in 0..lines {
            while !self.skip_in_piece() {
                if self.ended {
                    return Ok(());
                }
                self.fill()?;
            }
        }
        Ok(())
    }

    /// Goes behind the next line end, or to the end of what is ready.
    fn skip_in_piece(&mut self) -> bool {
        let rest = self.ready.get(self.at..).unwrap_or_default();
        let end = memchr(b'\n', rest);
        self.at += end.map_or(rest.len(), |end| end + 1);
        end.is_some()
    }

    fn fill(&mut self) -> io::Result<()> {
        self.ready.clear();
        self.at = 0;
        self.ready.extend(self.open_cr.then_some(b'\r'));
        let is_start = std::mem::take(&mut self.at_start);
        if matches!(self.pieces, Pieces::AsTheyStand) {
            self.ended = read_piece(&mut self.input, &mut self.ready)?;
            let has_mark = is_start && self.ready.starts_with(BYTE_ORDER_MARK);
            self.at = if has_mark { BYTE_ORDER_MARK.len() } else { 0 };
        } else {
            self.raw.clear();
            self.ended = read_piece(&mut self.input, &mut self.raw)?;
            let mark = if is_start { BYTE_ORDER_MARK } else { b"" };
            let bytes = self.raw.strip_prefix(mark).unwrap_or(&self.raw);
            self.pieces.decode(bytes, &mut self.ready, self.ended);
        }
        self.end_lines_alike();
        Ok(())
    }

    /// Makes LF of CRLF and of a lone CR.
    fn end_lines_alike(&mut self) {
        self.open_cr = !self.ended && self.ready.ends_with(b"\r");
        if self.open_cr {
            self.ready.pop();
        }
        if memchr(b'\r', &self.ready).is_some() {
            self.ready = without_cr(&self.ready);
        }
        self.last = self.ready.last().copied().or(self.last);
        if self.ended && self.last != Some(b'\n') {
            self.ready.push(b'\n');
        }
    }
}

fn without_cr(text: &[u8]) -> Vec<u8> {
    let mut tidy = Vec::with_capacity(text.len());
    let mut start = 0;
    for at in memchr_iter(b'\r', text) {
        tidy.extend_from_slice(text.get(start..at).unwrap_or_default());
        start = at + 1;
        if text.get(start) != Some(&b'\n') {
            tidy.push(b'\n');
        }
    }
    tidy.extend_from_slice(text.get(start..).unwrap_or_default());
    tidy
}

/// Reads the next piece; gives whether it is the last one.
fn read_piece(input: &mut impl Read, into: &mut Vec<u8>) -> io::Result<bool> {
    let taken = input.take(PIECE).read_to_end(into)?;
    Ok(u64::try_from(taken).is_ok_and(|taken| taken < PIECE))
}

impl<R: Read> Read for Utf8<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        while self.at >= self.ready.len() {
            if self.ended {
                return Ok(0);
            }
            self.fill()?;
        }
        let mut rest = self.ready.get(self.at..).unwrap_or_default();
        let count = rest.read(into)?;
        self.at += count;
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// More letters than stand in a piece.
    const PIECE_IN_LETTERS: usize = 32 * 1024;

    fn check(bytes: &[u8], encoding: Encoding, expected: &str) {
        let mut text = String::new();
        Utf8::new(bytes, encoding).read_to_string(&mut text).unwrap();
        let lines = format!("{expected}\n");
        assert!(text == lines, "{encoding}: {} of {} letters", text.len(), lines.len());
    }

    #[test]
    fn letters_across_pieces_stay_whole() {
        let text = "aé主🖥".repeat(PIECE_IN_LETTERS / 4);
        check(text.as_bytes(), Encoding::Utf8, &text);
        check(format!("\u{feff}{text}").as_bytes(), Encoding::Utf8Bom, &text);
        let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        check(&[&[0xFF, 0xFE][..], &wide].concat(), Encoding::Utf16Le, &text);
        check(&wide, Encoding::Utf16Le, &text);
        let chinese = "序列号,".repeat(PIECE_IN_LETTERS);
        check(&encoding_rs::GBK.encode(&chinese).0, Encoding::Gbk, &chinese);
        check(b"S\x82rie", Encoding::Cp850, "Série");
    }

    #[test]
    fn every_line_end_becomes_the_same() {
        check(b"a\r\nb\rc\n\r\nd", Encoding::Utf8, "a\nb\nc\n\nd");
        let row = "abc\r\n".repeat(PIECE_IN_LETTERS);
        for shift in ["", "x", "xx", "xxx"] {
            let expected = format!("{shift}{}", "abc\n".repeat(PIECE_IN_LETTERS));
            check(format!("{shift}{row}").as_bytes(), Encoding::Utf8, expected.trim_end());
        }
    }

    #[test]
    fn lines_are_skipped() {
        let mut input = Utf8::new(&b"a\rb\rc"[..], Encoding::Utf8);
        input.skip_lines(1).unwrap();
        let mut text = String::new();
        input.read_to_string(&mut text).unwrap();
        assert_eq!(text, "b\nc\n");
        let mut input = Utf8::new(&b"a"[..], Encoding::Utf8);
        input.skip_lines(9).unwrap();
        assert_eq!(input.read(&mut [0; 4]).unwrap(), 0);
    }
}
