// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.contract;

import static dev.gapless.journal.contract.Sample.event;
import static dev.gapless.journal.contract.Sample.ignored;
import static dev.gapless.journal.contract.Sample.notUnderstood;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gapless.engine.journal.EventRow;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Events of items. */
public abstract class EventContract extends JournalContract {
  @Test
  void keepsEveryValueInOrderOfSequence() {
    List<EventRow> events =
        List.of(
            new EventRow(3, 1, "removed", 30, "/b", Optional.empty(), true),
            new EventRow(5, 1, "edited:é", 50, "", Optional.of("no-change"), true),
            new EventRow(8, 1, "created", 80, "/a", Optional.empty(), false));
    commit(
        tx -> {
          tx.addEvent(events.get(2));
          tx.addEvent(events.get(0));
          tx.addEvent(event(4, 2, "created"));
          tx.addEvent(events.get(1));
        });
    reopen();
    assertThat(current.events(1)).isEqualTo(events);
    assertThat(current.events(3)).isEmpty();
  }

  @Test
  void knowsTheGreatestSequence() {
    assertThat(current.lastSequence()).isZero();
    commit(tx -> tx.addEvent(event(41, 1, "created")));
    commit(tx -> tx.addEvent(event(40, 2, "created")));
    assertThat(current.lastSequence()).isEqualTo(41);
  }

  @Test
  void hasSeenAChangeOfThatItemOnly() {
    commit(tx -> tx.addEvent(event(1, 1, "edited:a")));
    assertThat(current.seen(1, "edited:a")).isTrue();
    assertThat(current.seen(1, "edited:A")).isFalse();
    assertThat(current.seen(1, "edited:")).isFalse();
    assertThat(current.seen(2, "edited:a")).isFalse();
  }

  @Test
  void refusesAChangeOrASequenceThatIsThere() {
    commit(tx -> tx.addEvent(event(1, 1, "created")));
    assertThatThrownBy(() -> commit(tx -> tx.addEvent(event(2, 1, "created"))))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> commit(tx -> tx.addEvent(event(1, 2, "created"))))
        .isInstanceOf(IllegalStateException.class);
    assertThat(current.lastSequence()).isEqualTo(1);
  }

  @Test
  void countsAndFindsOnlyWhatNoRuleIgnores() {
    commit(
        tx -> {
          tx.addEvent(ignored(1, 1, "a", "rule"));
          tx.addEvent(event(2, 1, "b"));
          tx.addEvent(event(3, 2, "a"));
          tx.addEvent(event(4, 1, "c"));
          tx.addEvent(event(6, 1, "d"));
        });
    journal.read(
        view -> {
          assertThat(view.countEvents(1, 0, Long.MAX_VALUE)).isEqualTo(3);
          assertThat(view.countEvents(1, 2, 6)).isEqualTo(2);
          assertThat(view.countEvents(1, 2, 5)).isEqualTo(1);
          assertThat(view.countEvents(1, 6, 6)).isZero();
          assertThat(view.firstEvent(1, 0)).contains(2L);
          assertThat(view.firstEvent(1, 2)).contains(4L);
          assertThat(view.firstEvent(1, 6)).isEmpty();
          return assertThat(view.firstEvent(9, 0)).isEmpty();
        });
  }

  @Test
  void takesARuleOffItsEventsOnly() {
    commit(
        tx -> {
          tx.addEvent(ignored(1, 1, "a", "original-not-seen"));
          tx.addEvent(ignored(2, 1, "b", "no-change"));
          tx.addEvent(ignored(3, 1, "c", "original-not-seen"));
          tx.addEvent(ignored(4, 2, "a", "original-not-seen"));
        });
    assertThat(journal.<Long>commit(tx -> tx.revive(1, "original-not-seen"))).isEqualTo(2);
    assertThat(journal.<Long>commit(tx -> tx.revive(1, "original-not-seen"))).isZero();
    assertThat(current.countEvents(1, 0, 9)).isEqualTo(2);
    assertThat(current.countEvents(2, 0, 9)).isZero();
  }

  @Test
  void listsWhatWasNotUnderstoodUntilItIs() {
    commit(
        tx -> {
          tx.addEvent(notUnderstood(1, 1));
          tx.addEvent(event(2, 2, "created"));
          tx.addEvent(notUnderstood(5, 3));
          tx.addEvent(notUnderstood(4, 4));
        });
    assertThat(current.notUnderstood(0, 9))
        .containsExactly(notUnderstood(1, 1), notUnderstood(4, 4), notUnderstood(5, 3));
    assertThat(current.notUnderstood(1, 1)).containsExactly(notUnderstood(4, 4));
    commit(tx -> tx.understood(4));
    assertThat(current.notUnderstood(1, 9)).containsExactly(notUnderstood(5, 3));
    assertThat(current.events(4).get(0).understood()).isTrue();
  }
}
