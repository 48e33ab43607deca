#pragma once
#include <sqlite3.h>

// Variadic functions and casts to function pointers do not reach Swift.

static inline int sluice_sqlite3_switch(sqlite3 *db, int option, int isOn) {
  return sqlite3_db_config(db, option, isOn, (int *)0);
}

// An empty text may come without an address, and an address is what makes it a text and not NULL.
static inline int sluice_sqlite3_bind_text(sqlite3_stmt *statement, int index, const char *text, int count) {
  return sqlite3_bind_text(statement, index, text ? text : "", count, SQLITE_TRANSIENT);
}

static inline int sluice_sqlite3_bind_blob(sqlite3_stmt *statement, int index, const void *bytes, int count) {
  return sqlite3_bind_blob(statement, index, bytes, count, SQLITE_TRANSIENT);
}

// Reads the start of the file past locks and journals. Closing a descriptor of one's own would instead
// drop the locks that other connections of the process hold (POSIX), so the connection's is used.
static inline int sluice_sqlite3_read_start(sqlite3 *db, void *bytes, int count) {
  sqlite3_file *file = 0;
  int result = sqlite3_file_control(db, "main", SQLITE_FCNTL_FILE_POINTER, &file);
  if (result != SQLITE_OK) return result;
  if (!file || !file->pMethods) return SQLITE_CANTOPEN;
  return file->pMethods->xRead(file, bytes, count, 0);
}

// The full-text index hands out its tokenizers only through a pointer that is bound to a query.
static inline fts5_api *sluice_sqlite3_fts5(sqlite3 *db) {
  fts5_api *api = 0;
  sqlite3_stmt *statement = 0;
  if (sqlite3_prepare_v2(db, "SELECT fts5(?1)", -1, &statement, 0) == SQLITE_OK) {
    sqlite3_bind_pointer(statement, 1, &api, "fts5_api_ptr", 0);
    sqlite3_step(statement);
  }
  sqlite3_finalize(statement);
  return api;
}
