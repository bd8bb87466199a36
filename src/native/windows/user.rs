//! Whoever runs this program.

use std::ptr;

use windows_sys::Win32::Foundation::{CloseHandle, HANDLE, LocalFree};
use windows_sys::Win32::Security::Authorization::ConvertSidToStringSidW;
use windows_sys::Win32::Security::{
    GetTokenInformation, IsWellKnownSid, PSID, SID_AND_ATTRIBUTES, TOKEN_GROUPS,
    TOKEN_INFORMATION_CLASS, TOKEN_QUERY, TOKEN_USER, TokenGroups, TokenUser,
    WinBuiltinAdministratorsSid,
};
use windows_sys::Win32::System::Threading::{GetCurrentProcess, OpenProcessToken};

use super::text;

/// The SID of the account.
pub(crate) fn sid() -> Option<String> {
    let room = told(TokenUser)?;
    // SAFETY: the call wrote a user to the start of the room, which is aligned
    // for it; its SID lies in the same room.
    unsafe { spelled(room.as_ptr().cast::<TOKEN_USER>().read().User.Sid) }
}

/// Whether the account is one of the administrators, also where it does not
/// use these rights now.
pub(crate) fn is_administrator() -> Option<bool> {
    let room = told(TokenGroups)?;
    let groups = room.as_ptr().cast::<TOKEN_GROUPS>();
    // SAFETY: the call wrote the groups to the start of the room, which is
    // aligned for them: their number, and then as many of them.
    let groups: &[SID_AND_ATTRIBUTES] = unsafe {
        let count = usize::try_from((*groups).GroupCount).ok()?;
        std::slice::from_raw_parts((&raw const (*groups).Groups).cast(), count)
    };
    // SAFETY: the SID of each group lies in the same room.
    let is_admins = |sid| unsafe { IsWellKnownSid(sid, WinBuiltinAdministratorsSid) } != 0;
    Some(groups.iter().any(|group| is_admins(group.Sid)))
}

/// What the token of this process says, in room that is aligned for any of it.
fn told(class: TOKEN_INFORMATION_CLASS) -> Option<Vec<u64>> {
    let mut token: HANDLE = ptr::null_mut();
    // SAFETY: the handle of this process is always good, and the token outlives the call.
    let opened = unsafe { OpenProcessToken(GetCurrentProcess(), TOKEN_QUERY, &raw mut token) };
    (opened != 0).then_some(())?;
    let told = told_by(token, class);
    // SAFETY: the token was opened above and is not used again.
    unsafe { CloseHandle(token) };
    told
}

fn told_by(token: HANDLE, class: TOKEN_INFORMATION_CLASS) -> Option<Vec<u64>> {
    let mut size = 0;
    // SAFETY: without room the call only tells the size.
    unsafe { GetTokenInformation(token, class, ptr::null_mut(), 0, &raw mut size) };
    let mut room = vec![0_u64; usize::try_from(size).ok()?.div_ceil(size_of::<u64>())];
    // SAFETY: the room is at least as long as the call is told.
    let written =
        unsafe { GetTokenInformation(token, class, room.as_mut_ptr().cast(), size, &raw mut size) };
    (written != 0 && !room.is_empty()).then_some(room)
}

/// # Safety
/// The SID is one that Windows gave.
unsafe fn spelled(sid: PSID) -> Option<String> {
    let mut letters = ptr::null_mut();
    // SAFETY: the SID is good, and the pointer outlives the call.
    let written = unsafe { ConvertSidToStringSidW(sid, &raw mut letters) };
    (written != 0).then_some(())?;
    // SAFETY: the call gave a text that ends in a zero.
    let spelled = unsafe { text(letters) };
    // SAFETY: the text was allocated by the call and is not used again.
    unsafe { LocalFree(letters.cast()) };
    spelled
}
