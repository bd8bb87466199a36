//! Bytes of a list to UTF-8, a piece at a time: a list can be larger than what
//! may stand in memory. Every line ends in LF afterwards, the last one too.

use std::io::{self, Read};

use memchr::{memchr, memchr_iter};

use crate::read::encoding::Encoding;

/// How many bytes are decoded at once.
const PIECE: usize = 32 * 1024;

/// Reads an input in any encoding as UTF-8, without its byte order mark. Bytes
/// of UTF-8 pass as they are, also where they are broken.
pub(super) struct Utf8<R> {
    input: R,
    encoding: Encoding,
    decoder: Option<encoding_rs::Decoder>,
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
            encoding,
            decoder: encoding.streaming(),
            raw: vec![0; PIECE],
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
        let taken = read_full(&mut self.input, &mut self.raw)?;
        self.ended = taken < self.raw.len();
        let mut bytes = self.raw.get(..taken).unwrap_or_default();
        if std::mem::take(&mut self.at_start) {
            bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        }
        self.ready.clear();
        self.at = 0;
        self.ready.extend(self.open_cr.then_some(b'\r'));
        match &mut self.decoder {
            Some(decoder) => decode(decoder, bytes, &mut self.ready, self.ended),
            None => self.encoding.decode_piece(bytes, &mut self.ready),
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

fn decode(decoder: &mut encoding_rs::Decoder, bytes: &[u8], ready: &mut Vec<u8>, last: bool) {
    let most = decoder.max_utf8_buffer_length(bytes.len()).unwrap_or(PIECE * 4);
    let before = ready.len();
    ready.resize(before + most, 0);
    // The room is enough for everything, so one call is.
    let room = ready.get_mut(before..).unwrap_or_default();
    let (_, _, written, _) = decoder.decode_to_utf8(bytes, room, last);
    ready.truncate(before + written);
}

fn read_full(input: &mut impl Read, into: &mut [u8]) -> io::Result<usize> {
    let mut taken = 0;
    while let Some(room) = into.get_mut(taken..).filter(|room| !room.is_empty()) {
        match input.read(room) {
            Ok(0) => break,
            Ok(count) => taken += count,
            Err(fault) if fault.kind() == io::ErrorKind::Interrupted => {}
            Err(fault) => return Err(fault),
        }
    }
    Ok(taken)
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

    fn check(bytes: &[u8], encoding: Encoding, expected: &str) {
        let mut text = String::new();
        Utf8::new(bytes, encoding).read_to_string(&mut text).unwrap();
        let lines = format!("{expected}\n");
        assert!(text == lines, "{encoding}: {} of {} letters", text.len(), lines.len());
    }

    #[test]
    fn letters_across_pieces_stay_whole() {
        let text = "aé主🖥".repeat(PIECE / 4);
        check(text.as_bytes(), Encoding::Utf8, &text);
        check(format!("\u{feff}{text}").as_bytes(), Encoding::Utf8Bom, &text);
        let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        check(&[&[0xFF, 0xFE][..], &wide].concat(), Encoding::Utf16Le, &text);
        check(&wide, Encoding::Utf16Le, &text);
        let chinese = "序列号,".repeat(PIECE);
        check(&encoding_rs::GBK.encode(&chinese).0, Encoding::Gbk, &chinese);
        check(b"S\x82rie", Encoding::Cp850, "Série");
    }

    #[test]
    fn every_line_end_becomes_the_same() {
        check(b"a\r\nb\rc\n\r\nd", Encoding::Utf8, "a\nb\nc\n\nd");
        let row = "abc\r\n".repeat(PIECE);
        for shift in ["", "x", "xx", "xxx"] {
            let expected = format!("{shift}{}", "abc\n".repeat(PIECE));
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
