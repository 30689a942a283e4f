"""The engine: guards the accounts, remembers, tells, and answers the window. One asyncio loop; a room per duty."""
