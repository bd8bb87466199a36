<#
    Joinbench capture for Windows PowerShell 5.1 and PowerShell 7.

    Collects what decides whether this device can join Microsoft Entra ID, and
    writes it into one JSON file. It changes nothing, sends nothing, and needs
    no administrator; what only an administrator may see is listed as such. It
    keeps no key, no password, no hardware hash and no name of a person.

    powershell -ExecutionPolicy Bypass -File joinbench-capture.ps1
#>
[CmdletBinding()]
param(
    # The file to write; otherwise one beside this script, or in the temporary folder.
    [string] $To = '',

    # Prints the JSON instead of writing a file.
    [switch] $Show
)

Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'
# A damaged WMI would otherwise be waited for without an end.
$PSDefaultParameterValues = @{ 'Get-CimInstance:OperationTimeoutSec' = 30 }

if ($ExecutionContext.SessionState.LanguageMode -ne 'FullLanguage') {
    Write-Warning 'PowerShell is restricted on this device. Use joinbench-capture.cmd instead.'
    exit 1
}

$values = [ordered] @{}
$notSeen = [ordered] @{}
$identity = [Security.Principal.WindowsIdentity]::GetCurrent()
$principal = [Security.Principal.WindowsPrincipal] $identity
$elevated = $principal.IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator)

# The 64-bit registry and tools, also from a 32-bit PowerShell.
$machine = [Microsoft.Win32.RegistryKey]::OpenBaseKey('LocalMachine', 'Registry64')
$system = Join-Path -Path $env:windir -ChildPath 'System32'
if ([Environment]::Is64BitOperatingSystem -and -not [Environment]::Is64BitProcess) {
    $system = Join-Path -Path $env:windir -ChildPath 'Sysnative'
}

# Keeps what $Read gives under $Key. A later source serves only where the
# earlier ones gave nothing.
function Add-Value {
    param([string] $Key, [string] $From, [scriptblock] $Read)
    if ($values.Contains($Key)) { return }
    $why = 'not-there'
    $text = ''
    try {
        $found = & $Read
        if ($null -ne $found) { $text = ([string] $found).Trim() }
    }
    catch {
        $cause = $_.Exception.GetBaseException()
        $denied = $cause -is [UnauthorizedAccessException] -or
            $cause -is [Security.SecurityException] -or
            [string] $_.CategoryInfo.Category -eq 'PermissionDenied'
        if ($denied -and -not $elevated) { $why = 'administrator' }
    }
    if ($text.Length -gt 0) {
        $values[$Key] = [ordered] @{ value = $text; from = $From }
        $notSeen.Remove($Key)
    }
    elseif (-not $notSeen.Contains($Key) -or $why -eq 'administrator') {
        $notSeen[$Key] = $why
    }
}

function Get-RegistryValue {
    param([string] $Path, [string] $Name)
    $opened = $machine.OpenSubKey($Path)
    if ($null -eq $opened) { return $null }
    try { return $opened.GetValue($Name) } finally { $opened.Close() }
}

function Add-RegistryValue {
    param([string] $Key, [string] $Path, [string] $Name)
    Add-Value $Key "registry HKLM\$Path $Name" { Get-RegistryValue $Path $Name }
}

# The rows `Name : value` that a tool prints; of equal names the first counts.
function Get-Row {
    param([string] $Tool, [string] $Argument)
    $ErrorActionPreference = 'Continue'
    $rows = @{}
    $program = Join-Path -Path $system -ChildPath $Tool
    if (-not (Test-Path -LiteralPath $program)) { return $rows }
    # A tool that a policy blocks gives no rows, and stops nothing.
    try { $lines = @(& $program $Argument 2>$null) } catch { return $rows }
    foreach ($line in $lines) {
        if ([string] $line -match '^[\s-]*([^:]+?)\s*:\s*(.*?)\s*$') {
            $name = $Matches[1]
            if (-not $rows.ContainsKey($name)) { $rows[$name] = $Matches[2] }
        }
    }
    return $rows
}

function Add-Row {
    param([string] $Key, [hashtable] $Rows, [string] $Command, [string] $Name)
    Add-Value $Key "$Command, $Name" { $Rows[$Name] }
}

