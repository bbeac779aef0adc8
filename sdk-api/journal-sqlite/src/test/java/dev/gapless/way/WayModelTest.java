// SPDX-License-Identifier: Apache-2.0
package dev.gapless.way;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.api.Delivery;
import dev.gapless.api.Refusal;
import dev.gapless.api.crm.Once;
import dev.gapless.engine.Audit;
import dev.gapless.engine.DeepAudit;
import dev.gapless.way.FakeCrm.Mood;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * The promises as invariants, over any sequence of webhooks, repeats, changes, faults, crashes and
 * waiting. After every step the books balance; at the end the CRM is what the contacts were.
 */
class WayModelTest {
  @Property(tries = 120)
  void keepsItsPromisesWhereTheCrmEnforcesOurKey(@ForAll("lives") List<Step> life) {
    live(new Once.Enforced(FakeCrm.LATEST_COMMIT), life);
  }

  @Property(tries = 120)
  void keepsItsPromisesWhereTheCrmLetsUsLook(@ForAll("lives") List<Step> life) {
    live(new Once.Confirmed(FakeCrm.VISIBLE_AFTER), life);
  }

  @Property(tries = 80)
  void keepsItsPromisesWhereTheCrmDoesNeither(@ForAll("lives") List<Step> life) {
    live(new Once.None(FakeCrm.LATEST_COMMIT), life);
  }

  private static void live(Once once, List<Step> life) {
    try (World world = new World(once)) {
      Ledger ledger = new Ledger();
      for (Step step : life) {
        step.run(world, ledger);
        booksBalance(world);
        neverTwice(world);
        inOrder(world);
      }
      world.crm.connection = Optional.empty();
      world.drain();
      nothingLost(world, ledger);
      neverTwice(world);
      inOrder(world);
      for (DeepAudit audit : world.gapless.deepAudit()) {
        assertThat(audit.recounted()).isEqualTo(audit.counted());
        assertThat(audit.agrees()).isTrue();
      }
    }
  }

  private static void booksBalance(World world) {
    Audit books = world.books();
    assertThat(books.balances()).describedAs("P4 %s", books).isTrue();
  }

  private static void neverTwice(World world) {
    Set<Object> keys = new HashSet<>();
    world
        .crm
        .rows
        .values()
        .forEach(
            row -> assertThat(keys.add(row.key())).describedAs("P2: one row per key").isTrue());
  }

  private static void inOrder(World world) {
    // What is parked as "may have been written" has stepped out of its lane; it may arrive late.
    Set<Object> steppedOut = new HashSet<>();
    world.gapless.parked("fake", 10_000).forEach(delivery -> steppedOut.add(delivery.subject()));
    Map<String, Long> last = new HashMap<>();
    for (FakeCrm.Arrival arrival : world.crm.creates) {
      if (steppedOut.contains(arrival.key())) {
        continue;
      }
      Long before = last.put(arrival.conversation(), arrival.sequence());
      assertThat(before == null || before < arrival.sequence())
          .describedAs("P3: creates of a conversation arrive in the order of receipt")
          .isTrue();
    }
  }

  private static void nothingLost(World world, Ledger ledger) {
    assertThat(world.books().waiting()).describedAs("P7: all drains when the CRM is well").isZero();
    Set<String> parked = new HashSet<>();
    for (Delivery delivery : world.gapless.parked("fake", 10_000)) {
      parked.add(delivery.subject().nativeId());
      assertThat(delivery.reason()).isPresent();
      String reason = delivery.reason().get();
      boolean rightReason =
          reason.startsWith("unreadable")
              || reason.startsWith("gave up after 8 attempts; locked")
              || (world.crm.once instanceof Once.None
                  && reason.startsWith("may have been written"));
      assertThat(rightReason).describedAs("P7 parks nothing else: %s", delivery.reason()).isTrue();
    }
    ledger
        .expected()
        .forEach(
            (id, text) -> {
              if (!parked.contains(id)) {
                assertThat(world.crm.rowsOf(LineChannel.key(id)))
                    .describedAs("P1: %s is in the CRM with its newest state", id)
                    .extracting(FakeCrm.Row::text)
                    .containsExactly(text);
              }
            });
  }

  /** What was acknowledged, and what a CRM must show of it; computed without the engine's code. */
  static final class Ledger {
    private final Map<String, String> originals = new LinkedHashMap<>();
    private final Map<String, Integer> editedAt = new HashMap<>();
    private final Map<String, String> edits = new HashMap<>();
    private final Set<String> removed = new HashSet<>();

