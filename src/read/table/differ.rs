//! In what two rows are of different devices.

use crate::device::{Field, Value};

/// What tells devices apart, the surest first.
const KEYS: [Field; 3] = [Field::Serial, Field::Uuid, Field::DeviceId];

/// What must not differ where only the names are the same.
const BESIDE_NAME: [Field; 3] = [Field::Domain, Field::Manufacturer, Field::Model];

/// All by which a row is told to be of a device or of another.
pub(super) const MARKS: [Field; 7] = [
    Field::Serial,
    Field::Uuid,
    Field::DeviceId,
    Field::Hostname,
    Field::Domain,
    Field::Manufacturer,
    Field::Model,
];

/// The field by which two rows are of two devices; `None` when they are of one.
/// Makers number their devices by themselves, so that two of them can have
/// given one serial number.
pub(super) fn differ<'a, 'b>(
    one: impl Fn(Field) -> Option<&'a str>,
    other: impl Fn(Field) -> Option<&'b str>,
) -> Option<Field> {
    let value = |text: &str| Value::from(text.to_owned());
    let agree = |field: Field| Some(field.agree(&value(one(field)?), &value(other(field)?)));
    let differs = |field: &Field| agree(*field) == Some(false);
    match KEYS.into_iter().find_map(|field| Some((field, agree(field)?))) {
        Some((Field::Serial, true)) => Some(Field::Manufacturer).filter(differs),
        Some((_, true)) => None,
        Some((field, false)) => Some(field),
        None if agree(Field::Hostname) == Some(true) => BESIDE_NAME.into_iter().find(differs),
        None => Some(Field::Hostname),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(one: &[(Field, &str)], other: &[(Field, &str)], expected: Option<Field>) {
        let text = |row: &[(Field, &'static str)], field| {
            row.iter().find(|cell| cell.0 == field).map(|cell| cell.1)
        };
        let own = |row: &[(Field, &str)]| -> Vec<(Field, &'static str)> {
            row.iter().map(|(field, text)| (*field, &*text.to_string().leak())).collect()
        };
        let (a, b) = (own(one), own(other));
        for (a, b) in [(&a, &b), (&b, &a)] {
            assert_eq!(differ(|f| text(a, f), |f| text(b, f)), expected, "{a:?} {b:?}");
        }
    }

    #[test]
    fn rows_are_of_one_device_where_the_surest_that_both_have_is_the_same() {
        use Field::*;
        check(&[(Serial, "CTS1"), (Hostname, "A")], &[(Serial, "cts1"), (Hostname, "B")], None);
        check(&[(Serial, "CTS1"), (Hostname, "A")], &[(Hostname, "A")], None);
        check(
            &[(Hostname, "A"), (Serial, "CTS1")],
            &[(Hostname, "A"), (Serial, "CTS2")],
            Some(Serial),
        );
        check(
            &[(Hostname, "A"), (DeviceId, "1")],
            &[(Hostname, "A"), (DeviceId, "2")],
            Some(DeviceId),
        );
        check(&[(Serial, "CTS1")], &[(Hostname, "A")], Some(Hostname));
        check(&[(Model, "Book 14")], &[(Model, "Book 14")], Some(Hostname));
    }

    #[test]
    fn a_maker_counts_by_what_it_is_called_and_only_where_it_is_known() {
        use Field::*;
        let dell = [(Serial, "CTS1"), (Manufacturer, "Dell Inc.")];
        check(&dell, &[(Serial, "CTS1"), (Manufacturer, "Dell")], None);
        check(&dell, &[(Serial, "CTS1")], None);
        check(&dell, &[(Serial, "CTS1"), (Manufacturer, "Fabrikam")], Some(Manufacturer));
    }

    #[test]
    fn a_name_alone_is_not_enough_where_the_models_differ() {
        use Field::*;
        check(&[(Hostname, "LAPTOP"), (Model, "Book 14")], &[(Hostname, "laptop")], None);
        check(
            &[(Hostname, "LAPTOP"), (Model, "Book 14")],
            &[(Hostname, "LAPTOP"), (Model, "Book 16")],
            Some(Model),
        );
    }
}
