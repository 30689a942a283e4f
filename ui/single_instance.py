"""One window per user and data folder: a second start raises the first one and ends.

A local socket carries one line, `raise`, and its answer, `ok`. A socket that a crash left behind is removed.
"""

from __future__ import annotations

import getpass
from pathlib import Path

from PySide6.QtCore import QCryptographicHash, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

CONNECT_MS = 300
ANSWER_MS = 2_000
ALREADY_OPEN = "Marginwatch is already open; its window was brought to the front."
DOES_NOT_ANSWER = "Marginwatch is already open, but does not answer. End it, then start again."


def server_name(data_dir: Path) -> str:
    """Return the socket's name for this user and data folder."""
    seed = f"{getpass.getuser()}|{data_dir.resolve()}"
    digest = QCryptographicHash.hash(seed.encode(), QCryptographicHash.Algorithm.Sha256)  # hashlib: 5 MB of OpenSSL
    return f"marginwatch-{digest.toHex().toStdString()[:16]}"


def raise_first(name: str) -> str:
    """Ask a running window to come to the front.

    Returns:
        a sentence for the user; "" when no window runs.
    """
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(CONNECT_MS):
        return ""
    socket.write(b"raise\n")
    socket.waitForBytesWritten(CONNECT_MS)
    answered = socket.waitForReadyRead(ANSWER_MS)
    socket.disconnectFromServer()
    return ALREADY_OPEN if answered else DOES_NOT_ANSWER


class FirstInstance(QObject):
    """Listens for later starts.

    Signals:
        raise_asked: a second start wants the window in front.
    """

    raise_asked = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)
        if not self._server.listen(name):
            QLocalServer.removeServer(name)  # left behind by a crash: nobody answered it
            self._server.listen(name)

    def close(self) -> None:
        """Stop listening."""
        self._server.close()

    def _greet(self) -> None:
        socket = self._server.nextPendingConnection()
        if socket is None:
            return
        socket.readyRead.connect(lambda: self._answer(socket))
        socket.disconnected.connect(socket.deleteLater)
        if socket.bytesAvailable():
            self._answer(socket)

    def _answer(self, socket: QLocalSocket) -> None:
        if bytes(socket.readAll().data()).startswith(b"raise"):
            socket.write(b"ok\n")
            socket.flush()
            self.raise_asked.emit()
