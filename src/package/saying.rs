//! What can be said about a field; the sentences stand in `wizard/package/problems.ron`.

use super::ids::ids;

ids! {
    /// One sentence about a field.
    pub enum Saying;

    NothingSet "nothing_set";
    ControlCharacter "control_character";
    NameMissing "name_missing";
    NameTooLong "name_too_long";
    VersionShape "version_shape";
    RankRange "rank_range";

    DeviceNameMissing "device_name_missing";
    DeviceNameCharacter "device_name_character";
    DeviceNameMacro "device_name_macro";
    DeviceNameRandomDigits "device_name_random_digits";
    DeviceNameSerialTwice "device_name_serial_twice";
    DeviceNameTooLong "device_name_too_long";
    DeviceNameNoRoomForSerial "device_name_no_room_for_serial";
    DeviceNameAllDigits "device_name_all_digits";
    DeviceNameSerialCharacter "device_name_serial_character";
    DeviceNameEdgeHyphen "device_name_edge_hyphen";
    DnsNameShortened "dns_name_shortened";

    AuthorityAddress "authority_address";
    TokenBlank "token_blank";
    TokenDateUnknown "token_date_unknown";
    TokenExpired "token_expired";
    TokenEndsToday "token_ends_today";
    TokenEndsTomorrow "token_ends_tomorrow";
    TokenExpiresSoon "token_expires_soon";
    TokenTooLong "token_too_long";
    NoLocalAdmin "no_local_admin";

    SsidMissing "ssid_missing";
    SsidTooLong "ssid_too_long";
    WepIsWeak "wep_is_weak";
    PassphraseLength "passphrase_length";
    PassphraseHex "passphrase_hex";
    PassphraseAscii "passphrase_ascii";
    WepKeyShape "wep_key_shape";

    AdminNameMissing "admin_name_missing";
    AdminNameTooLong "admin_name_too_long";
    AdminNameCharacter "admin_name_character";
    AdminNameDots "admin_name_dots";
    AdminNameIsDeviceName "admin_name_is_device_name";

    ProductKeyShape "product_key_shape";
    HideOobeWithoutAccount "hide_oobe_without_account";
    SecretMissing "secret_missing";
}
