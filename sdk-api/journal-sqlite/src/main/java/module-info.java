// SPDX-License-Identifier: Apache-2.0
/** The embedded default journal: one SQLite file, written through to the disk. */
@org.jspecify.annotations.NullMarked
module dev.gapless.journal.sqlite {
  requires transitive dev.gapless.engine;
  requires java.sql;
  requires org.slf4j;
  requires org.xerial.sqlitejdbc;

  exports dev.gapless.journal.sqlite;

  provides dev.gapless.engine.journal.JournalOpenerProvider with
      dev.gapless.journal.sqlite.SqliteJournalProvider;
}
