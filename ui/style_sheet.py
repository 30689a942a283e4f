"""The style sheet: what buttons, fields, menus, scroll bars and tips look like. Painted panes do not use it.

No rule for table items: a style sheet on `::item` doubles the cost of a repaint.
Object names: "panel" a card, "heading" its title, "quiet" a secondary line, "primary", "flat", "ghost" (an icon on the
ground of the window), "tab", "chip" (a change that is supposed) and "onband" (on the title of a what-if) kinds of
button. A field's property "kind" is "supposed", "wrong" or "live". A line edit adds 2 px of its own to its padding. A
ring of focus takes from the inside: what has it stays as large as it was.
"""

from __future__ import annotations

from collections.abc import Mapping
from string import Template

from monitor.resources import resource

_SHEET = Template("""
QMainWindow, QDialog, #root { background: $window; }
#panel { background: $panel; border: 1px solid $line; border-radius: 12px; }
#heading { font-size: 13px; font-weight: 600; color: $text; background: transparent; }
#quiet { font-size: 12px; color: $text3; background: transparent; }
QMessageBox QLabel#qt_msgbox_label { font-size: 15px; font-weight: 600; }
QMessageBox QLabel#qt_msgbox_informativelabel { font-size: 13px; color: $text2; }
QToolTip { background: $panel; color: $text; border: 1px solid $line_strong; padding: 1px 3px; font-size: 12px; }
QPushButton { background: $raised; color: $text; border: 1px solid $line_strong; border-radius: 7px;
  padding: 0 12px; min-height: 28px; font-size: 12px; font-weight: 500; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $selected; }
QPushButton:disabled { color: $text3; border-color: $line; }
QPushButton:focus { border: 2px solid $accent; padding: 0 11px; min-height: 26px; }
QPushButton:checked { background: $selected; border-color: $line_strong; font-weight: 600; }
QPushButton#primary { background: $accent; color: $on_accent; border: 1px solid $accent; font-weight: 600; }
QPushButton#primary:focus { border: 2px solid $text; }
QPushButton#primary:disabled { background: $line; border-color: $line; color: $text3; }
QPushButton#flat { background: transparent; border: 1px solid transparent; color: $text2; }
QPushButton#flat:hover { background: $hover; color: $text; }
QPushButton#flat:focus { border: 2px solid $accent; }
QPushButton#flat:checked { background: $selected; border: 1px solid $line_strong; color: $text; }
QPushButton#flat:checked:focus { border: 2px solid $accent; }
QPushButton#ghost { background: transparent; border: 1px solid transparent; }
QPushButton#ghost:hover { background: $panel; border: 1px solid $line; }
QPushButton#ghost:focus { border: 2px solid $accent; }
QPushButton#tab { background: transparent; border: 1px solid transparent; color: $text2; padding: 0 5px;
  min-height: 26px; }
QPushButton#tab:hover { background: $hover; color: $text; }
QPushButton#tab:checked { background: $selected; border: 1px solid $line_strong; color: $text; }
QPushButton#tab:focus { border: 2px solid $accent; padding: 0 4px; min-height: 24px; }
QPushButton#chip { background: transparent; color: $whatif; border: 1px solid $whatif; border-radius: 6px;
  padding: 0 8px; min-height: 22px; font-size: 12px; text-align: left; }
QPushButton#chip:hover { background: $hover; }
QPushButton#chip:focus { border: 2px solid $text; padding: 0 7px; min-height: 20px; }
QPushButton#onband { background: $panel; color: $text; border: 1px solid $whatif; min-height: 24px; padding: 0 9px; }
QPushButton#onband:hover { background: $hover; }
QPushButton#onband:focus { border: 2px solid $text; padding: 0 8px; min-height: 22px; }
QPushButton#onband:disabled { color: $text3; border-color: $line_strong; }
QLineEdit[kind="supposed"], QComboBox[kind="supposed"] { color: $whatif; border: 1px solid $whatif;
  font-weight: 600; }
QLineEdit[kind="wrong"] { border: 2px solid $critical; padding: 0 7px; min-height: 26px; }
QLabel#wrong { color: $critical; font-weight: 500; font-size: 12px; background: transparent; }
QPushButton#more-chips { background: $panel; color: $text2; border: 1px solid $line; border-radius: 13px; padding: 0;
  min-height: 24px; }
QPushButton#more-chips:hover { background: $hover; color: $text; }
QPushButton#more-chips:focus { border: 2px solid $accent; min-height: 22px; }
QPushButton::menu-indicator { width: 0; image: none; }
QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox, QComboBox { background: $raised; color: $text;
  border: 1px solid $line_strong; border-radius: 7px; padding: 0 10px; min-height: 28px;
  selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit, QComboBox:editable { padding: 0 8px; }
QPlainTextEdit, QTextEdit { padding: 6px 8px; }
QSpinBox, QDoubleSpinBox { max-height: 28px; }
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $accent; padding: 5px 7px; }
QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus {
  border: 2px solid $accent; padding: 0 9px; min-height: 26px; }
QSpinBox:focus, QDoubleSpinBox:focus { max-height: 26px; }
QLineEdit:focus { border: 2px solid $accent; padding: 0 7px; min-height: 26px; }
QComboBox:editable:focus { padding: 0 7px; }
QLineEdit, QPlainTextEdit, QTextEdit { placeholder-text-color: $text3; }
QLineEdit { lineedit-password-character: 8226; lineedit-clear-button-icon: url("$clear"); }
QComboBox QAbstractItemView { background: $raised; color: $text; border: 1px solid $line_strong;
  selection-background-color: $selected; selection-color: $text; outline: 0; padding: 4px; }
QComboBox::drop-down { border: 0; width: 24px; }
QComboBox::drop-down:focus { width: 23px; }
QComboBox::down-arrow { image: url("$chevron"); width: 14px; height: 14px; }
QCheckBox { color: $text; spacing: 9px; font-size: 13px; background: transparent; }
QCheckBox:focus { color: $accent; }
QCheckBox::indicator { width: 16px; height: 16px; border: 1px solid $line_strong; border-radius: 5px;
  background: $raised; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$tick"); }
QCheckBox::indicator:focus { width: 14px; height: 14px; border: 2px solid $accent; }
QCheckBox::indicator:checked:focus { border-color: $text; }
QMenu { background: $raised; color: $text; border: 1px solid $line_strong; border-radius: $menu_radius; padding: 6px; }
QMenu::item { padding: 6px 28px 6px 12px; border-radius: 5px; font-size: 13px; }
QMenu::item:selected { background: $selected; }
QMenu::indicator { width: 14px; height: 14px; margin-left: 8px; border: 1px solid $line_strong; border-radius: 4px;
  background: $panel; }
QMenu::indicator:checked { background: $accent; border-color: $accent; image: url("$tick"); }
QMenu::item:disabled { color: $text3; }
QMenu::separator { height: 1px; background: $line; margin: 5px 8px; }
QTableView, QListView, QTreeView { background: transparent; border: 0; outline: 0; }
QHeaderView { background: transparent; border: 0; }
QScrollArea, QScrollArea > QWidget > QWidget#feed,
QScrollArea > QWidget > QWidget#scrolled { background: transparent; border: 0; }
QScrollArea#readable { border: 1px solid transparent; border-radius: 8px; }
QScrollArea#readable:focus { border: 1px solid $accent; }
QAbstractScrollArea::corner { background: transparent; border: 0; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 2px; }
QScrollBar::handle:vertical { background: $line_strong; border-radius: 3px; min-height: 28px; }
QScrollBar::handle:vertical:hover { background: $text3; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 2px; }
QScrollBar::handle:horizontal { background: $line_strong; border-radius: 3px; min-width: 28px; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {
  background: transparent; width: 0; height: 0; border: 0; }
""")


def style_sheet(tokens: Mapping[str, str], *, square: bool) -> str:
    """Return the application's style sheet with a theme's colours filled in.

    Args:
        square: windows have no see-through corners: those of round menus would be black.
    """
    marks = {
        name: resource("icons", f"{name}-{tokens['name']}.svg").as_posix() for name in ("chevron", "clear", "tick")
    }
    return _SHEET.substitute(tokens, **marks, menu_radius="0" if square else "8px")
