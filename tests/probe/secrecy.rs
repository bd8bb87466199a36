//! The key of the firmware shows nowhere.

use joinbench::probe::linux;
use joinbench::probe::windows;
use joinbench::probe::{OemKey, Seen};

use crate::support::{KEY, check, msdm};

/// Any part of the key that could be read.
fn parts() -> impl Iterator<Item = &'static str> {
    KEY.split('-')
}

#[test]
fn the_key_gives_its_group_and_nothing_else() {
    let key = OemKey::from_msdm(&msdm(KEY)).unwrap();
    assert_eq!(key.group(), Some(3305));
    let on_linux = linux::Sources { oem_key: Seen::Known(key.clone()), ..Default::default() };
    let on_windows = windows::Sources { oem_key: Some(key.clone()), ..Default::default() };
    let (linux, windows) = (linux::readings(&on_linux), windows::readings(&on_windows));
    check(&linux, &[("key_group", "3305")]);
    check(&windows, &[("key_group", "3305")]);
    for text in [
        format!("{key:?}"),
        format!("{on_linux:?} {on_windows:?}"),
        format!("{linux:?} {windows:?}"),
        serde_json::to_string(&[linux.device(), windows.device()]).unwrap(),
    ] {
        for part in parts() {
            assert!(!text.contains(part), "{text}");
        }
    }
}

#[test]
fn a_computer_without_a_key_has_no_group() {
    assert_eq!(OemKey::from_msdm(&[]), None);
    check(&windows::readings(&windows::Sources::default()), &[("key_group", "")]);
    check(&linux::readings(&linux::Sources::default()), &[("key_group", "")]);
}
