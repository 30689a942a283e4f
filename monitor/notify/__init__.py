"""From a decision to who hears it: escalation, floods, the outbox, and one file per channel."""
