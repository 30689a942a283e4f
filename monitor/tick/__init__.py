"""One tick, pure: from what was read to alarms and to what the window is told; what it hands to the next."""
