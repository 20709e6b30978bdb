"""TinyDB on one row per document: tables, queries and transactions that many processes share.

`database.RowDb` is the way in, `creation.create` the only maker of stores. The modules below it:
driver (which SQLite), dialect (all SQL), gate (who writes next), connection (one open store),
codec (documents as rows), queries (TinyDB queries as SQL), table (one table's documents), facts,
words and series (what is stored beside documents), feed (what others changed), migrations, backup,
check (health) and export (a stock TinyDB file). Nothing here knows what the documents mean.
"""
