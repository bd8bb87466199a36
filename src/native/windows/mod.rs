//! The calls into Windows, each behind a safe function.

#![expect(unsafe_code, reason = "Windows is asked through C functions")]

mod text;
pub(crate) mod user;

use std::fs::Metadata;
use std::io;
use std::os::windows::fs::MetadataExt;
use std::path::Path;
use std::ptr;

use windows_sys::Win32::Foundation::LocalFree;
use windows_sys::Win32::Security::Authorization::{
    ConvertStringSecurityDescriptorToSecurityDescriptorW, SDDL_REVISION_1,
};
use windows_sys::Win32::Security::{DACL_SECURITY_INFORMATION, SetFileSecurityW};
use windows_sys::Win32::Storage::FileSystem::FILE_ATTRIBUTE_HIDDEN;
use windows_sys::Win32::System::Console::{FreeConsole, GetConsoleProcessList};
use windows_sys::Win32::UI::WindowsAndMessaging::{MB_ICONERROR, MessageBoxW};

pub(crate) use text::{text, wide};

pub(super) fn leave_own_console() {
    if programs_in_console() == 1 {
        // SAFETY: a process may leave its console at any time.
        unsafe { FreeConsole() };
    }
}

pub(super) fn show_without_console(words: &str) {
    if programs_in_console() > 1 {
        return;
    }
    let (words, title) = (wide(words), wide("Joinbench"));
    // SAFETY: both texts end in a zero, and no window is named.
    unsafe { MessageBoxW(ptr::null_mut(), words.as_ptr(), title.as_ptr(), MB_ICONERROR) };
}

pub(super) fn is_hidden(path: &Path) -> bool {
    let dotted = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
    let marked = |about: Metadata| about.file_attributes() & FILE_ATTRIBUTE_HIDDEN != 0;
    dotted || path.metadata().is_ok_and(marked)
}

/// None without a console, one in a console that was opened for this program,
/// more where a shell shares its own.
fn programs_in_console() -> u32 {
    let mut programs = [0; 2];
    // SAFETY: the list is as long as the call is told. Where it is too short,
    // the call still gives the true number.
    unsafe { GetConsoleProcessList(programs.as_mut_ptr(), 2) }
}

pub(super) fn keep_for_owner(path: &Path) -> io::Result<()> {
    let owner = user::sid().ok_or(io::ErrorKind::Unsupported)?;
    // Nothing of the folder's rights; everything for the system, for
    // administrators and for the owner.
    let rights = wide(&format!("D:P(A;;FA;;;SY)(A;;FA;;;BA)(A;;FA;;;{owner})"));
    let mut descriptor = ptr::null_mut();
    // SAFETY: the text ends in a zero, and the pointer outlives the call.
    let made = unsafe {
        ConvertStringSecurityDescriptorToSecurityDescriptorW(
            rights.as_ptr(),
            SDDL_REVISION_1,
            &raw mut descriptor,
            ptr::null_mut(),
        )
    };
    if made == 0 {
        return Err(io::Error::last_os_error());
    }
    let path = text::wide_path(path);
    // SAFETY: the path ends in a zero, and the call before gave the descriptor.
    let set = unsafe { SetFileSecurityW(path.as_ptr(), DACL_SECURITY_INFORMATION, descriptor) };
    let outcome = if set == 0 { Err(io::Error::last_os_error()) } else { Ok(()) };
    // SAFETY: the call before allocated the descriptor, which is not used again.
    unsafe { LocalFree(descriptor) };
    outcome
}
