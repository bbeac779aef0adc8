// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import static dev.gapless.journal.contract.Sample.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gapless.engine.journal.Journal;
import dev.gapless.engine.journal.JournalException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskFullTest {
  private static final int KIB = 1024;

  @TempDir Path folder;

  @Test
  void saysSoAndGoesOnOnceThereIsRoom() {
    Path file = folder.resolve("gapless.db");
    Filled.make(file);
    Database database = new Database(file, Limits.DEFAULT);
    try (Session session = database.writer()) {
      Writer writer = new Writer(session, new WriteAheadLog(database));
      session.run("PRAGMA max_page_count = " + session.number("PRAGMA page_count"));
      assertFull(() -> writer.commit(tx -> tx.addReceipt("a", NOON, new byte[64 * KIB])));
      session.run("PRAGMA max_page_count = 1000000");
      long id = writer.commit(tx -> tx.addReceipt("a", NOON, new byte[64 * KIB]));
      assertThat(id).as("nothing is left of the failed one").isEqualTo(Filled.CONTACTS + 1);
    }
    try (Journal journal = Filled.open(file)) {
      Filled.assertWhole(journal, Filled.CONTACTS);
    }
  }

  @Test
  void survivesADiskThatReallyIsFull() throws Exception {
    Path mount = Files.createDirectory(folder.resolve("small"));
    assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=4m", "none", mount.toString()));
    try {
      fillAndFree(mount);
    } finally {
      assertThat(run("umount", mount.toString())).isTrue();
    }
  }

  private static void fillAndFree(Path mount) throws IOException {
    Path ballast = mount.resolve("ballast");
    int contacts = Filled.CONTACTS;
    try (Journal journal = Filled.open(mount.resolve("gapless.db"))) {
      Filled.add(journal, 1, contacts);
      fill(ballast);
      assertFull(() -> Filled.add(journal, contacts + 1, contacts + 300));
      assertFull(() -> Filled.add(journal, contacts + 1, contacts + 300));
      Filled.assertWhole(journal, contacts);
      Files.delete(ballast);
      Filled.add(journal, contacts + 1, contacts + 300);
      Filled.assertWhole(journal, contacts + 300);
    }
    try (Journal journal = Filled.open(mount.resolve("gapless.db"))) {
      Filled.assertWhole(journal, contacts + 300);
    }
  }

  private static void fill(Path ballast) {
    try (var out = Files.newOutputStream(ballast)) {
      byte[] block = new byte[KIB];
      for (int i = 0; i < 8 * KIB; i++) {
        out.write(block);
      }
      throw new AssertionError("the disk is larger than it should be");
    } catch (IOException full) {
      assertThat(ballast).exists();
    }
  }

  private static void assertFull(ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOf(JournalException.class)
        .hasMessageContaining("gapless.db")
        .hasMessageContaining("disk is full")
        .hasMessageContaining("Free some space");
  }

  private static boolean run(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
