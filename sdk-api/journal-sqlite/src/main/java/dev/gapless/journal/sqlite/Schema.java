// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * The tables, as steps from one version to the next: a new file takes all of them, an older one
 * those it lacks.
 *
 * @param steps scripts; the first makes version 1 of an empty file
 */
record Schema(List<String> steps) {
  /** "GPLS", by which `file` and we recognise a journal. */
  static final int APPLICATION_ID = 0x47504C53;

  static Schema current() {
    return new Schema(
        Stream.of("schema-1.sql", "schema-2.sql", "schema-3.sql").map(Schema::resource).toList());
  }

  int version() {
    return steps.size();
  }

  /** Takes the file from {@code from} to this version, or leaves it as it was. */
  void apply(Session session, int from) {
    session.run("BEGIN IMMEDIATE");
    try {
      steps.subList(from, version()).forEach(session::run);
      session.run("PRAGMA application_id = " + APPLICATION_ID);
      session.run("PRAGMA user_version = " + version());
      session.run("COMMIT");
    } catch (RuntimeException e) {
      session.rollback();
      throw e;
    }
  }

  private static String resource(String name) {
    try (InputStream in = Schema.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The jar lacks " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
