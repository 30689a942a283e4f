"""PySide6 itself: the release that loses references to None must not slip in."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_calls_that_return_none_keep_its_references(qtbot: QtBot) -> None:
    image, timer = QImage(4, 4, QImage.Format.Format_ARGB32), QTimer()
    painter, color = QPainter(image), QColor("red")
    before = sys.getrefcount(None)
    for _ in range(1_000):
        painter.fillRect(0, 0, 4, 4, color)
        painter.setPen(color)
        timer.setInterval(10)
    painter.end()
    assert sys.getrefcount(None) > before - 500
