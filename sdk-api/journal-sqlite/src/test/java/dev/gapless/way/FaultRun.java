// SPDX-License-Identifier: Apache-2.0
package dev.gapless.way;

import dev.gapless.engine.DeepAudit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Ten minutes of contacts while something is wrong, and what became of them. */
final class FaultRun implements AutoCloseable {
  private static final int PIECES = 60;
  private static final int CONTACTS = 40;
  private static final Duration PIECE = Duration.ofSeconds(10);

  private final Fault fault;
  private final World world;
  private final List<String> refused = new ArrayList<>();
  private final TreeSet<String> said = new TreeSet<>();
  private final TreeSet<Integer> statuses = new TreeSet<>();

  FaultRun(Fault fault) {
    this.fault = fault;
    this.world = new World(fault.once());
  }

  /**
   * What can be seen from outside.
   *
   * @param answers the statuses that webhooks were given meanwhile
   * @param stopped what the audit said while nothing went to the CRM, without details
   * @param after how long after the fault's end nothing waited any more
   */
  record Outcome(
      String answers,
      String stopped,
      long lost,
      long twice,
      long outOfOrder,
      long parked,
      Duration after,
      boolean balanced) {}

  Outcome run() {
    world.work();
    for (int n = 0; n < PIECES; n++) {
      fault.each().accept(world, n);
      if (n < CONTACTS) {
        post(line(n));
      }
      world.tick(PIECE);
      world.books().stopped().ifPresent(why -> said.add(why.replaceFirst("[:(].*", "").strip()));
    }
    Fault.end(world);
    // A platform sends again what was not answered with 2xx.
    List.copyOf(refused).forEach(this::post);
    Instant end = world.clock.instant();
    world.drain();
    return outcome(Duration.between(end, world.clock.instant()));
  }

  private static String line(int n) {
    return "message;m" + n + ";c" + n % 5 + ";text " + n;
  }

  private void post(String line) {
    try {
      int status = world.post(line);
      statuses.add(status);
      if (status != 200) {
        refused.add(line);
      }
    } catch (FakeCrm.Killed e) {
      refused.add(line);
      world.restart();
    }
  }

  private Outcome outcome(Duration after) {
    Map<String, Long> copies = new HashMap<>();
    world.crm.rows.values().forEach(row -> copies.merge(row.key().nativeId(), 1L, Long::sum));
    Set<String> somewhere = new HashSet<>(copies.keySet());
    world.gapless.parked("fake", CONTACTS).forEach(one -> somewhere.add(one.subject().nativeId()));
    return new Outcome(
        String.join(", ", statuses.stream().map(String::valueOf).toList()),
        String.join(", ", said),
        CONTACTS - somewhere.size(),
        copies.values().stream().mapToLong(count -> count - 1).sum(),
        outOfOrder(),
        world.books().parked(),
        after,
        world.gapless.deepAudit().stream().allMatch(DeepAudit::agrees));
  }

  /** Creates of a conversation whose sequence is lower than that of one before. */
  private long outOfOrder() {
    Map<String, Long> last = new HashMap<>();
    return world.crm.creates.stream()
        .filter(one -> last.merge(one.conversation(), one.sequence(), Math::max) > one.sequence())
        .count();
  }

  @Override
  public void close() {
    world.close();
  }
}
