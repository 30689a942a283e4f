"""The engine: reads accounts, judges them, remembers and warns. No Qt in here."""
