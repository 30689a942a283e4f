"""The figures written out: worked out by hand, as JSON, as text for the terminal."""
