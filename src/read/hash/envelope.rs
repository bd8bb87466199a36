//! What is around the records of a hash: base64, the head, the checksum, the end.

use std::borrow::Cow;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use zeroize::{Zeroize, Zeroizing};

use super::fault::{Damage, HashFault};
use super::record::u16_at;

/// `OA` and the length.
pub(super) const HEAD: usize = 4;
/// `CS`, its length, and a SHA-256.
const TRAILER: usize = 36;
/// Every hash has this many bytes; zeros fill it up.
const FEWEST_BYTES: usize = 3000;
/// The length is a u16, so no hash is longer than this many characters.
const MOST_CHARACTERS: usize = 96 * 1024;

/// Whether a text begins with the base64 of `OA`.
pub(super) fn looks_like(text: &str) -> bool {
    let text = text.trim_start_matches(is_left_out).as_bytes();
    // The third character holds the rest of `A` and two bits of the length.
    matches!(text, [b'T', b'0', b'E'..=b'H', ..])
}

/// Whether a hash may stand anywhere in a text. Most texts have none, and this
/// is quickly told.
pub(super) fn may_stand_in(text: &str) -> bool {
    memchr::memmem::find_iter(text.as_bytes(), b"T0")
        .any(|at| matches!(text.as_bytes().get(at + 2), Some(b'E'..=b'H')))
}

/// Blanks and line ends of a paste, quotes of a list.
fn is_left_out(c: char) -> bool {
    c.is_whitespace() || matches!(c, '"' | '\'' | '\u{feff}')
}

/// The bytes of a text that begins as a hash does.
pub(super) fn bytes(text: &str) -> Result<Zeroizing<Vec<u8>>, HashFault> {
    if !looks_like(text) {
        return Err(HashFault::NotAHash);
    }
    if text.len() > 2 * MOST_CHARACTERS {
        return Err(HashFault::Damaged(Damage::Tail));
    }
    let mut plain = without_blanks(text);
    let decoded = STANDARD.decode(plain.as_bytes());
    let short = !plain.len().is_multiple_of(4);
    if let Cow::Owned(copy) = &mut plain {
        copy.zeroize();
    }
    match decoded {
        Ok(bytes) => Ok(Zeroizing::new(bytes)),
        Err(base64::DecodeError::InvalidByte(..)) => Err(HashFault::Damaged(Damage::Base64)),
        Err(_) if short => Err(HashFault::Damaged(Damage::CutShort)),
        Err(_) => Err(HashFault::Damaged(Damage::Base64)),
    }
}

fn without_blanks(text: &str) -> Cow<'_, str> {
    let text = text.trim_matches(is_left_out);
    let is_plain = |byte: u8| byte.is_ascii_graphic() && !is_left_out(char::from(byte));
    if text.bytes().all(is_plain) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.chars().filter(|c| !is_left_out(*c)).collect())
    }
}

/// Checks everything but the records, and gives where they end.
pub(super) fn check(bytes: &[u8]) -> Result<usize, HashFault> {
    let damaged = |damage| Err(HashFault::Damaged(damage));
    let (Some(b"OA"), Some(total)) = (bytes.get(..2), u16_at(bytes, 2)) else {
        return Err(HashFault::NotAHash);
    };
    let end = usize::from(total);
    let (Some(content), Some(trailer)) = (bytes.get(..end), bytes.get(end..end + TRAILER)) else {
        return damaged(Damage::CutShort);
    };
    let marked = trailer.starts_with(b"CS") && u16_at(trailer, 2) == u16::try_from(TRAILER).ok();
    if end < HEAD || !marked {
        return damaged(Damage::Trailer);
    }
    if trailer.get(HEAD..) != Some(Sha256::digest(content).as_slice()) {
        return damaged(Damage::Checksum);
    }
    if bytes.len() < FEWEST_BYTES {
        return damaged(Damage::CutShort);
    }
    let rest = bytes.get(end + TRAILER..).unwrap_or_default();
    if rest.iter().any(|byte| *byte != 0) {
        return damaged(Damage::Tail);
    }
    Ok(end)
}
