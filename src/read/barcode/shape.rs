//! Codes that say nothing of themselves: what their shape allows.

use super::words::words;
use super::{Choice, Part, PartKind, Scan, Warning, Why, check_digit};
use crate::read::{hardware_uuid, product_key};

/// What Lenovo is called by its own firmware.
const LENOVO: &str = "LENOVO";

/// The letters and digits of product keys, and the Z that a Y becomes on another
/// keyboard.
const KEY_LETTERS: &str = "BCDFGHJKMNPQRTVWXY2346789Z";

/// How many letters a product key has.
const KEY_LENGTH: usize = 25;

/// Reads a code by its shape, the likeliest way first.
pub(super) fn read(text: &str) -> Scan {
    // Letters beyond ASCII stay: an ß in capitals would be two letters that no
    // layout undoes.
    let code = text.trim().to_ascii_uppercase();
    if !keys(&code).is_empty() {
        return Scan::of(vec![Choice::one(PartKind::ProductKey, code, Why::KeyShape)]);
    }
    if product_key::group_of_product_id(&code).is_some() {
        return Scan::of(vec![Choice::one(PartKind::ProductId, code, Why::ProductIdShape)]);
    }
    if let Some(sure) = uuid(&code).or_else(|| mac(&code)).or_else(|| lenovo(&code)) {
        return Scan::of(vec![sure]);
    }
    if !is_code(&code) {
        return Scan::default();
    }
    if code.bytes().all(|byte| byte.is_ascii_digit()) {
        return digits(&code);
    }
    Scan::of(letters(&code))
}

/// Letters, digits and the few signs of part numbers, short enough for a label.
fn is_code(code: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-./_#+ ".contains(c);
    (4..=40).contains(&code.len())
        && code.chars().all(plain)
        && code.matches(' ').count() <= 1
        && code.bytes().any(|byte| byte.is_ascii_digit())
}

/// Every run of letters in a text that could be a product key, whatever stands
/// around it and between its groups.
pub(super) fn keys(text: &str) -> Vec<String> {
    let letters = letters_alone(text);
    let runs = letters.windows(KEY_LENGTH);
    let could_be = runs.filter(|run| run.iter().all(|letter| KEY_LETTERS.contains(*letter)));
    could_be.map(|run| run.iter().collect()).collect()
}

/// Whether half a product key could be in a text.
pub(super) fn is_like_a_key(text: &str) -> bool {
    let letters = letters_alone(text);
    let mut runs = letters.split(|letter| !KEY_LETTERS.contains(*letter));
    runs.any(|run| run.len() >= KEY_LENGTH / 2)
}

/// What is no letter of ASCII separates: a dash arrives as an ß from a scanner
/// that types for another keyboard.
fn letters_alone(text: &str) -> Vec<char> {
    text.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect()
}

fn uuid(code: &str) -> Option<Choice> {
    let plain = code.trim_start_matches('{').trim_end_matches('}');
    let id = matches!(plain.len(), 32 | 36).then(|| hardware_uuid::of_text(plain))??;
    let told = plain.bytes().any(|byte| !byte.is_ascii_digit());
    told.then(|| Choice::one(PartKind::Uuid, id.to_string(), Why::UuidShape))
}

/// `A4:BB:6D:12:34:56`, `A4-BB-6D-12-34-56` or `A4BB.6D12.3456`.
fn mac(code: &str) -> Option<Choice> {
    let separator = code.chars().find(|c| !c.is_ascii_hexdigit())?;
    let groups: Vec<&str> = code.split(separator).collect();
    let each = match (separator, groups.len()) {
        (':' | '-', 6) => 2,
        ('.', 3) => 4,
        _ => return None,
    };
    let hex =
        |group: &&str| group.len() == each && group.bytes().all(|byte| byte.is_ascii_hexdigit());
    groups.iter().all(hex).then(|| mac_choice(&groups.concat()))
}

fn mac_choice(digits: &str) -> Choice {
    let letters: Vec<char> = digits.chars().collect();
    let pairs: Vec<String> = letters.chunks(2).map(|pair| pair.iter().collect()).collect();
    Choice::one(PartKind::Mac, pairs.join(":"), Why::MacShape)
}

