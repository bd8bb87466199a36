//! Firmware is written by many: whatever its tables hold, they are read or
//! left aside.

use joinbench::device::LONGEST_TEXT;
use joinbench::probe::windows::{Sources, readings};
use joinbench::probe::{OemKey, Probed, linux};
use proptest::prelude::*;

use crate::support::{KEY, laptop, msdm};

fn read(firmware_table: Vec<u8>) -> Probed {
    readings(&Sources { firmware_table: Some(firmware_table), ..Sources::default() })
}

fn holds(probed: &Probed) {
    for reading in &probed.readings {
        assert!(reading.raw.chars().count() <= LONGEST_TEXT, "{reading:?}");
        assert!(reading.raw.chars().all(|c| !c.is_control()), "{reading:?}");
        let typed = reading.field.kind().parse(&reading.value.to_string());
        assert_eq!(typed.as_ref(), Ok(&reading.value), "{}", reading.field);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_a_table_or_none(bytes in prop::collection::vec(any::<u8>(), 0..2048)) {
        holds(&read(bytes));
    }

    #[test]
    fn any_structure_is_read_or_left_aside(
        structures in prop::collection::vec(
            (
                prop::sample::select(vec![0_u8, 1, 3, 4, 16, 17, 43, 127]),
                prop::collection::vec(any::<u8>(), 0..64),
                prop::collection::vec("[ -~]{1,12}", 0..4),
            ),
            0..12,
        )
    ) {
        let mut table = crate::support::Table::default();
        for (kind, body, texts) in &structures {
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            table = table.with(*kind, body, &texts);
        }
        holds(&read(table.with_windows_header()));
    }

    #[test]
    fn a_damaged_table_is_read_or_left_aside(
        at in any::<prop::sample::Index>(),
        byte in any::<u8>(),
        length in any::<prop::sample::Index>(),
    ) {
        let mut bytes = laptop().with_windows_header();
        let damaged = at.index(bytes.len());
        bytes[damaged] = byte;
        bytes.truncate(length.index(bytes.len() + 1));
        holds(&read(bytes));
    }

    #[test]
    fn any_bytes_are_a_key_or_none(
        at in any::<prop::sample::Index>(),
        byte in any::<u8>(),
        rest in prop::collection::vec(any::<u8>(), 0..128),
    ) {
        let mut bytes = msdm(KEY);
        let damaged = at.index(bytes.len());
        bytes[damaged] = byte;
        for table in [bytes, rest] {
            if let Some(key) = OemKey::from_msdm(&table) {
                prop_assert!(key.group().is_some_and(|group| group < 1 << 20));
            }
        }
    }

    #[test]
    fn any_text_is_a_processor_or_none(
        cpuinfo in "([a-zA-Z ]{0,12}\t: .{0,40}\n|processor\t: [0-9]\n|cpu MHz : [0-9.]{0,30}\n){0,20}",
        meminfo in "MemTotal: {0,4}[0-9]{0,25} kB",
        mounts in ".{0,60}",
    ) {
        let sources = linux::Sources {
            cpuinfo: Some(cpuinfo),
            meminfo: Some(meminfo),
            mounts: Some(mounts),
            ..linux::Sources::default()
        };
        holds(&linux::readings(&sources));
    }
}

#[test]
fn a_table_without_end_is_read_up_to_its_bound() {
    let long = vec![1; 64 * 1024 * 1024];
    holds(&read(long));
    let mut many = laptop();
    while many.0.len() < 2 * 1024 * 1024 {
        many = many.with(221, &[0; 60], &["Contoso"]);
    }
    holds(&read(many.with_windows_header()));
}
