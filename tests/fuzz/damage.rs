//! Damage as it happens, and as somebody would make it on purpose.

/// A sequence of numbers that a seed decides (`SplitMix64`).
pub struct Dice(u64);

impl Dice {
    /// `name` is of the target, `round` counts from 0.
    pub fn new(name: &str, round: u64) -> Self {
        let name = name.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        Self(name ^ round.wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    pub fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`, or 0 when there is none.
    pub fn below(&mut self, end: usize) -> usize {
        let end = u64::try_from(end.max(1)).unwrap();
        usize::try_from(self.roll() % end).unwrap()
    }

    pub fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }
}

/// What stands where a number, a text or an end was expected.
const STRANGE: [&[u8]; 14] = [
    b"",
    b"0",
    b"-1",
    b"9223372036854775807",
    b"99999999999999999999999",
    b"1e999",
    b"NaN",
    b"\xff\xfe",
    b"\0\0\0\0",
    b"\r",
    b"\"",
    b"<![CDATA[",
    b"{{{{{{{{[[[[[[[[",
    "\u{202e}é主\u{a0}".as_bytes(),
];

/// The largest a damaged input gets, in bytes.
const LARGEST: usize = 256 * 1024;

/// Damages `bytes` in one to eight places; parts of `other` can get in.
pub fn damage(dice: &mut Dice, bytes: &mut Vec<u8>, other: &[u8]) {
    for _ in 0..=dice.below(8) {
        one(dice, bytes, other);
        bytes.truncate(LARGEST);
    }
}

fn one(dice: &mut Dice, bytes: &mut Vec<u8>, other: &[u8]) {
    let (from, to) = span(dice, bytes.len());
    match dice.below(9) {
        0 => bytes.truncate(from),
        1 => drop(bytes.drain(from..to)),
        2 => {
            let copy = bytes[from..to].to_vec();
            insert(bytes, to, &copy);
        }
        3 => {
            let (start, end) = span(dice, other.len());
            insert(bytes, from, &other[start..end]);
        }
        4 => drop(bytes.splice(from..to, dice.pick(&STRANGE).iter().copied())),
        5 => bytes[from..to].reverse(),
        6 => bytes[from..to].make_ascii_uppercase(),
        7 => *bytes = bytes.iter().flat_map(|byte| [*byte, 0]).collect(),
        _ => {
            let at = dice.below(bytes.len());
            let byte = u8::try_from(dice.below(256)).unwrap();
            bytes.get_mut(at).into_iter().for_each(|old| *old = byte);
        }
    }
}

/// A span of a text: mostly a short one.
fn span(dice: &mut Dice, length: usize) -> (usize, usize) {
    let from = dice.below(length + 1);
    let most = if dice.below(4) == 0 { length } else { 40 };
    (from, (from + dice.below(most + 1)).min(length))
}

fn insert(bytes: &mut Vec<u8>, at: usize, more: &[u8]) {
    drop(bytes.splice(at..at, more.iter().copied()));
}
