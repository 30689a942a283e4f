"""The snapshot file: accounts and markets as JSON, read with a sentence for each fault, and written."""
