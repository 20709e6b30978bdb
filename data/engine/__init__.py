"""TinyDB on one row per document: tables, queries and transactions that many processes share.

`database.RowDb` is the way in; `creation.create` is the only maker of stores. Nothing here knows
what the documents mean. From the ground up:

driver, dialect, table_sql      which SQLite is driven, and all that is said to it
place, failures                 what a file is before it is opened, and what a failure is called
gate, connection                who writes next; one open store and its transactions
codec, queries, layout          documents as rows, queries as SQL, indexes and orders
rows, pages, facts              one table's rows, pages of its lists, its packed rows
shared, table, storage          the same as a TinyDB table and storage
words, series, feed             small numbers for words, numbers without gaps, what others changed
migrations, database, creation  changes of the make-up; opening and making stores
copying, backup, check, export  whole copies, there and back; health; a file for TinyDB itself
"""
