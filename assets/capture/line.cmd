rem The short form for the command prompt, for a QR code: not the file of
rem joinbench-capture.cmd, but three reports that Joinbench reads as well. Its
rem lines are joined into one by &.
md joinbench-capture
cd joinbench-capture
dsregcmd /status>dsregcmd.txt
systeminfo>systeminfo.txt
tpmtool getdeviceinformation>tpmtool.txt
cd
