@echo off
setlocal EnableExtensions DisableDelayedExpansion

rem Builds the provisioning package from customizations.xml in this folder.
rem Needs the Windows ADK with Configuration Designer. Run it as administrator.
rem In a script, pass /quiet: then it does not wait for a key at the end.

rem If the Windows ADK is in another folder, change the next line.
set "DESIGNER=%ProgramFiles(x86)%\Windows Kits\10\Assessment and Deployment Kit\Imaging and Configuration Designer\x86"
set "ICD=%DESIGNER%\icd.exe"
set "STORE=%DESIGNER%\Microsoft-Desktop-Provisioning.dat"
set "PACKAGE={package}"

pushd "%~dp0" || goto :no_folder
if not exist "%ICD%" goto :no_designer
if not exist "%STORE%" goto :no_store
if not exist "customizations.xml" goto :no_settings
findstr /L /C:"<!-- {mark}" "customizations.xml" >nul 2>&1 && goto :secret_missing
fltmc >nul 2>&1 || goto :not_administrator

"%ICD%" /Build-ProvisioningPackage /CustomizationXML:"customizations.xml" /PackagePath:"%PACKAGE%" /StoreFile:"%STORE%" +Overwrite
if errorlevel 1 goto :failed

echo.
echo Built "%PACKAGE%" in this folder.
popd
if /i not "%~1"=="/quiet" pause
exit /b 0

:no_folder
echo This folder cannot be opened. Copy it to a local disk and try again.
if /i not "%~1"=="/quiet" pause
exit /b 1

:no_designer
echo icd.exe was not found. It was looked for here:
echo   "%ICD%"
echo Install the Windows ADK with Configuration Designer, or change the line
echo that begins with set "DESIGNER= at the top of this file.
goto :stop

:no_store
echo The settings store for desktops was not found. It was looked for here:
echo   "%STORE%"
echo Without it, accounts and first setup are unknown to icd.exe. Repair the
echo Windows ADK, or change the lines at the top of this file.
goto :stop

:no_settings
echo customizations.xml is not in this folder. Keep the exported files together.
goto :stop

:secret_missing
echo A secret was left out of customizations.xml. Export again with the secret,
echo or replace the comment that begins with "{mark}" with the element it names.
goto :stop

:not_administrator
echo Run this file as administrator: right-click it, then Run as administrator.
goto :stop

:failed
echo icd.exe reported an error. The package was not built.

:stop
popd
if /i not "%~1"=="/quiet" pause
exit /b 1
