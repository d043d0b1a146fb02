#pragma once

struct sqlite3;

namespace cupel::catalog {

/// Take from a new connection what a hostile file could use. To be called before the first query.
/// A result code of SQLite.
int harden(sqlite3* handle);
/// Whether the connection may write its journal nowhere: only for a file that is thrown away when
/// anything fails.
int allowNoJournal(sqlite3* handle);

} // namespace cupel::catalog
