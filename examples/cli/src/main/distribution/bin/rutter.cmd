@echo off
rem The rutter command. Needs a Java of version 17 or newer, by JAVA_HOME or on the PATH.
rem RUTTER_JAVA_OPTIONS holds options of Java, such as -Xmx1g: they count before those here.
rem RUTTER_CACHE is the folder for what makes the next start faster, or off.
setlocal

set "home=%~dp0.."
set "java=java.exe"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java.exe"
if defined JAVA_HOME if not exist "%java%" (
  echo rutter: no %java% ^(expected: Java 17 or newer, by JAVA_HOME or on the PATH^) >&2
  exit /b 1
)
if not defined JAVA_HOME for %%j in (java.exe) do set "java=%%~$PATH:j"
if not defined java (
  echo rutter: no java.exe ^(expected: Java 17 or newer, by JAVA_HOME or on the PATH^) >&2
  exit /b 1
)

set "version=17"
for %%j in ("%java%") do set "release=%%~dpj..\release"
if exist "%release%" for /f "tokens=2 delims==" %%v in ('findstr /b "JAVA_VERSION=" "%release%"') do set "version=%%~v"
for /f "tokens=1 delims=.-+" %%m in ("%version%") do set "major=%%m"

set "options=-Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xlog:disable -Xlog:all=off"
set "options=%options% -Dsun.reflect.inflationThreshold=2147483647"
if %major% GEQ 24 set "options=%options% --sun-misc-unsafe-memory-access=allow"

rem Java starts in half the time with an archive of the classes that a run loads; from 19 on it makes one itself.
if not defined RUTTER_CACHE if defined CI set "RUTTER_CACHE=off"
if not defined RUTTER_CACHE set "RUTTER_CACHE=%LOCALAPPDATA%\rutter"
if %major% LSS 19 set "RUTTER_CACHE=off"
if not "%RUTTER_CACHE%"=="off" if not exist "%RUTTER_CACHE%" mkdir "%RUTTER_CACHE%" 2>nul
set "archive=-Xshare:auto"
if not "%RUTTER_CACHE%"=="off" set "archive=-XX:SharedArchiveFile=%RUTTER_CACHE%\@project.version@-@git.commit.id.abbrev@-java-%version%.jsa"
if not "%RUTTER_CACHE%"=="off" set "options=%options% -XX:+AutoCreateSharedArchive"

"%java%" %options% %RUTTER_JAVA_OPTIONS% "%archive%" -cp "%home%\lib\rutter.jar" io.rutter.cli.Rutter %*
exit /b %ERRORLEVEL%