# Identity.
$bios = 'HARDWARE\DESCRIPTION\System\BIOS'
Add-Value 'taken_at' 'the clock of this device' {
    [DateTime]::UtcNow.ToString('yyyy-MM-ddTHH:mm:ssZ', [Globalization.CultureInfo]::InvariantCulture)
}
Add-Value 'hostname' 'environment COMPUTERNAME' { $env:COMPUTERNAME }
Add-RegistryValue 'manufacturer' $bios 'SystemManufacturer'
Add-RegistryValue 'model' $bios 'SystemProductName'
Add-RegistryValue 'sku_number' $bios 'SystemSKU'
Add-Value 'serial' 'Win32_BIOS SerialNumber' {
    (Get-CimInstance -ClassName Win32_BIOS).SerialNumber
}
Add-Value 'uuid' 'Win32_ComputerSystemProduct UUID' {
    (Get-CimInstance -ClassName Win32_ComputerSystemProduct).UUID
}
Add-RegistryValue 'uuid' 'SYSTEM\HardwareConfig' 'LastConfig'
Add-Value 'chassis_type' 'Win32_SystemEnclosure ChassisTypes' {
    @((Get-CimInstance -ClassName Win32_SystemEnclosure).ChassisTypes)[0]
}
# Every virtual machine of Azure has this asset tag.
Add-Value 'azure_machine' 'Win32_SystemEnclosure SMBIOSAssetTag' {
    $tag = [string] (@(Get-CimInstance -ClassName Win32_SystemEnclosure)[0]).SMBIOSAssetTag
    $tag.Trim() -eq '7783-7084-3265-9085-8269-3286-77'
}

# Windows.
$windows = 'SOFTWARE\Microsoft\Windows NT\CurrentVersion'
Add-RegistryValue 'architecture' 'SYSTEM\CurrentControlSet\Control\Session Manager\Environment' 'PROCESSOR_ARCHITECTURE'
Add-RegistryValue 'edition_id' $windows 'EditionID'
Add-RegistryValue 'installation_type' $windows 'InstallationType'
Add-RegistryValue 'build' $windows 'CurrentBuildNumber'
Add-RegistryValue 'revision' $windows 'UBR'
Add-RegistryValue 'release' $windows 'DisplayVersion'
Add-RegistryValue 'release' $windows 'ReleaseId'
Add-Value 'sku' 'Win32_OperatingSystem OperatingSystemSKU' {
    (Get-CimInstance -ClassName Win32_OperatingSystem).OperatingSystemSKU
}
# Only the group of the product key, never the whole product ID.
Add-Value 'product_id_group' "registry HKLM\$windows ProductId, its first seven characters" {
    $id = [string] (Get-RegistryValue $windows 'ProductId')
    if ($id.Length -gt 7) { $id.Substring(0, 7) }
}
Add-RegistryValue 's_mode' 'SYSTEM\CurrentControlSet\Control\CI\Policy' 'SkuPolicyRequired'
Add-RegistryValue 'oobe_in_progress' 'SYSTEM\Setup' 'OOBEInProgress'

# Hardware.
$processor = 'HARDWARE\DESCRIPTION\System\CentralProcessor\0'
Add-RegistryValue 'cpu_name' $processor 'ProcessorNameString'
Add-RegistryValue 'cpu_identifier' $processor 'Identifier'
Add-RegistryValue 'cpu_vendor' $processor 'VendorIdentifier'
Add-RegistryValue 'cpu_mhz' $processor '~MHz'
Add-Value 'cpu_cores' 'Win32_Processor NumberOfCores' {
    (Get-CimInstance -ClassName Win32_Processor | Measure-Object -Property NumberOfCores -Sum).Sum
}
Add-Value 'cpu_threads' 'Win32_Processor NumberOfLogicalProcessors' {
    (Get-CimInstance -ClassName Win32_Processor | Measure-Object -Property NumberOfLogicalProcessors -Sum).Sum
}
Add-Value 'memory_bytes' 'Win32_PhysicalMemory Capacity' {
    (Get-CimInstance -ClassName Win32_PhysicalMemory | Measure-Object -Property Capacity -Sum).Sum
}
Add-Value 'memory_bytes' 'Win32_ComputerSystem TotalPhysicalMemory' {
    (Get-CimInstance -ClassName Win32_ComputerSystem).TotalPhysicalMemory
}
Add-Value 'system_volume_bytes' "Win32_LogicalDisk $env:SystemDrive Size" {
    (Get-CimInstance -ClassName Win32_LogicalDisk -Filter "DeviceID='$env:SystemDrive'").Size
}

