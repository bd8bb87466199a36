//! What can be wrong with a hash. No message quotes it.

/// Why a text gives no hardware hash.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum HashFault {
    #[error(
        "This is not an Autopilot hardware hash. Copy the whole value of the column Hardware \
         Hash; it begins with T0."
    )]
    NotAHash,
    #[error("The hardware hash is damaged: {0}. Take it from the device again.")]
    Damaged(Damage),
    #[error(
        "The console cut this hardware hash off. Write it to a file, which \
         Get-WindowsAutopilotInfo does with -OutputFile."
    )]
    CutOff,
}

/// What happened to a hash on its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Damage {
    #[error("a character in it is not base64")]
    Base64,
    #[error("its end is missing")]
    CutShort,
    #[error("something follows its end")]
    Tail,
    #[error("its checksum is missing or misplaced")]
    Trailer,
    #[error("its checksum does not match its content")]
    Checksum,
    #[error("its records do not add up")]
    Records,
}

impl HashFault {
    /// The word for scripts: `damaged` or `not-a-hash`.
    #[must_use]
    pub const fn state(self) -> &'static str {
        match self {
            Self::NotAHash | Self::CutOff => "not-a-hash",
            Self::Damaged(_) => "damaged",
        }
    }
}
