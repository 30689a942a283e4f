"""`python -m monitor` is `marginwatch`."""

import signal
import sys

signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C while all is loaded is a quiet end

from monitor.cli import main  # noqa: E402
from monitor.redact import install_hooks  # noqa: E402


def run() -> int:
    """Run the command line; what Ctrl-C does is its own matter from here on."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    install_hooks()
    return main()


if __name__ == "__main__":
    sys.exit(run())
