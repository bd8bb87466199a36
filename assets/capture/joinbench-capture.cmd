@echo off
rem Joinbench capture for the command prompt.
rem
rem Collects what decides whether this device can join Microsoft Entra ID, and
rem writes it into one JSON file. For devices where PowerShell is blocked, and
rem for the first screens of a new device: Shift+F10, then the drive and name of
rem this file. It changes nothing, sends nothing, and needs no administrator. It
rem keeps no key, no password, no hardware hash and no name of a person.
rem
rem joinbench-capture.cmd [FILE]

rem Values are read without delayed expansion, so that ! and ^ stay as they are.
setlocal EnableExtensions DisableDelayedExpansion
rem Sysnative is there for a prompt of 32 bits only, which finds its own tools in System32.
set "path=%SystemRoot%\Sysnative;%SystemRoot%\System32;%SystemRoot%\System32\wbem;%SystemRoot%\System32\WindowsPowerShell\v1.0;%path%"

set "elevated=false"
whoami /groups 2>nul | findstr /c:"S-1-16-12288" /c:"S-1-16-16384" >nul && set "elevated=true"

set "to=%~1"
if not defined to set "to=%~dp0joinbench-capture-%COMPUTERNAME%.json"
copy /y nul "%to%" >nul 2>nul || set "to=%TEMP%\joinbench-capture-%COMPUTERNAME%.json"
>"%to%" echo {
>>"%to%" echo   "format": "joinbench-capture",
>>"%to%" echo   "schema": 1,
>>"%to%" echo   "script": "cmd",
>>"%to%" echo   "elevated": %elevated%,
>>"%to%" echo   "values": {
set "comma= "
set "missed="

rem Identity.
set "bios=HKLM\HARDWARE\DESCRIPTION\System\BIOS"
call :put hostname "environment COMPUTERNAME" COMPUTERNAME
call :registry manufacturer "%bios%" SystemManufacturer
call :registry model "%bios%" SystemProductName
call :registry sku_number "%bios%" SystemSKU
call :wmic bios SerialNumber Win32_BIOS
call :put serial "Win32_BIOS SerialNumber"
call :registry uuid "HKLM\SYSTEM\HardwareConfig" LastConfig
call :registry chassis_type "HKLM\SYSTEM\HardwareConfig\Current" EnclosureType

rem Windows.
set "windows=HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion"
call :registry architecture "HKLM\SYSTEM\CurrentControlSet\Control\Session Manager\Environment" PROCESSOR_ARCHITECTURE
call :registry edition_id "%windows%" EditionID
call :registry installation_type "%windows%" InstallationType
call :registry build "%windows%" CurrentBuildNumber
call :registry revision "%windows%" UBR
call :read "%windows%" DisplayVersion
if not defined raw call :read "%windows%" ReleaseId
call :put release "registry %windows% DisplayVersion or ReleaseId"
call :wmic os OperatingSystemSKU Win32_OperatingSystem
call :put sku "Win32_OperatingSystem OperatingSystemSKU"
rem Only the group of the product key, never the whole product ID.
call :read "%windows%" ProductId
if defined raw set "raw=%raw:~0,7%"
call :put product_id_group "registry %windows% ProductId, its first seven characters"
call :registry s_mode "HKLM\SYSTEM\CurrentControlSet\Control\CI\Policy" SkuPolicyRequired
call :registry oobe_in_progress "HKLM\SYSTEM\Setup" OOBEInProgress

rem Hardware.
set "processor=HKLM\HARDWARE\DESCRIPTION\System\CentralProcessor\0"
call :registry cpu_name "%processor%" ProcessorNameString
call :registry cpu_identifier "%processor%" Identifier
call :registry cpu_vendor "%processor%" VendorIdentifier
call :registry cpu_mhz "%processor%" ~MHz
call :wmic cpu NumberOfCores Win32_Processor
call :put cpu_cores "Win32_Processor NumberOfCores"
call :put cpu_threads "environment NUMBER_OF_PROCESSORS" NUMBER_OF_PROCESSORS
call :systeminfo
call :volume

rem Firmware and security chip.
set "raw=%firmware_type%"
if not defined raw call :read "HKLM\SYSTEM\CurrentControlSet\Control" PEFirmwareType
call :put firmware "environment firmware_type or registry PEFirmwareType"
call :registry secure_boot "HKLM\SYSTEM\CurrentControlSet\Control\SecureBoot\State" UEFISecureBootEnabled
call :tpmtool

rem Connection.
call :dsregcmd
call :providers
set "raw=False"
if exist "%ProgramFiles%\Microsoft\OnlineManagement\Common\" set "raw=True"
call :put intune_pc_client "folder Microsoft\OnlineManagement\Common of the program files"
call :account

>>"%to%" echo   },
>>"%to%" echo   "not_seen": {
set "comma= "
for %%K in (%missed%) do call :miss %%K
>>"%to%" echo   }
>>"%to%" echo }
if not exist "%to%" (
    echo "%to%" could not be written.
    exit /b 1
)
echo The values are in "%to%"
exit /b 0

