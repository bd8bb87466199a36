//! The number that a product key stands for.
//!
//! The letters are digits to the base 24. An `N` is no digit: its place among
//! the letters is the first one. Of the number's bits 0 to 19 are the group, 20
//! to 49 a serial, 50 to 102 a proof, and 103 to 112 check the rest.

use zeroize::Zeroize;

use super::BadProductKey;

const LETTERS: &[u8; 24] = b"BCDFGHJKMPQRTVWXY2346789";
/// The letters of a key, without its hyphens.
pub(super) const LENGTH: usize = 25;
const GROUP_BITS: u32 = 20;
const CHECK_AT: u32 = 103;
const CHECK: u128 = 0x3ff;

/// The highest number a group can have.
pub(super) const HIGHEST_GROUP: u32 = (1 << GROUP_BITS) - 1;

/// A whole key as a number; wiped when dropped, and without a way to print it.
pub(super) struct Number(u128);

impl Drop for Number {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl Number {
    pub fn group(&self) -> u32 {
        u32::try_from(self.0 & u128::from(HIGHEST_GROUP)).unwrap_or_default()
    }

    fn is_right(&self) -> bool {
        let plain = self.0 & !(CHECK << CHECK_AT);
        let check = (self.0 >> CHECK_AT) & CHECK;
        check == u128::from(crc(plain)) & CHECK
    }
}

/// Reads a key, with or without hyphens, in any case.
pub(super) fn read(typed: &str) -> Result<Number, BadProductKey> {
    let mut letters = [0_u8; LENGTH];
    let mut count = 0;
    let written = typed.trim().bytes().filter(|byte| *byte != b'-');
    for byte in written {
        let Some(slot) = letters.get_mut(count) else {
            letters.zeroize();
            return Err(BadProductKey::Shape);
        };
        *slot = byte.to_ascii_uppercase();
        count += 1;
    }
    let number = if count == LENGTH { number(&letters) } else { Err(BadProductKey::Shape) };
    letters.zeroize();
    let number = number?;
    if number.is_right() { Ok(number) } else { Err(BadProductKey::Mistyped) }
}

fn number(letters: &[u8; LENGTH]) -> Result<Number, BadProductKey> {
    let is_letter = |byte: &u8| *byte == b'N' || LETTERS.contains(byte);
    if !letters.iter().all(is_letter) {
        return Err(BadProductKey::Shape);
    }
    let mut marks = letters.iter().enumerate().filter(|(_, byte)| **byte == b'N');
    // Keys of Windows 7 and before have no N, and no group in this place.
    let Some((mark, _)) = marks.next() else { return Err(BadProductKey::OlderKind) };
    if marks.next().is_some() || mark >= LETTERS.len() {
        return Err(BadProductKey::Shape);
    }
    let digits = letters.iter().filter_map(|byte| LETTERS.iter().position(|one| one == byte));
    let mut number = Number(0);
    for digit in std::iter::once(mark).chain(digits) {
        // Each digit is below 24, so 25 of them fit 115 bits.
        number.0 = number.0 * 24 + digit as u128;
    }
    Ok(number)
}

/// CRC-32 with the highest bit first, over the sixteen bytes of the number.
fn crc(number: u128) -> u32 {
    const POLYNOMIAL: u32 = 0x04c1_1db7;
    let mut crc = u32::MAX;
    for byte in number.to_le_bytes() {
        crc ^= u32::from(byte) << 24;
        for _ in 0..8 {
            let carry = crc & (1 << 31) != 0;
            crc <<= 1;
            if carry {
                crc ^= POLYNOMIAL;
            }
        }
    }
    !crc
}
