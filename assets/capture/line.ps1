# The short form of joinbench-capture.ps1, small enough for a QR code: the same
# file, without the sources and without what few devices need. Its lines are
# joined into one, so each ends where a statement may go on.
$r=@{};
@(dsregcmd /status)+@(tpmtool getdeviceinformation)|ForEach-Object{if($_ -match '^[\s-]*([^:]+?)\s*:\s*(.*)$'){if(!$r[$matches[1]]){$r[$matches[1]]=$matches[2]}}};
$w=Get-ItemProperty 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion';
$b=Get-ItemProperty 'HKLM:\HARDWARE\DESCRIPTION\System\BIOS';
$p=Get-ItemProperty 'HKLM:\HARDWARE\DESCRIPTION\System\CentralProcessor\0';
$c='HKLM:\SYSTEM\CurrentControlSet\Control';
$m=Get-CimInstance Win32_ComputerSystem;
@{format='joinbench-capture';schema=1;script='line';values=@{
hostname=$m.Name;
manufacturer=$b.SystemManufacturer;
model=$b.SystemProductName;
serial=(Get-CimInstance Win32_BIOS).SerialNumber;
architecture=$env:PROCESSOR_ARCHITECTURE;
edition_id=$w.EditionID;
installation_type=$w.InstallationType;
build=$w.CurrentBuildNumber;
revision=$w.UBR;
s_mode=(Get-ItemProperty "$c\CI\Policy").SkuPolicyRequired;
cpu_name=$p.ProcessorNameString;
cpu_identifier=$p.Identifier;
cpu_vendor=$p.VendorIdentifier;
cpu_mhz=$p.'~MHz';
cpu_threads=$m.NumberOfLogicalProcessors;
memory_bytes=$m.TotalPhysicalMemory;
system_volume_bytes=(Get-CimInstance Win32_LogicalDisk -Filter 'DeviceID="C:"').Size;
firmware=$env:firmware_type;
secure_boot=(Get-ItemProperty "$c\SecureBoot\State").UEFISecureBootEnabled;
tpm_present=$r.'TPM Present';
tpm_version=$r.'TPM Version';
tpm_vendor=$r.'TPM Manufacturer ID';
tpm_firmware=$r.'TPM Manufacturer Version';
tpm_attests=$r.'Is Capable For Attestation';
tpm_vulnerable=$r.'TPM Has Vulnerable Firmware';
entra_joined=$r.AzureAdJoined;
domain_joined=$r.DomainJoined;
entra_registered=$r.WorkplaceJoined;
tenant_id=$r.TenantId
}}|ConvertTo-Json|Out-File 'joinbench-capture.json';
Convert-Path 'joinbench-capture.json'
