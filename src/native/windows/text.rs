//! Texts as Windows wants and gives them.

use std::os::windows::ffi::OsStrExt;
use std::path::Path;

/// Longer than any text that is read from Windows here.
const LONGEST: usize = 2048;

/// A text as Windows wants it.
pub(crate) fn wide(text: &str) -> Vec<u16> {
    text.encode_utf16().chain([0]).collect()
}

/// A path as Windows wants it, also one that is no Unicode.
pub(super) fn wide_path(path: &Path) -> Vec<u16> {
    path.as_os_str().encode_wide().chain([0]).collect()
}

/// A text of Windows; `None` where there is none, or an empty one.
///
/// # Safety
/// The pointer is null, or to a text that ends in a zero.
pub(crate) unsafe fn text(start: *const u16) -> Option<String> {
    (!start.is_null()).then_some(())?;
    // SAFETY: no letter behind the zero at its end is read.
    let letters = (0..LONGEST).map(|at| unsafe { start.add(at).read() });
    let letters: Vec<u16> = letters.take_while(|letter| *letter != 0).collect();
    (!letters.is_empty()).then(|| String::from_utf16_lossy(&letters))
}
