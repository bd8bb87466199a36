//! One record: a kind, a zero, its length with these four bytes, a body.

/// A record. Numbers and texts are read from places in its body; what is
/// missing or outside of it is `None`.
#[derive(Clone, Copy)]
pub(super) struct Record<'a> {
    pub kind: u8,
    pub body: &'a [u8],
}

const HEAD: usize = 4;

/// The records of a hash, one after the other.
pub(super) struct Records<'a> {
    rest: &'a [u8],
}

impl<'a> Records<'a> {
    pub fn new(records: &'a [u8]) -> Self {
        Self { rest: records }
    }

    fn next_record(&mut self) -> Option<Record<'a>> {
        let kind = *self.rest.first()?;
        let length = usize::from(u16_at(self.rest, 2)?);
        let body = self.rest.get(HEAD..length)?;
        self.rest = self.rest.get(length..)?;
        Some(Record { kind, body })
    }
}

impl<'a> Iterator for Records<'a> {
    /// `None` is a record that does not fit; nothing follows it.
    type Item = Option<Record<'a>>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        let record = self.next_record();
        if record.is_none() {
            self.rest = &[];
        }
        Some(record)
    }
}

impl Record<'_> {
    pub fn byte(&self, at: usize) -> Option<u8> {
        self.body.get(at).copied()
    }

    pub fn u16(&self, at: usize) -> Option<u16> {
        u16_at(self.body, at)
    }

    pub fn u32(&self, at: usize) -> Option<u32> {
        array_at(self.body, at).map(u32::from_le_bytes)
    }

    pub fn u64(&self, at: usize) -> Option<u64> {
        array_at(self.body, at).map(u64::from_le_bytes)
    }

    /// The body as UTF-8, up to the byte that ends it.
    pub fn text(&self) -> String {
        let end = self.body.iter().position(|byte| *byte == 0).unwrap_or(self.body.len());
        let text = self.body.get(..end).unwrap_or_default();
        String::from_utf8_lossy(text).trim().to_owned()
    }

    /// The body as UTF-16.
    pub fn wide_text(&self) -> String {
        let units = self.body.chunks_exact(2).map(|unit| u16_at(unit, 0).unwrap_or_default());
        let letters = char::decode_utf16(units.take_while(|unit| *unit != 0));
        let text: String = letters.map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
        text.trim().to_owned()
    }
}

pub(super) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    array_at(bytes, at).map(u16::from_le_bytes)
}

pub(super) fn array_at<const N: usize>(bytes: &[u8], at: usize) -> Option<[u8; N]> {
    bytes.get(at..at.checked_add(N)?)?.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(bytes: &[u8]) -> Vec<Option<u8>> {
        Records::new(bytes).map(|record| record.map(|record| record.kind)).collect()
    }

    #[test]
    fn records_follow_each_other_and_a_broken_one_ends_them() {
        assert_eq!(kinds(&[]), []);
        assert_eq!(kinds(&[3, 0, 5, 0, b'A', 14, 0, 4, 0]), [Some(3), Some(14)]);
        for broken in [&[3, 0, 3, 0][..], &[3, 0, 9, 0, 1], &[3], &[3, 0, 0, 0]] {
            assert_eq!(kinds(broken), [None], "{broken:?}");
        }
    }

    #[test]
    fn a_text_ends_at_its_zero() {
        let text = |body: &[u8]| Record { kind: 14, body }.text();
        assert_eq!(text(b"CTS0001 \0\x7f"), "CTS0001");
        assert_eq!(text(b"CTS0001"), "CTS0001");
        let wide = Record { kind: 30, body: b"G\0P\0U\0\0\0x\0" };
        assert_eq!(wide.wide_text(), "GPU");
    }
}
