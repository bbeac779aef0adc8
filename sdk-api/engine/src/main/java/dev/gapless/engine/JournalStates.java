// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine;

import dev.gapless.api.config.State;
import dev.gapless.engine.journal.Committer;
import dev.gapless.engine.journal.Journal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The durable memory of connectors and adapters, once the journal is open. */
final class JournalStates {
  private final AtomicReference<Access> access = new AtomicReference<>();

  private record Access(Journal journal, Committer committer) {}

  void open(Journal journal, Committer committer) {
    access.set(new Access(journal, committer));
  }

  State of(String owner) {
    return new JournalState(owner);
  }

  private Access access() {
    Access now = access.get();
    if (now == null) {
      throw new IllegalStateException("State is there once the engine is built, not in create()");
    }
    return now;
  }

  private final class JournalState implements State {
    private final String owner;

    JournalState(String owner) {
      this.owner = owner;
    }

    @Override
    public Optional<String> get(String key) {
      return access().journal().read(view -> view.state(owner, key));
    }

    @Override
    public boolean compareAndSet(String key, Optional<String> expected, String value) {
      if (value.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
        throw new IllegalArgumentException(
            "state '" + key + "' of " + owner + " is larger than " + MAX_BYTES + " bytes");
      }
      return access()
          .committer()
          .commit(
              1,
              tx -> {
                boolean unchanged = tx.state(owner, key).equals(expected);
                if (unchanged) {
                  tx.putState(owner, key, value);
                }
                return unchanged;
              });
    }
  }
}