rem -- Writes the variable %3, else %raw%, under the key %1 with its source %2, or
rem -- notes that it is missing. The value is never part of a line that is parsed.
:put
set "of=%~3"
if not defined of set "of=raw"
if not defined %of% (
    set "missed=%missed% %~1"
    exit /b 0
)
set "from=%~2"
setlocal EnableDelayedExpansion
set "raw=!%of%!"
set "raw=!raw:\=\\!"
set "raw=!raw:"=\"!"
rem The blank between the colon and the equals sign is a tab.
set "raw=!raw:	= !"
set "from=!from:\=\\!"
>>"!to!" echo   !comma! "%~1": {"value": "!raw!", "from": "!from!"}
endlocal
set "comma=,"
exit /b 0

rem -- Notes why the key %1 was not seen.
:miss
set "why=not-there"
set "name=%~1"
if "%elevated%"=="false" if "%name:~0,4%"=="tpm_" set "why=administrator"
if "%elevated%"=="false" if "%name%"=="system_volume_bytes" set "why=administrator"
>>"%to%" echo   %comma% "%name%": "%why%"
set "comma=,"
exit /b 0

rem -- Reads the value %2 of the registry key %1 into %raw%.
:read
set "raw="
for /f "tokens=1,2,*" %%A in ('reg query "%~1" /v "%~2" /reg:64 2^>nul') do if /i "%%A"=="%~2" set "raw=%%C"
exit /b 0

rem -- Writes the registry value %3 of the key %2 under the key %1.
:registry
call :read "%~2" "%~3"
call :put "%~1" "registry %~2 %~3"
exit /b 0

rem -- Reads the property %2 of the alias %1, which is the class %3, into %raw%.
rem -- Newer Windows has no wmic, but PowerShell.
:wmic
set "raw="
where wmic >nul 2>nul || goto :cim
rem The inner loop takes the carriage return away that wmic leaves at the end.
for /f "tokens=1,* delims==" %%A in ('wmic %~1 get %~2 /value 2^>nul') do if /i "%%A"=="%~2" for /f "delims=" %%C in ("%%B") do set "raw=%%C"
if defined raw exit /b 0
:cim
for /f "delims=" %%A in ('powershell -NoProfile -NonInteractive -Command "(Get-CimInstance -ClassName %~3).%~2" 2^>nul') do set "raw=%%A"
exit /b 0

rem -- The kind of system and its memory. Labels of systeminfo are translated, but
rem -- the order of its rows that are not indented is always the same.
:systeminfo
set "kind="
set "memory="
for /f "tokens=1,2,* delims=:" %%A in ('systeminfo 2^>nul ^| findstr /r /v /c:"^ " /c:"^$" ^| findstr /n /r "."') do (
    if "%%A"=="14" set "kind=%%C"
    if "%%A"=="23" set "memory=%%C"
)
call :put system_type "systeminfo, row 14" kind
call :put memory_visible "systeminfo, row 23" memory
exit /b 0

rem -- The size of the volume of Windows: the second row of fsutil, in every language.
:volume
set "raw="
set "first="
for /f "tokens=1,* delims=:" %%A in ('fsutil volume diskfree %SystemDrive% 2^>nul') do (
    if not defined first (set "first=%%A") else if not defined raw set "raw=%%B"
)
call :put system_volume_bytes "fsutil volume diskfree %SystemDrive%, row 2"
exit /b 0

