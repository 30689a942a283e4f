"""The engine: reads accounts, judges them, remembers and warns. No Qt in here."""

__version__ = "0.1.0"
