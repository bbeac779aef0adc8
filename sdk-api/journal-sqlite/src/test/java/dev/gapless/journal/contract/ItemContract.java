// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.contract;

import static dev.gapless.journal.contract.Sample.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gapless.api.ItemKey;
import dev.gapless.engine.journal.ItemRow;
import org.junit.jupiter.api.Test;

/** Items and their state. */
public abstract class ItemContract extends JournalContract {
  private static final String STATE =
      "{\"text\":\"na\u00efve \u0634\u0643\u0631 \uD83D\uDE00 \\u0000 \u0000 end\"}";

  @Test
  void aNewItemHasNoStateAndNoRevision() {
    ItemRow item = journal.commit(tx -> tx.addItem(key("a"), 17, 4));
    assertThat(item).isEqualTo(new ItemRow(item.id(), key("a"), 17, 4, 0, 0, ""));
    assertThat(item.id()).isPositive();
    assertThat(current.item(key("a"))).contains(item);
    assertThat(current.item(item.id())).isEqualTo(item);
  }

  @Test
  void anItemMayBringItsStateAlong() {
    ItemRow item = journal.commit(tx -> tx.addItem(new ItemRow(0, key("a"), 17, 4, 17, 16, STATE)));
    assertThat(item).isEqualTo(new ItemRow(item.id(), key("a"), 17, 4, 17, 16, STATE));
    reopen();
    assertThat(current.item(key("a"))).contains(item);
  }

  @Test
  void savingReplacesLaneRevisionsAndStateOnly() {
    ItemRow item = journal.commit(tx -> tx.addItem(key("a"), 17, 4));
    commit(tx -> tx.addItem(key("b"), 18, 5));
    commit(tx -> tx.saveItem(new ItemRow(item.id(), key("other"), 99, 6, 20, 19, STATE)));
    reopen();
    assertThat(current.item(key("a")))
        .contains(new ItemRow(item.id(), key("a"), 17, 6, 20, 19, STATE));
    assertThat(current.item(key("b")).orElseThrow().state()).isEmpty();
    assertThat(current.item(key("other"))).isEmpty();
  }

  @Test
  void keysDifferByEveryPartAndByCase() {
    for (ItemKey key :
        new ItemKey[] {
          new ItemKey("", "c", "a", "s", "id"),
          new ItemKey("t", "c", "a", "s", "id"),
          new ItemKey("", "d", "a", "s", "id"),
          new ItemKey("", "c", "b", "s", "id"),
          new ItemKey("", "c", "a", "u", "id"),
          new ItemKey("", "c", "a", "s", "ID"),
          new ItemKey("", "c", "a", "s", "id "),
          new ItemKey("", "c", "", "as", "id"),
        }) {
      assertThat(current.item(key)).isEmpty();
      commit(tx -> tx.addItem(key, 1, 1));
    }
  }

  @Test
  void refusesAKeyThatIsThere() {
    ItemRow item = journal.commit(tx -> tx.addItem(key("a"), 1, 1));
    assertThatThrownBy(() -> commit(tx -> tx.addItem(key("a"), 2, 2)))
        .isInstanceOf(IllegalStateException.class);
    assertThat(current.item(key("a"))).contains(item);
  }

  @Test
  void idsGrow() {
    long first = journal.commit(tx -> tx.addItem(key("b"), 1, 1)).id();
    long second = journal.commit(tx -> tx.addItem(key("a"), 2, 2)).id();
    assertThat(second).isGreaterThan(first);
  }

  @Test
  void anIdThatWasNeverGivenIsAnError() {
    assertThatThrownBy(() -> current.item(5)).isInstanceOf(IllegalStateException.class);
  }
}
