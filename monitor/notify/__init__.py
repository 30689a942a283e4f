"""What leaves the desktop: one file per channel."""
