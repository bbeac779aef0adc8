// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import static dev.gapless.journal.contract.Sample.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gapless.engine.journal.Journal;
import dev.gapless.engine.journal.JournalException;
import dev.gapless.journal.contract.FreshView;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamageTest {
  private static final int PAGE = 4096;

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("gapless.db");
  }

  @Test
  void refusesGarbage() throws IOException {
    for (int size : new int[] {2, 100, 5_000, 100_000}) {
      byte[] garbage = new byte[size];
      new Random(size).nextBytes(garbage);
      Files.write(file, garbage);
      assertDamaged(() -> Filled.open(file));
      assertThat(Files.readAllBytes(file)).isEqualTo(garbage);
    }
  }

  @Test
  void refusesATruncatedFile() throws IOException {
    Filled.make(file);
    long whole = Files.size(file);
    for (long size : new long[] {whole - PAGE, whole / 2, 2 * PAGE, PAGE, PAGE - 100}) {
      truncate(size);
      assertDamaged(() -> Filled.open(file));
    }
  }

  @Test
  void saysSoWhenReadingADamagedPage() throws IOException {
    Filled.make(file);
    damageAllButTheFirstPages(40);
    try (Journal journal = Filled.open(file)) {
      assertDamaged(() -> Filled.assertWhole(journal, Filled.CONTACTS));
      assertThat(new FreshView(() -> journal).destinations()).isEmpty();
    }
  }

  @Test
  void saysSoWhenCommittingToADamagedPageAndKeepsTheRest() throws IOException {
    Filled.make(file);
    damageAllButTheFirstPages(40);
    try (Journal journal = Filled.open(file)) {
      assertDamaged(
          () ->
              journal.commit(
                  tx -> {
                    tx.count(1, "received", 1);
                    tx.counters(1);
                    return tx.addItem(key("item 301"), 301, 1);
                  }));
      assertThat(new FreshView(() -> journal).counters(1)).isEmpty();
      journal.commit(
          tx -> {
            tx.count(1, "received", 1);
            return true;
          });
      assertThat(new FreshView(() -> journal).counters(1)).containsEntry("received", 1L);
    }
  }

  private static void assertDamaged(ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOf(JournalException.class)
        .hasMessageContaining("gapless.db")
        .hasMessageContaining("damaged")
        .hasMessageContaining("restore the last backup");
  }

  private void truncate(long size) throws IOException {
    try (RandomAccessFile data = new RandomAccessFile(file.toFile(), "rw")) {
      data.setLength(size);
    }
  }

  private void damageAllButTheFirstPages(int pages) throws IOException {
    try (RandomAccessFile data = new RandomAccessFile(file.toFile(), "rw")) {
      byte[] garbage = new byte[(int) data.length() - pages * PAGE];
      new Random(7).nextBytes(garbage);
      data.seek((long) pages * PAGE);
      data.write(garbage);
    }
  }
}
