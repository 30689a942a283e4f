"""What the user asked to be told, where each alarm stands, and what was told."""
