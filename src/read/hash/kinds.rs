//! The kinds of records, as real hashes have them; others are skipped.

/// Versions of the tool and of Windows, kind of Windows, architecture.
pub(super) const TOOL: u8 = 1;
pub(super) const PROCESSOR: u8 = 2;
pub(super) const PROCESSOR_MAKER: u8 = 3;
pub(super) const PROCESSOR_NAME: u8 = 4;
pub(super) const MEMORY: u8 = 5;
pub(super) const DISK: u8 = 6;
pub(super) const DISK_SERIAL: u8 = 7;
pub(super) const NETWORK: u8 = 8;
pub(super) const SCREEN: u8 = 9;
pub(super) const CHASSIS: u8 = 10;
/// What Windows made the device's id from while it was offline.
pub(super) const OFFLINE_ID: u8 = 11;
pub(super) const UUID: u8 = 12;
pub(super) const TPM: u8 = 13;
pub(super) const SERIAL: u8 = 14;
pub(super) const FIRMWARE_VENDOR: u8 = 15;
pub(super) const MAKER: u8 = 16;
pub(super) const PRODUCT: u8 = 17;
pub(super) const SKU: u8 = 18;
pub(super) const FAMILY: u8 = 19;
pub(super) const BOARD_MAKER: u8 = 20;
pub(super) const BOARD_PRODUCT: u8 = 21;
pub(super) const BOARD_VERSION: u8 = 22;
pub(super) const SYSTEM_VERSION: u8 = 23;
/// The group of the product key in the firmware and nine digits of its serial.
pub(super) const PRODUCT_KEY: u8 = 24;
/// The TPM's public endorsement key.
pub(super) const ENDORSEMENT_KEY: u8 = 25;
pub(super) const KEY_PART: u8 = 26;
pub(super) const DISK_MODEL: u8 = 28;
/// UTF-16, unlike every other text.
pub(super) const GRAPHICS_NAME: u8 = 30;

/// In [`OFFLINE_ID`]: made from the TPM's endorsement key.
pub(super) const ID_FROM_TPM: u8 = 1;
/// In [`OFFLINE_ID`]: made from that key as a firmware variable keeps it.
pub(super) const ID_FROM_FIRMWARE: u8 = 2;
