// SPDX-License-Identifier: Apache-2.0
package dev.gapless.way;

import dev.gapless.api.CrmRefs;
import dev.gapless.api.Refusal;
import dev.gapless.api.crm.WriteOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where a CRM keeps the files that are hung on its entries. It enforces nothing. */
final class FakeFileRoom {
  /** How the next upload ends. */
  enum Mood {
    WELL,
    /** The file is there, but nobody hears of it. */
    ANSWER_LOST,
    /** The process dies when the file is there and no answer was read. */
    KILLED_AFTER,
    /** The adapter throws when the file is there. */
    BROKEN_AFTER,
    LOCKED
  }

  /** {@code ENTRY/INDEX TYPE CONTENT} of each upload. */
  final List<String> taken = new ArrayList<>();

  Mood mood = Mood.WELL;
  Runnable beforeTake = () -> {};
  int calls;

  WriteOutcome take(String entry, int index, String mime, Path file) {
    calls++;
    Runnable first = beforeTake;
    beforeTake = () -> {};
    first.run();
    Mood now = mood;
    mood = Mood.WELL;
    if (now == Mood.LOCKED) {
      return WriteOutcome.refused(
          Refusal.of(Refusal.Category.LOCKED, Refusal.Scope.ENTRY, "LOCK", "row lock"));
    }
    taken.add(entry + "/" + index + " " + mime + " " + content(file));
    return switch (now) {
      case ANSWER_LOST -> WriteOutcome.unknown("time-out");
      case KILLED_AFTER -> throw new FakeCrm.Killed();
      case BROKEN_AFTER -> throw new IllegalStateException("secret");
      case WELL, LOCKED -> WriteOutcome.written(CrmRefs.entry("F-" + taken.size()));
    };
  }

  private static String content(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
