//! The fields of a device, as the command line and the rules name them.

use super::key::keys;
use super::value::{Kind, Unit};

const COUNT: Kind = Kind::Number { unit: Unit::None, slack: 0 };

keys! {
    /// One field of a device. Units stand in the ids.
    pub enum Field("a field of a device");

    Hostname "hostname" Kind::Text;
    Manufacturer "manufacturer" Kind::Text;
    Model "model" Kind::Text;
    SkuNumber "sku_number" Kind::Text;
    Serial "serial" Kind::Text;
    Uuid "uuid" Kind::Text;
    Chassis "chassis" Kind::Text;
    Architecture "architecture" Kind::Choice(&["x64", "arm64", "x86"]);
    /// The EditionID of the registry, for example `Professional`.
    EditionId "edition_id" Kind::Text;
    /// The number Windows gives the edition (`OperatingSystemSKU`).
    Sku "sku" COUNT;
    InstallationType "installation_type" Kind::Choice(&["Client", "Server", "Server Core"]);
    SMode "s_mode" Kind::YesNo;
    Build "build" COUNT;
    Revision "revision" COUNT;
    Release "release" Kind::Text;
    MemoryMb "memory_mb" Kind::Number { unit: Unit::Megabytes, slack: 10 };
    StorageBytes "storage_bytes" Kind::Number { unit: Unit::Bytes, slack: 15 };
    StorageKind "storage_kind" Kind::Choice(&["system-volume", "disk"]);
    CpuName "cpu_name" Kind::Text;
    CpuVendor "cpu_vendor" Kind::Text;
    CpuFamily "cpu_family" COUNT;
    CpuModel "cpu_model" COUNT;
    CpuStepping "cpu_stepping" COUNT;
    CpuCores "cpu_cores" COUNT;
    CpuThreads "cpu_threads" COUNT;
    CpuMhz "cpu_mhz" Kind::Number { unit: Unit::Megahertz, slack: 15 };
    TpmVersion "tpm_version" Kind::Choice(&["2.0", "1.2", "none"]);
    TpmVendor "tpm_vendor" Kind::Text;
    TpmFirmware "tpm_firmware" Kind::Text;
    TpmFips "tpm_fips" Kind::YesNo;
    /// Whether the TPM says that it can attest the device.
    TpmAttests "tpm_attests" Kind::YesNo;
    /// Whether the TPM says that its firmware has a known weakness.
    TpmVulnerable "tpm_vulnerable" Kind::YesNo;
    Firmware "firmware" Kind::Choice(&["uefi", "bios"]);
    SecureBoot "secure_boot" Kind::Choice(&["on", "off", "unsupported"]);
    SecureBootCapable "secure_boot_capable" Kind::YesNo;
    VirtualMachine "virtual_machine" Kind::YesNo;
    DomainJoined "domain_joined" Kind::YesNo;
    Domain "domain" Kind::Text;
    EntraJoined "entra_joined" Kind::YesNo;
    EntraRegistered "entra_registered" Kind::YesNo;
    MdmEnrolled "mdm_enrolled" Kind::YesNo;
    MdmUrl "mdm_url" Kind::Text;
    TenantId "tenant_id" Kind::Text;
    DeviceId "device_id" Kind::Text;
    UserIsEntra "user_is_entra" Kind::YesNo;
    KeyGroup "key_group" COUNT;
    HashState "hash_state" Kind::Choice(&["ok", "damaged"]);
    /// The serial number inside the hardware hash.
    HashSerial "hash_serial" Kind::Text;
    ObservedAt "observed_at" Kind::Text;
    /// Whether the device still shows its first screens or is in use already.
    SetupState "setup_state" Kind::Choice(&["new", "in-use"]);
    /// Who is signed in while the device is joined.
    SessionUser "session_user"
        Kind::Choice(&["standard", "administrator", "built-in-administrator"]);
    /// Whether Windows was installed afresh or from an image of another, connected machine.
    ImageOrigin "image_origin" Kind::Choice(&["clean", "captured"]);
    /// What a virtual machine runs on.
    VmPlatform "vm_platform"
        Kind::Choice(&["none", "azure", "avd", "windows-365", "amazon-workspaces", "other"]);
    /// Whether a virtual desktop keeps its disk between sessions.
    VmPersistent "vm_persistent" Kind::YesNo;
    /// Whether the retired Intune client for PCs is still installed.
    LegacyAgent "legacy_agent" Kind::YesNo;
    /// The group tag of Windows Autopilot.
    GroupTag "group_tag" Kind::Text;
    /// The user principal name of whom the device is for.
    AssignedUser "assigned_user" Kind::Text;
}
