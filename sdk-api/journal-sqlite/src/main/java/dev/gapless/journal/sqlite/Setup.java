// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a new file, upgrades an older one, refuses what it does not know. */
final class Setup {
  private static final Logger log = LoggerFactory.getLogger(SqliteJournal.class);

  private final Database database;
  private final Schema schema;
  private final Clock clock;

  Setup(Database database, Schema schema, Clock clock) {
    this.database = database;
    this.schema = schema;
    this.clock = clock;
  }

  void run() {
    try (Session session = database.plain()) {
      if (session.number("SELECT count(*) FROM sqlite_schema") == 0) {
        create(session);
      } else {
        accept(session);
      }
      writeAhead(session);
    }
  }

  private void create(Session session) {
    // These three can only be chosen before the first table.
    session.run("PRAGMA page_size = 4096");
    session.run("PRAGMA auto_vacuum = INCREMENTAL");
    writeAhead(session);
    schema.apply(session, 0);
    log.info("Journal {} created", database.file());
  }

  private void accept(Session session) {
    if (session.number("PRAGMA application_id") != Schema.APPLICATION_ID) {
      throw failure("this is an SQLite file of another program. Use another file");
    }
    int version = (int) session.number("PRAGMA user_version");
    if (version > schema.version()) {
      throw failure(
          "written by a newer release (schema %d; this one knows up to %d). Use that release again,"
                  .formatted(version, schema.version())
              + " or restore the copy made before the upgrade");
    }
    if (version < schema.version()) {
      upgrade(session, version);
    }
    checkWritable(session);
  }

  /** Otherwise SQLite would only find at the first commit that the file is read-only. */
  private void checkWritable(Session session) {
    session.run("BEGIN IMMEDIATE");
    try {
      session.run("PRAGMA user_version = " + schema.version());
    } finally {
      session.rollback();
    }
  }

  private void upgrade(Session session, int version) {
    Path copy = copyName(version);
    log.info("Journal {}: upgrading schema {} to {}", database.file(), version, schema.version());
    session.sql("VACUUM INTO ?").run(copy.toString());
    schema.apply(session, version);
    log.info("Journal {}: upgraded; as it was before: {}", database.file(), copy);
  }

  private Path copyName(int version) {
    String time = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString().replace(":", "");
    Path name = database.file().getFileName();
    return database.file().resolveSibling(name + ".schema-" + version + "." + time + ".bak");
  }

  private void writeAhead(Session session) {
    if (!session.text("PRAGMA journal_mode = WAL").equals("wal")) {
      throw failure("its file system has no shared memory, which SQLite needs. Use a local disk");
    }
  }

  private RuntimeException failure(String problem) {
    return database.failures().of(problem);
  }
}