/// `1S`, the machine type and model (10, formerly 7) and the serial (8, formerly 7).
fn lenovo(code: &str) -> Option<Choice> {
    let plain = code.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if plain && code.starts_with("8S") && code.len() >= 20 {
        return Some(Choice::one(PartKind::SparePart, code, Why::SparePart));
    }
    let body = code.strip_prefix("1S").filter(|_| plain)?;
    let model_length = match body.len() {
        18 => 10,
        14 => 7,
        _ => return None,
    };
    let (model, serial) = body.split_at_checked(model_length)?;
    let starts_with_type = model.bytes().take(2).all(|byte| byte.is_ascii_digit());
    starts_with_type.then(|| Choice {
        parts: vec![
            Part::new(PartKind::Serial, serial),
            Part::new(PartKind::Model, model),
            Part::new(PartKind::Manufacturer, LENOVO),
        ],
        why: Why::Lenovo,
    })
}

/// An article number, an express service code of Dell, or a serial of digits.
fn digits(code: &str) -> Scan {
    let serial = Choice::one(PartKind::Serial, code, Why::Digits);
    if check_digit::is_gtin(code) {
        let article = Choice::one(PartKind::Gtin, code, Why::CheckDigit);
        // Serial numbers of 8 and 12 digits exist; the other lengths are articles.
        let could_be_serial = matches!(code.len(), 8 | 12);
        return Scan::of(if could_be_serial { vec![article, serial] } else { vec![article] });
    }
    if let Some(tag) = express_service_code(code) {
        let tag = Choice::one(PartKind::Serial, tag, Why::DellExpress);
        return Scan::of(vec![tag, serial]);
    }
    let mut scan = Scan::of(vec![serial]);
    if check_digit::has_length_of_gtin(code) {
        scan.warn(Warning::CheckDigit);
    }
    scan
}

/// Dell prints a service tag also as a number: its letters as digits of base 36.
fn express_service_code(code: &str) -> Option<String> {
    const BASE: u64 = 36;
    if !matches!(code.len(), 10 | 11) {
        return None;
    }
    let mut number: u64 = code.parse().ok()?;
    let mut letters = Vec::new();
    while number > 0 {
        let digit = u32::try_from(number % BASE).ok()?;
        letters.push(char::from_digit(digit, 36)?.to_ascii_uppercase());
        number /= BASE;
    }
    (letters.len() == 7).then(|| letters.into_iter().rev().collect())
}

/// Codes with letters, of which most are serial numbers.
fn letters(code: &str) -> Vec<Choice> {
    let mut choices = Vec::new();
    let serial = |why| Choice::one(PartKind::Serial, code, why);
    if is_product_number(code) {
        return vec![Choice::one(PartKind::PartNumber, code, Why::ProductNumber)];
    }
    for (label, kind) in &words().glued {
        if let Some(value) = code.strip_prefix(label.as_str())
            && value.len() >= 5
            && value.bytes().any(|byte| byte.is_ascii_digit())
        {
            choices.push(Choice::one(*kind, value.trim_start(), Why::Glued));
        }
    }
    // A slash stands in no serial number, so `S/N…` can only be a label.
    if !choices.is_empty() && code.get(1..2) == Some("/") {
        return choices;
    }
    if is_machine_type(code) {
        choices.push(Choice::one(PartKind::Model, code, Why::MachineType));
    }
    let plain = code.bytes().all(|byte| byte.is_ascii_alphanumeric());
    choices.push(serial(if plain && code.len() == 7 { Why::DellTag } else { Why::Plain }));
    if plain && code.len() == 12 && code.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        choices.push(mac_choice(code));
    }
    choices
}

/// `1A2B3EA#ABD`
fn is_product_number(code: &str) -> bool {
    let country = code.split_once('#').map(|(_, country)| country);
    country.is_some_and(|c| c.len() == 3 && c.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

/// `20LFS06600`: two digits, two more of the type, six of the model.
fn is_machine_type(code: &str) -> bool {
    let (kind, model) = code.split_at_checked(4).unwrap_or_default();
    code.len() == 10
        && kind.bytes().take(2).all(|byte| byte.is_ascii_digit())
        && kind.bytes().skip(2).all(|byte| byte.is_ascii_alphanumeric())
        && kind.bytes().any(|byte| byte.is_ascii_alphabetic())
        && model.bytes().all(|byte| byte.is_ascii_alphanumeric())
}
