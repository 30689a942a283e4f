"""Texts are said in the user's language; what has no translation is said in English."""

from __future__ import annotations

from monitor.language import read_catalogue, tr, tr_count

CATALOGUE = """<?xml version="1.0" encoding="utf-8"?><!DOCTYPE TS>
<TS version="2.1" language="de"><context><name>ui.tray</name>
<message><source>Show {what}</source><translation>{what} zeigen</translation></message>
<message><source>Quit</source><translation type="unfinished">Beenden?</translation></message>
<message><source>Help</source><translation></translation></message>
</context></TS>"""


def test_a_catalogue_holds_what_is_finished():
    assert read_catalogue(CATALOGUE) == {"Show {what}": "{what} zeigen"}


def test_values_stand_where_the_text_names_them():
    assert tr("Show {what}", what="{BTC}") == "Show {BTC}"


def test_braces_without_values_are_braces():
    assert tr("{}") == "{}"


def test_one_is_said_in_the_singular():
    assert [tr_count("{count} alarm", "{count} alarms", n) for n in (0, 1, 2)] == ["0 alarms", "1 alarm", "2 alarms"]