    void acknowledged(String line) {
      String[] part = line.split(";", -1);
      switch (part[0]) {
        case "message" -> originals.putIfAbsent(part[1], part[3]);
        case "strange" -> originals.putIfAbsent(part[1], "");
        case "edit" -> edited(part[1], Integer.parseInt(part[3]), part[4]);
        case "remove" -> removed.add(part[1]);
        default -> {}
      }
    }

    private void edited(String id, int second, String text) {
      if (second >= editedAt.getOrDefault(id, 0)) {
        editedAt.put(id, second);
        edits.put(id, text);
      }
    }

    Map<String, String> expected() {
      Map<String, String> all = new LinkedHashMap<>();
      originals.forEach(
          (id, text) -> all.put(id, removed.contains(id) ? "" : edits.getOrDefault(id, text)));
      return all;
    }
  }

  /** One thing that happens. */
  interface Step {
    void run(World world, Ledger ledger);
  }

  @Provide
  Arbitrary<List<Step>> lives() {
    Arbitrary<Step> step =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(8, posts()),
            net.jqwik.api.Tuple.of(5, ticks()),
            net.jqwik.api.Tuple.of(4, moods()),
            net.jqwik.api.Tuple.of(1, troubles()),
            net.jqwik.api.Tuple.of(
                1,
                Arbitraries.just(
                    named("recovery", (world, ledger) -> world.crm.connection = Optional.empty()))),
            net.jqwik.api.Tuple.of(
                1, Arbitraries.just(named("crash", (world, ledger) -> world.restart()))));
    return step.list().ofMinSize(5).ofMaxSize(40);
  }

  private static Arbitrary<Step> posts() {
    return lines()
        .list()
        .ofMinSize(1)
        .ofMaxSize(5)
        .map(
            lines ->
                named(
                    "post " + lines,
                    (world, ledger) -> {
                      int status = world.post(lines.toArray(String[]::new));
                      assertThat(status).isEqualTo(200);
                      lines.forEach(ledger::acknowledged);
                    }));
  }

  private static Arbitrary<String> lines() {
    Arbitrary<Integer> id = Arbitraries.integers().between(1, 12);
    Arbitrary<Integer> second = Arbitraries.integers().between(1, 30);
    return Combinators.combine(Arbitraries.integers().between(0, 9), id, second)
        .as(
            (kind, number, at) -> {
              // The conversation follows from the id, as it does on a platform.
              String item = "m" + number + ";c" + number % 3;
              return switch (kind) {
                case 0, 1, 2, 3 -> "message;" + item + ";text of " + number;
                case 4, 5 -> "edit;" + item + ";" + at + ";edit at " + at;
                case 6 -> "remove;" + item + ";" + at;
                case 7 -> "strange;s" + number + ";c" + number % 3 + ";later readable";
                case 8 -> "notice;n" + number;
                default -> "garbled;g" + number;
              };
            });
  }

  private static Arbitrary<Step> ticks() {
    return Arbitraries.integers()
        .between(0, 12)
        .map(
            seconds ->
                named(
                    "tick " + seconds, (world, ledger) -> world.tick(Duration.ofSeconds(seconds))));
  }

  private static Arbitrary<Step> moods() {
    return Arbitraries.of(Mood.values())
        .map(mood -> named("mood " + mood, (world, ledger) -> world.crm.mood = mood));
  }

  private static Arbitrary<Step> troubles() {
    List<Refusal> refusals = new ArrayList<>();
    for (Refusal.Category category :
        List.of(
            Refusal.Category.OUTAGE,
            Refusal.Category.QUOTA,
            Refusal.Category.SETUP,
            Refusal.Category.AUTHENTICATION)) {
      refusals.add(Refusal.of(category, Refusal.Scope.CONNECTION, "", "trouble"));
    }
    refusals.add(
        Refusal.of(Refusal.Category.THROTTLED, Refusal.Scope.CONNECTION, "429", "slow down")
            .retryAfter(Duration.ofSeconds(7)));
    return Arbitraries.of(refusals)
        .map(
            refusal ->
                named(
                    "trouble " + refusal.category(),
                    (world, ledger) -> world.crm.connection = Optional.of(refusal)));
  }

  private static Step named(String name, Step step) {
    return new Step() {
      @Override
      public void run(World world, Ledger ledger) {
        step.run(world, ledger);
      }

      @Override
      public String toString() {
        return name;
      }
    };
  }
}
