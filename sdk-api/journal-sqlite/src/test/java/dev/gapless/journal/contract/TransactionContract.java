// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.contract;

import static dev.gapless.journal.contract.Sample.NOON;
import static dev.gapless.journal.contract.Sample.body;
import static dev.gapless.journal.contract.Sample.dueLanes;
import static dev.gapless.journal.contract.Sample.event;
import static dev.gapless.journal.contract.Sample.key;
import static dev.gapless.journal.contract.Sample.waiting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gapless.engine.journal.Journal;
import dev.gapless.engine.journal.JournalException;
import dev.gapless.engine.journal.JournalTransaction;
import dev.gapless.engine.journal.JournalView;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** All or nothing, and when others see it. */
public abstract class TransactionContract extends JournalContract {
  @Test
  void keepsEverythingOverReopening() {
    commit(TransactionContract::storeOneOfEach);
    reopen();
    assertOneOfEach(journal);
  }

  @Test
  void returnsWhatTheWorkReturns() {
    assertThat(journal.<String>commit(tx -> "done")).isEqualTo("done");
    assertThat(current.lastSequence()).isZero();
  }

  @Test
  void takesEverythingBackIfTheWorkFails() {
    IllegalArgumentException planned = new IllegalArgumentException("planned");
    assertThatThrownBy(
            () ->
                commit(
                    tx -> {
                      storeOneOfEach(tx);
                      throw planned;
                    }))
        .isSameAs(planned);
    assertNothing(journal);
    reopen();
    assertNothing(journal);
  }

  @Test
  void worksOnAfterAFailedCommit() {
    assertThatThrownBy(
            () ->
                commit(
                    tx -> {
                      storeOneOfEach(tx);
                      throw new IllegalArgumentException("planned");
                    }))
        .isInstanceOf(IllegalArgumentException.class);
    commit(TransactionContract::storeOneOfEach);
    assertOneOfEach(journal);
  }

  @Test
  void questionsInATransactionSeeItsChanges() {
    commit(
        tx -> {
          storeOneOfEach(tx);
          assertOneOfEach(tx);
        });
  }

  @Test
  void readsSeeNothingOfACommitThatRuns() {
    commit(
        tx -> {
          storeOneOfEach(tx);
          assertThat(CompletableFuture.supplyAsync(current::lastSequence))
              .succeedsWithin(java.time.Duration.ofMinutes(2))
              .isEqualTo(0L);
        });
    assertOneOfEach(journal);
  }

  @Test
  void aReadKeepsItsSnapshotWhileACommitFinishes() {
    commit(tx -> tx.putState("owner", "key", "before"));
    journal.read(
        view -> {
          assertThat(view.state("owner", "key")).contains("before");
          commit(tx -> tx.putState("owner", "key", "after"));
          assertThat(view.state("owner", "key")).contains("before");
          return true;
        });
    assertThat(current.state("owner", "key")).contains("after");
  }

  @Test
  void aReadInsideAReadSeesWhatWasCommittedSince() {
    journal.read(
        view -> {
          assertThat(view.state("owner", "key")).isEmpty();
          commit(tx -> tx.putState("owner", "key", "value"));
          assertThat(current.state("owner", "key")).contains("value");
          return true;
        });
  }

  @Test
  void aReadThatFailsDoesNotSpoilTheNext() {
    IllegalArgumentException planned = new IllegalArgumentException("planned");
    assertThatThrownBy(
            () ->
                journal.read(
                    view -> {
                      throw planned;
                    }))
        .isSameAs(planned);
    assertThat(current.lastSequence()).isZero();
  }

  @Test
  void refusesASecondCommitWhileOneRuns() {
    commit(
        tx -> {
          tx.putState("owner", "key", "outer");
          assertThatThrownBy(() -> commit(inner -> inner.putState("owner", "key", "inner")))
              .isInstanceOf(IllegalStateException.class);
        });
    assertThat(current.state("owner", "key")).contains("outer");
  }

  @Test
  void transactionsAndViewsEndWithTheirWork() {
    AtomicReference<JournalTransaction> transaction = new AtomicReference<>();
    AtomicReference<JournalView> view = new AtomicReference<>();
    commit(transaction::set);
    journal.read(
        kept -> {
          view.set(kept);
          return true;
        });
    assertThatThrownBy(() -> transaction.get().addLane()).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> view.get().lastSequence()).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void anErrorInTheWorkTakesItBackToo() {
    assertThatThrownBy(
            () ->
                commit(
                    tx -> {
                      tx.putState("owner", "key", "value");
                      throw new AssertionError("planned");
                    }))
        .isInstanceOf(AssertionError.class);
    assertThat(current.state("owner", "key")).isEmpty();
  }

  @Test
  void anInterruptedThreadMayFinishItsWork() {
    Thread.currentThread().interrupt();
    try {
      commit(tx -> tx.putState("owner", "key", "value"));
      assertThat(current.state("owner", "key")).contains("value");
      reopen();
      assertThat(current.state("owner", "key")).contains("value");
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void refusesEverythingAfterClosing() {
    journal.close();
    assertThatThrownBy(() -> commit(JournalTransaction::addLane))
        .isInstanceOf(JournalException.class)
        .hasMessageContaining(journal.location());
    assertThatThrownBy(() -> current.lastSequence()).isInstanceOf(JournalException.class);
    journal.close();
  }

  @Test
  void cannotBeClosedByWorkThatRunsInIt() {
    assertThatThrownBy(() -> commit(tx -> journal.close()))
        .isInstanceOf(IllegalStateException.class);
    assertThat(current.lastSequence()).isZero();
  }

  private static void storeOneOfEach(JournalTransaction tx) {
    int destination = tx.addDestination("crm", 0).id();
    long receipt = tx.addReceipt("whatsapp", NOON, body("{}"));
    long lane = tx.addLane();
    long item = tx.addItem(key("a"), 1, lane).id();
    tx.addEvent(event(receipt, item, "created"));
    tx.alias("scope", "conversation", lane);
    tx.addLast(waiting(destination, item, lane, 1));
    tx.count(destination, "received", 1);
    tx.putState("owner", "key", "value");
  }

  private static void assertOneOfEach(Journal journal) {
    journal.read(
        view -> {
          assertOneOfEach(view);
          return true;
        });
  }

  private static void assertOneOfEach(JournalView view) {
    int crm = view.destinations().get("crm").id();
    assertThat(view.lastSequence()).isEqualTo(1);
    assertThat(view.receipt(1)).isPresent();
    assertThat(view.item(key("a"))).isPresent();
    assertThat(view.events(1)).hasSize(1);
    assertThat(view.lane("scope", "conversation")).contains(1L);
    assertThat(view.delivery(crm, 1)).isPresent();
    assertThat(dueLanes(view, crm, NOON, 9)).containsExactly(1L);
    assertThat(view.counters(crm)).containsEntry("received", 1L);
    assertThat(view.state("owner", "key")).contains("value");
  }

  private static void assertNothing(Journal journal) {
    journal.read(
        view -> {
          assertThat(view.destinations()).isEmpty();
          assertThat(view.lastSequence()).isZero();
          assertThat(view.receipt(1)).isEmpty();
          assertThat(view.item(key("a"))).isEmpty();
          assertThat(view.events(1)).isEmpty();
          assertThat(view.lane("scope", "conversation")).isEmpty();
          assertThat(view.delivery(1, 1)).isEmpty();
          assertThat(dueLanes(view, 1, NOON, 9)).isEmpty();
          assertThat(view.counters(1)).isEmpty();
          return assertThat(view.state("owner", "key")).isEmpty();
        });
  }
}
