// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import dev.gapless.engine.journal.Journal;
import dev.gapless.engine.journal.JournalOpener;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A journal in one SQLite file, in write-ahead mode with {@code synchronous=FULL}: what is
 * committed survives {@code kill -9} and power loss, as far as the disk keeps what it confirmed.
 *
 * <pre>{@code
 * JournalOpener journal = SqliteJournal.at(Path.of("data/gapless.db"));
 * }</pre>
 *
 * <p>Immutable. The file and its folder are made when the journal is first opened. Beside it lie
 * {@code -wal} and {@code -shm}, which belong to it while it is open, and {@code .lock}, which says
 * which process owns it. Instants are kept to the microsecond.
 */
public final class SqliteJournal implements JournalOpener {
  /** How long a second opener waits for the first to go. */
  public static final Duration DEFAULT_LOCK_WAIT = Duration.ofSeconds(30);

  private static final Logger log = LoggerFactory.getLogger(SqliteJournal.class);

  private final Path path;
  private final Duration lockWait;
  private final Pause pause;
  private final Limits limits;
  private final Schema schema;

  private SqliteJournal(Path path, Duration lockWait, Pause pause, Limits limits, Schema schema) {
    this.path = path;
    this.lockWait = lockWait;
    this.pause = pause;
    this.limits = limits;
    this.schema = schema;
  }

  /** The journal in this file, with defaults for everything else. Opens nothing yet. */
  public static SqliteJournal at(Path path) {
    return new SqliteJournal(
        path,
        DEFAULT_LOCK_WAIT,
        time -> Thread.sleep(time.toMillis()),
        Limits.DEFAULT,
        Schema.current());
  }

  /**
   * How long to wait for another process that owns the journal, as in a rolling restart; by default
   * {@link #DEFAULT_LOCK_WAIT}. Zero refuses at once.
   *
   * @throws IllegalArgumentException if negative
   */
  public SqliteJournal lockWait(Duration wait) {
    if (wait.isNegative()) {
      throw new IllegalArgumentException("lock wait must not be negative");
    }
    return new SqliteJournal(path, wait, pause, limits, schema);
  }

  SqliteJournal pause(Pause other) {
    return new SqliteJournal(path, lockWait, other, limits, schema);
  }

  SqliteJournal limits(Limits other) {
    return new SqliteJournal(path, lockWait, pause, other, schema);
  }

  SqliteJournal schema(Schema other) {
    return new SqliteJournal(path, lockWait, pause, limits, other);
  }

  @Override
  public Journal open(Clock clock) {
    NativeLibrary.load();
    Path file = Location.of(path);
    Ownership ownership = Ownership.take(file, lockWait, pause, clock);
    try {
      warnOfDisk(file);
      Database database = new Database(file, limits);
      new Setup(database, schema, clock).run();
      return new OpenJournal(database, ownership);
    } catch (RuntimeException | Error e) {
      ownership.close();
      throw e;
    }
  }

  private static void warnOfDisk(Path file) {
    try {
      DiskKind.warning(file.resolveSibling(""))
          .ifPresent(warning -> log.warn("Journal {} {}", file, warning));
    } catch (IOException e) {
      log.debug("The kind of disk under {} is unknown", file, e);
    }
  }

  @Override
  public String toString() {
    return "SqliteJournal[" + path + "]";
  }
}
