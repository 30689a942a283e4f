<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>monitor.settings</name>
    <message>
        <source>From the next start on. The guide, the terminal and files stay English</source>
        <translation>Ab dem nächsten Start. Anleitung, Terminal und Dateien bleiben englisch</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
</context>
</TS>