:tpmtool
for %%V in (present version vendor firmware attests vulnerable) do set "tpm_%%V="
for /f "tokens=1,* delims=:" %%A in ('tpmtool getdeviceinformation 2^>nul') do (
    if /i "%%A"=="-TPM Present" set "tpm_present=%%B"
    if /i "%%A"=="-TPM Version" set "tpm_version=%%B"
    if /i "%%A"=="-TPM Manufacturer ID" set "tpm_vendor=%%B"
    if /i "%%A"=="-TPM Manufacturer Version" set "tpm_firmware=%%B"
    if /i "%%A"=="-Is Capable For Attestation" set "tpm_attests=%%B"
    if /i "%%A"=="-TPM Has Vulnerable Firmware" set "tpm_vulnerable=%%B"
)
call :put tpm_present "tpmtool getdeviceinformation, TPM Present" tpm_present
call :put tpm_version "tpmtool getdeviceinformation, TPM Version" tpm_version
call :put tpm_vendor "tpmtool getdeviceinformation, TPM Manufacturer ID" tpm_vendor
call :put tpm_firmware "tpmtool getdeviceinformation, TPM Manufacturer Version" tpm_firmware
call :put tpm_attests "tpmtool getdeviceinformation, Is Capable For Attestation" tpm_attests
call :put tpm_vulnerable "tpmtool getdeviceinformation, TPM Has Vulnerable Firmware" tpm_vulnerable
exit /b 0

rem -- Of rows with the same name the first counts: it is the device's own.
:dsregcmd
for %%V in (entra joined domain registered tenant device mdm time) do set "ds_%%V="
for /f "tokens=1,2,*" %%A in ('dsregcmd /status 2^>nul') do (
    if "%%A %%B"=="AzureAdJoined :" if not defined ds_entra set "ds_entra=%%C"
    if "%%A %%B"=="DomainJoined :" if not defined ds_joined set "ds_joined=%%C"
    if "%%A %%B"=="DomainName :" if not defined ds_domain set "ds_domain=%%C"
    if "%%A %%B"=="WorkplaceJoined :" if not defined ds_registered set "ds_registered=%%C"
    if "%%A %%B"=="TenantId :" if not defined ds_tenant set "ds_tenant=%%C"
    if "%%A %%B"=="DeviceId :" if not defined ds_device set "ds_device=%%C"
    if "%%A %%B"=="MdmUrl :" if not defined ds_mdm set "ds_mdm=%%C"
    if "%%A %%B"=="Client Time" if not defined ds_time set "ds_time=%%C"
)
call :put entra_joined "dsregcmd /status, AzureAdJoined" ds_entra
call :put domain_joined "dsregcmd /status, DomainJoined" ds_joined
call :put domain "dsregcmd /status, DomainName" ds_domain
call :put entra_registered "dsregcmd /status, WorkplaceJoined" ds_registered
call :put tenant_id "dsregcmd /status, TenantId" ds_tenant
call :put device_id "dsregcmd /status, DeviceId" ds_device
call :put mdm_url "dsregcmd /status, MdmUrl" ds_mdm
rem The time stands behind a colon.
set "raw="
if defined ds_time set "raw=%ds_time:~2%"
call :put taken_at "dsregcmd /status, Client Time"
exit /b 0

rem -- Who manages the device, by the names that the management programs give themselves.
:providers
set "enrollments=HKLM\SOFTWARE\Microsoft\Enrollments"
set "names="
set "place="
for /f "tokens=1,2,*" %%A in ('reg query "%enrollments%" /s /v EnrollmentState /reg:64 2^>nul') do (
    if "%%A"=="EnrollmentState" (if "%%C"=="0x1" call :provider) else set "place=%%A"
)
set "raw=%names%"
if not defined raw reg query "%enrollments%" /reg:64 >nul 2>nul && set "raw=none"
call :put mdm_providers "registry %enrollments% ProviderID"
exit /b 0

:provider
call :read "%place%" ProviderID
if not defined raw exit /b 0
if defined names (set "names=%names%,%raw%") else set "names=%raw%"
exit /b 0

rem -- What kind of account this runs as, without its name.
:account
set "sid="
for /f "tokens=2 delims=," %%A in ('whoami /user /fo csv /nh 2^>nul') do set "sid=%%~A"
set "raw="
if not defined sid goto :account_kind
set "raw=standard"
whoami /groups 2>nul | findstr /c:"S-1-5-32-544" >nul && set "raw=administrator"
if "%sid:~0,9%"=="S-1-5-21-" if "%sid:~-4%"=="-500" set "raw=built-in-administrator"
if "%sid%"=="S-1-5-18" set "raw=system"
:account_kind
call :put session_account "whoami /groups"
set "raw="
if not defined sid goto :account_done
if not "%sid%"=="S-1-5-18" set "raw=False"
if "%sid:~0,9%"=="S-1-12-1-" set "raw=True"
:account_done
call :put user_is_entra "whoami /user"
exit /b 0
