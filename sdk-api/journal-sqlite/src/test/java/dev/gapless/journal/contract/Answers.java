// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.contract;

import static dev.gapless.journal.contract.Sample.NOON;

import dev.gapless.engine.journal.DeliveryRow;
import dev.gapless.engine.journal.DestinationRow;
import dev.gapless.engine.journal.JournalView;
import dev.gapless.engine.journal.Rank;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Every question, asked for every row that a {@link Change} can have touched. */
final class Answers {
  private static final int MOST = 9;

  private final JournalView view;
  private final Map<String, Object> answers = new LinkedHashMap<>();

  private Answers(JournalView view) {
    this.view = view;
  }

  static Map<String, Object> of(JournalView view) {
    Answers all = new Answers(view);
    all.perItem();
    all.perDestination();
    all.rest();
    return all.answers;
  }

  private void perItem() {
    for (int n = 0; n <= MOST; n++) {
      long id = n;
      answers.put("item " + n, view.item(Sample.key("item " + n)));
      answers.put("events " + n, view.events(n));
      answers.put("seen " + n, view.seen(n, "change " + n % 3));
      answers.put("count " + n, view.countEvents(n, 2, MOST) + view.countEvents(n, 0, 4));
      answers.put("first " + n, view.firstEvent(n, 1));
      view.receipt(id)
          .ifPresent(row -> answers.put("receipt " + id, row + Arrays.toString(row.body())));
    }
  }

  private void perDestination() {
    for (int destination = 1; destination <= Change.DESTINATIONS; destination++) {
      String to = " to " + destination;
      for (int n = 0; n <= MOST; n++) {
        answers.put("delivery " + n + to, view.delivery(destination, n));
        answers.put("heads " + n + to, view.heads(destination, n, 3));
        for (Rank rank : Rank.values()) {
          due(destination, NOON.plusSeconds(n), rank);
        }
        answers.put("next due " + n + to, view.nextDue(destination, NOON.plusSeconds(n)));
        long after = view.delivery(destination, n).map(DeliveryRow::id).orElse(0L);
        answers.put("parked " + n + to, view.parked(destination, after, 2));
      }
      answers.put("announced" + to, view.announced(destination, 3));
      answers.put("counters" + to, view.counters(destination));
    }
    for (DestinationRow destination : view.destinations().values()) {
      answers.put("recount " + destination, view.recount(destination, 0, 99));
      answers.put("recount page " + destination, view.recount(destination, 1, 2));
    }
  }

  private void due(int destination, Instant now, Rank rank) {
    String what = " " + rank + " at " + now + " to " + destination;
    answers.put("shares" + what, view.dueShares(destination, now, rank, -1, 9));
    answers.put("shares behind" + what, view.dueShares(destination, now, rank, 0, 1));
    for (int share = 0; share <= Change.SHARES; share++) {
      answers.put("due " + share + what, view.dueLanes(destination, now, rank, share, 4));
    }
  }

  private void rest() {
    answers.put("destinations", view.destinations());
    answers.put("last", view.lastSequence());
    answers.put("not understood", view.notUnderstood(2, 3));
    for (int n = 0; n < 6; n++) {
      answers.put("lane " + n, view.lane("scope " + n % 2, "thread " + n / 2));
      answers.put("lane name " + n, view.laneName(n));
      answers.put("held " + n, view.held("c" + n % 2, "source " + n / 3, n / 4, 3));
      answers.put("state " + n, view.state("o" + n % 2, "k" + n / 2));
    }
  }
}
