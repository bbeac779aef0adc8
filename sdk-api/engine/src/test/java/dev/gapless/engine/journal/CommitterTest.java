// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class CommitterTest {
  private final CountingJournal journal = new CountingJournal();
  private final List<String> rollbacks = new ArrayList<>();

  @Test
  void commitsTogetherWhatWaitsTogether() throws InterruptedException {
    Deque<Runnable> thread = new ConcurrentLinkedDeque<>();
    Committer committer = new Committer(journal, thread::add, () -> rollbacks.add("x"));
    List<Integer> answers = new CopyOnWriteArrayList<>();
    List<Thread> callers = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      int number = i;
      callers.add(new Thread(() -> answers.add(committer.commit(1, tx -> number))));
    }
    callers.forEach(Thread::start);
    while (!callers.stream().allMatch(one -> one.getState() == Thread.State.WAITING)) {
      Thread.onSpinWait();
    }
    assertThat(answers).isEmpty();
    thread.remove().run();
    for (Thread caller : callers) {
      caller.join();
    }
    assertThat(answers).containsExactlyInAnyOrder(0, 1, 2);
    assertThat(journal.commits).isEqualTo(1);
  }

  @Test
  void doesNotAnswerBeforeTheCommitIsDurable() {
    journal.failing = true;
    Committer committer = new Committer(journal, Runnable::run, () -> rollbacks.add("x"));
    assertThatThrownBy(() -> committer.commit(1, tx -> 1)).isInstanceOf(JournalException.class);
    assertThat(rollbacks).hasSize(1);
  }

  @Test
  void handsAnErrorToItsCallerToo() {
    Committer committer = new Committer(journal, Runnable::run, () -> rollbacks.add("x"));
    assertThatThrownBy(
            () ->
                committer.commit(
                    1,
                    tx -> {
                      throw new StackOverflowError();
                    }))
        .isInstanceOf(StackOverflowError.class);
    assertThat(rollbacks).hasSize(1);
    assertThat(committer.<Integer>commit(1, tx -> 2)).isEqualTo(2);
  }

  @Test
  void letsOneThatFailsNotFailItsNeighbours() {
    Deque<Runnable> thread = new ConcurrentLinkedDeque<>();
    Committer committer = new Committer(journal, thread::add, () -> rollbacks.add("x"));
    CompletableFuture<Integer> good =
        CompletableFuture.supplyAsync(() -> committer.commit(1, tx -> 7));
    CompletableFuture<Integer> bad =
        CompletableFuture.supplyAsync(
            () ->
                committer.commit(
                    1,
                    tx -> {
                      throw new IllegalStateException("defect");
                    }));
    while (!good.isDone() || !bad.isDone()) {
      Runnable drain = thread.poll();
      if (drain != null) {
        drain.run();
      }
      Thread.onSpinWait();
    }
    assertThat(good.join()).isEqualTo(7);
    assertThatThrownBy(bad::join).hasMessageContaining("defect");
  }

  @Test
  void refusesWhenItsThreadIsGone() {
    Committer committer =
        new Committer(
            journal,
            task -> {
              throw new RejectedExecutionException();
            },
            () -> rollbacks.add("x"));
    assertThatThrownBy(() -> committer.commit(1, tx -> 1)).hasMessageContaining("is closed");
  }

  /** Runs the work without rows; counts, or fails after the work as a full disk does. */
  private static final class CountingJournal implements Journal {
    int commits;
    boolean failing;

    @Override
    @SuppressWarnings("NullAway")
    public <T> T commit(Function<JournalTransaction, T> work) {
      T result = work.apply(null);
      if (failing) {
        throw new JournalException("disk full");
      }
      commits++;
      return result;
    }

    @Override
    public <T> T read(Function<JournalView, T> work) {
      throw new AssertionError("not asked");
    }

    @Override
    public String location() {
      return "here";
    }

    @Override
    public void close() {}
  }
}
