"""Each venue's own margin rules: pure, one file per venue, one signature."""
