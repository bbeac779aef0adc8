// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.catchup;

import dev.gapless.engine.journal.Committer;
import dev.gapless.engine.journal.Expiry.Cause;
import dev.gapless.engine.journal.Expiry.Kept;
import dev.gapless.engine.journal.Journal;
import dev.gapless.engine.journal.JournalTransaction;
import dev.gapless.engine.journal.JournalView;
import dev.gapless.engine.retention.Retention;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** Where the journal keeps the state of one source, and its pages until they are released. */
record Memory(Journal journal, Committer committer, String channel, String source) {
  private static final int ROWS = 4;

  Optional<SourceState> load() {
    return journal.read(view -> view.state(owner(), source).map(SourceStateJson::read));
  }

  void save(JournalTransaction tx, SourceState state) {
    tx.putState(owner(), source, SourceStateJson.write(state));
  }

  void save(SourceState state) {
    commit(tx -> save(tx, state));
  }

  /** Page and cursor in one commit: whatever happens next, neither is without the other. */
  void hold(byte[] page, Instant now, SourceState state) {
    commit(
        tx -> {
          long receipt = tx.addReceipt(channel, now, page);
          tx.hold(channel, source, receipt);
          // No event leads to it before it is released, nor after if it brings nothing.
          tx.expiry().keep(new Kept(Cause.RAW, receipt, 0), now);
          save(tx, state);
        });
  }

  /**
   * @param keys how long the journal knows what has been here
   */
  void begin(SourceState state, Instant now, Duration keys) {
    commit(
        tx -> {
          save(tx, state.begin(now, asked(tx), furthest(tx, now, keys)));
          tx.putState(owner(), wish(), "");
        });
  }

  /**
   * What is older than keys has been forgotten, so a sweep that went beyond would bring it anew.
   */
  Instant furthest(JournalView view, Instant now, Duration keys) {
    return Retention.hasForgotten(view) ? now.minus(keys) : Instant.MIN;
  }

  /** Whether somebody wants a sweep now. */
  boolean isAsked() {
    return journal.read(this::asked).isPresent();
  }

  /** Has the next sweep go at least as far back. */
  void ask(Instant since) {
    commit(
        tx -> {
          Instant furthest = asked(tx).filter(one -> one.isBefore(since)).orElse(since);
          tx.putState(owner(), wish(), furthest.toString());
        });
  }

  private Optional<Instant> asked(JournalView view) {
    return view.state(owner(), wish()).filter(text -> !text.isEmpty()).map(Instant::parse);
  }

  private String wish() {
    return source + "?";
  }

  /** Apart from the connector's own memory, which stands under the channel's name. */
  private String owner() {
    return "catch-up/" + channel;
  }

  private void commit(Consumer<JournalTransaction> work) {
    committer.commit(
        ROWS,
        tx -> {
          work.accept(tx);
          return true;
        });
  }
}
