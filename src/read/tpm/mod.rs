//! What the security chip and the firmware say: `tpmtool`, `Get-Tpm` and
//! `Confirm-SecureBootUEFI`.

mod get_tpm;
mod secure_boot;
mod tpmtool;

pub(super) use get_tpm::READER as GET_TPM;
pub(super) use secure_boot::READER as SECURE_BOOT;
pub(super) use tpmtool::READER as TPMTOOL;

/// `True` or `False`, in any case.
pub(super) fn truth(value: &str) -> Option<bool> {
    match value.trim().to_ascii_lowercase().as_str() {
        "true" => Some(true),
        "false" => Some(false),
        _ => None,
    }
}

/// The id of a maker: up to four letters, filled up with NULs or blanks.
pub(crate) fn vendor(value: &str) -> Option<String> {
    let id: String = value.chars().filter(|c| !c.is_control()).collect();
    let id = id.trim();
    let plain = (2..=4).contains(&id.len()) && id.chars().all(|c| c.is_ascii_alphanumeric());
    plain.then(|| id.to_owned())
}

/// Whether a text is a version of firmware, and no remark such as `Not Supported`.
pub(super) fn is_version(raw: &str) -> bool {
    !raw.trim().is_empty() && raw.trim().chars().all(|c| c.is_ascii_digit() || c == '.')
}
