@echo off
rem Starts the job on Windows. Never tried there: say what does not work.
setlocal
set "lib=%~dp0..\lib"
if defined JAVA_HOME (set "java=%JAVA_HOME%\bin\java") else (set "java=java")
"%java%" "@%lib%\java.options" "@%lib%\direct.options" -Dfile.encoding=UTF-8 %PAPERSLUICE_JAVA_OPTIONS% ^
  -cp "%lib%\papersluice.jar;%lib%\query\*;%lib%\parquet\*;%lib%\iceberg\*" io.github.papersluice.Papersluice %*
