// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import static dev.gapless.journal.contract.Sample.waiting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gapless.engine.journal.Journal;
import dev.gapless.engine.journal.JournalException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DestinationsTest {
  private static final int MOST = 1_023;

  @TempDir Path folder;

  @Test
  void refusesMoreThanADeliverysIdHasRoomFor() {
    Path file = folder.resolve("gapless.db");
    try (Journal journal = Filled.open(file)) {
      journal.commit(
          tx -> {
            for (int i = 1; i <= MOST; i++) {
              assertThat(tx.addDestination("crm " + i, 0).id()).isEqualTo(i);
            }
            tx.saveDelivery(waiting(MOST, 1, 1, 1));
            tx.saveDelivery(waiting(1, 2, 1, 1));
            return true;
          });
      assertThatThrownBy(() -> journal.commit(tx -> tx.addDestination("one more", 0)))
          .isInstanceOf(JournalException.class)
          .hasMessageContaining(file.toString())
          .hasMessageContaining("Begin another file");
      assertThat(journal.<Integer>read(view -> view.destinations().size())).isEqualTo(MOST);
      assertThat(journal.<Long>read(view -> view.delivery(MOST, 1).orElseThrow().item()))
          .isEqualTo(1);
    }
  }
}
