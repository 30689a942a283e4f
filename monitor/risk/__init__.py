"""Our measures of risk: pure functions of a book and its pools."""
