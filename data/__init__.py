"""The store: TinyDB tables on SQLite, and read-only resources."""
