"""The sub-commands of `marginwatch`, a file for each group; cli.py lists them.

The window's process imports them too: what is heavy (asyncio: 11 MB) is imported where it runs.
"""