# Firmware and security chip.
Add-Value 'firmware' 'environment firmware_type' { $env:firmware_type }
Add-RegistryValue 'firmware' 'SYSTEM\CurrentControlSet\Control' 'PEFirmwareType'
Add-RegistryValue 'secure_boot' 'SYSTEM\CurrentControlSet\Control\SecureBoot\State' 'UEFISecureBootEnabled'
$tpmtool = 'tpmtool getdeviceinformation'
$rows = Get-Row 'tpmtool.exe' 'getdeviceinformation'
Add-Row 'tpm_present' $rows $tpmtool 'TPM Present'
Add-Row 'tpm_version' $rows $tpmtool 'TPM Version'
Add-Row 'tpm_vendor' $rows $tpmtool 'TPM Manufacturer ID'
Add-Row 'tpm_firmware' $rows $tpmtool 'TPM Manufacturer Version'
Add-Row 'tpm_attests' $rows $tpmtool 'Is Capable For Attestation'
Add-Row 'tpm_vulnerable' $rows $tpmtool 'TPM Has Vulnerable Firmware'
$tpm = @{ Namespace = 'root/cimv2/Security/MicrosoftTpm'; ClassName = 'Win32_Tpm' }
Add-Value 'tpm_version' 'Win32_Tpm SpecVersion' { (Get-CimInstance @tpm).SpecVersion }
Add-Value 'tpm_vendor' 'Win32_Tpm ManufacturerIdTxt' { (Get-CimInstance @tpm).ManufacturerIdTxt }
Add-Value 'tpm_firmware' 'Win32_Tpm ManufacturerVersion' { (Get-CimInstance @tpm).ManufacturerVersion }

# Connection.
$dsregcmd = 'dsregcmd /status'
$rows = Get-Row 'dsregcmd.exe' '/status'
Add-Row 'entra_joined' $rows $dsregcmd 'AzureAdJoined'
Add-Row 'domain_joined' $rows $dsregcmd 'DomainJoined'
Add-Row 'domain' $rows $dsregcmd 'DomainName'
Add-Row 'entra_registered' $rows $dsregcmd 'WorkplaceJoined'
Add-Row 'tenant_id' $rows $dsregcmd 'TenantId'
Add-Row 'device_id' $rows $dsregcmd 'DeviceId'
Add-Row 'mdm_url' $rows $dsregcmd 'MdmUrl'
# Who manages the device, by the names that the management programs give themselves.
Add-Value 'mdm_providers' 'registry HKLM\SOFTWARE\Microsoft\Enrollments ProviderID' {
    $all = $machine.OpenSubKey('SOFTWARE\Microsoft\Enrollments')
    if ($null -eq $all) { return 'none' }
    $names = foreach ($name in $all.GetSubKeyNames()) {
        $one = $all.OpenSubKey($name)
        if ($null -ne $one -and $one.GetValue('EnrollmentState') -eq 1) { $one.GetValue('ProviderID') }
    }
    $names = @($names | Where-Object { $_ } | Sort-Object -Unique)
    if ($names.Count -gt 0) { $names -join ',' } else { 'none' }
}
Add-Value 'intune_pc_client' 'folder Microsoft\OnlineManagement\Common of the program files' {
    Test-Path -LiteralPath (Join-Path -Path $env:ProgramFiles -ChildPath 'Microsoft\OnlineManagement\Common')
}

# What kind of account this runs as, without its name.
$sid = $identity.User.Value
Add-Value 'session_account' 'whoami /groups' {
    $groups = @(& (Join-Path -Path $system -ChildPath 'whoami.exe') /groups)
    if ($sid -eq 'S-1-5-18') { 'system' }
    elseif ($sid.StartsWith('S-1-5-21-') -and $sid.EndsWith('-500')) { 'built-in-administrator' }
    elseif (@($groups -match 'S-1-5-32-544').Count -gt 0) { 'administrator' }
    else { 'standard' }
}
Add-Value 'user_is_entra' 'whoami /user' {
    if ($sid -ne 'S-1-5-18') { $sid.StartsWith('S-1-12-1-') }
}

$document = [ordered] @{
    format   = 'joinbench-capture'
    schema   = 1
    script   = 'powershell'
    elevated = $elevated
    values   = $values
    not_seen = $notSeen
}
$json = ConvertTo-Json -InputObject $document -Depth 5

if ($Show) {
    Write-Output $json
    exit 0
}

$name = "joinbench-capture-$env:COMPUTERNAME.json"
$places = @($To)
if ($To.Length -eq 0) {
    $places = @($PSScriptRoot, $env:TEMP | Where-Object { $_ } | ForEach-Object { Join-Path -Path $_ -ChildPath $name })
}
foreach ($place in $places) {
    try {
        $whole = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($place)
        [IO.File]::WriteAllText($whole, $json, (New-Object -TypeName System.Text.UTF8Encoding -ArgumentList $false))
    }
    catch {
        Write-Warning "$place could not be written."
        continue
    }
    Write-Output "$($values.Count) values are in $whole"
    if (@($notSeen.Values) -contains 'administrator') {
        Write-Output 'Run it as an administrator to see more of the security chip.'
    }
    exit 0
}
exit 1
