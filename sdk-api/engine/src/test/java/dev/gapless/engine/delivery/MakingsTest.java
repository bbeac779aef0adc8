// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.api.Identifier;
import dev.gapless.api.Party;
import dev.gapless.api.crm.CrmPerson;
import dev.gapless.engine.journal.Committer;
import dev.gapless.engine.journal.Journal;
import dev.gapless.engine.journal.JournalTransaction;
import dev.gapless.engine.journal.JournalView;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class MakingsTest {
  private static final Party ANNA =
      new Party(Optional.empty(), List.of(new Identifier("id", "anna")));
  private static final CrmPerson RECORD = new CrmPerson("N-1", "person", Instant.EPOCH);

  private final States journal = new States();
  private final Makings makings =
      new Makings(
          "crm",
          new Committer(journal, Runnable::run, () -> {}),
          Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC),
          Duration.ofMinutes(2),
          false);

  @Test
  void storesThatAPersonIsForgottenAlsoWhenTheCommitIsRunAgain() {
    makings.made(ANNA, RECORD);
    assertThat(MakingsJson.read(journal.states.get(0))).hasSize(1);
    forget(States.storing(new ArrayList<>()));
    journal.commit(this::forget);
    assertThat(journal.states).hasSize(2);
    assertThat(MakingsJson.read(journal.states.get(1))).isEmpty();
    assertThat(makings.of(ANNA)).isEmpty();
  }

  private boolean forget(JournalTransaction tx) {
    makings.forget(tx, RECORD);
    return true;
  }

  /** Keeps the states that its commits store, in their order. */
  private static final class States implements Journal {
    final List<String> states = new ArrayList<>();

    @Override
    public <T> T commit(Function<JournalTransaction, T> work) {
      return work.apply(storing(states));
    }

    static JournalTransaction storing(List<String> into) {
      return (JournalTransaction)
          Proxy.newProxyInstance(
              JournalTransaction.class.getClassLoader(),
              new Class<?>[] {JournalTransaction.class},
              (proxy, method, args) -> {
                assertThat(method.getName()).isEqualTo("putState");
                into.add((String) args[2]);
                return null;
              });
    }

    @Override
    public <T> T read(Function<JournalView, T> work) {
      throw new UnsupportedOperationException();
    }

    @Override
    public String location() {
      return "memory";
    }

    @Override
    public void close() {}
  }
}
