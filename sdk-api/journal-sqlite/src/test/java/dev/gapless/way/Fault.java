// SPDX-License-Identifier: Apache-2.0
package dev.gapless.way;

import dev.gapless.api.Refusal;
import dev.gapless.api.Refusal.Category;
import dev.gapless.api.crm.Once;
import dev.gapless.way.FakeCrm.Mood;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ObjIntConsumer;

/**
 * Something that goes wrong for ten minutes.
 *
 * @param each done to the world before each piece of time, with its number from 0
 */
record Fault(String name, Once once, ObjIntConsumer<World> each) {
  private static final Once CONFIRMED = new Once.Confirmed(FakeCrm.VISIBLE_AFTER);
  private static final Duration DAY = Duration.ofDays(1);

  static List<Fault> all() {
    List<Fault> faults = new ArrayList<>();
    faults.add(stopped("CRM down, refused connections, no DNS", refusal(Category.OUTAGE)));
    faults.add(always("no answers: every call times out", Mood.REQUEST_LOST));
    faults.add(halfOpen());
    faults.add(
        stopped("throttled: 429 for two minutes", wait(Category.THROTTLED, Duration.ofMinutes(2))));
    faults.add(
        stopped("daily quota used up, for an hour", wait(Category.QUOTA, Duration.ofHours(1))));
    faults.add(always("lock storm: every record is locked", Mood.LOCKED));
    faults.add(stopped("token refused", refusal(Category.AUTHENTICATION)));
    faults.add(stopped("a field is missing", refusal(Category.SETUP)));
    for (Once once : List.of(new Once.Enforced(), CONFIRMED, new Once.None())) {
      faults.add(sometimes("answers lost after the write", once, Mood.ANSWER_LOST));
      faults.add(sometimes("time-outs that take effect later", once, Mood.LATE));
      faults.add(sometimes("process killed before the call", once, Mood.KILLED_BEFORE));
      faults.add(sometimes("process killed after the write", once, Mood.KILLED_AFTER));
    }
    faults.add(
        new Fault(
            "process killed in a commit",
            CONFIRMED,
            (world, n) -> world.journal.killAt = world.journal.commits.get() + 1 + n % 3));
    faults.add(
        new Fault("journal's disk full", CONFIRMED, (world, n) -> world.journal.full = true));
    faults.add(new Fault("clock a day ahead, and back", CONFIRMED, Fault::jump));
    return faults;
  }

  /** How the strategy is called in the documents. */
  String strategy() {
    return once.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
  }

  /** What is wrong ends. */
  static void end(World world) {
    world.crm.connection = Optional.empty();
    world.crm.mood = Mood.WELL;
    world.journal.full = false;
    world.journal.killAt = 0;
  }

  private static Fault stopped(String name, Refusal refusal) {
    return new Fault(name, CONFIRMED, (world, n) -> world.crm.connection = Optional.of(refusal));
  }

  private static Fault always(String name, Mood mood) {
    return new Fault(name, CONFIRMED, (world, n) -> world.crm.mood = mood);
  }

  private static Fault sometimes(String name, Once once, Mood mood) {
    return new Fault(name, once, (world, n) -> world.crm.mood = n % 3 == 0 ? mood : world.crm.mood);
  }

  private static Fault halfOpen() {
    return new Fault(
        "half open: well for ten seconds, down for twenty",
        CONFIRMED,
        (world, n) ->
            world.crm.connection =
                n % 3 == 0 ? Optional.empty() : Optional.of(refusal(Category.OUTAGE)));
  }

  private static void jump(World world, int n) {
    if (n % 20 == 5) {
      world.clock.advance(DAY);
    } else if (n % 20 == 15) {
      world.clock.advance(DAY.negated());
    }
  }

  private static Refusal refusal(Category category) {
    return Refusal.of(category, Refusal.Scope.CONNECTION, "", "test");
  }

  private static Refusal wait(Category category, Duration wait) {
    return refusal(category).retryAfter(wait);
  }
}
