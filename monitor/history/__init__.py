"""What was read and said: stored in SQLite by the engine, read back for the window and the terminal."""
