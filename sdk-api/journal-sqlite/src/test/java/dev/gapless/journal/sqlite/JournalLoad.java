// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import dev.gapless.api.CrmRefs;
import dev.gapless.api.ItemKey;
import dev.gapless.engine.journal.DeliveryRow;
import dev.gapless.engine.journal.DestinationRow;
import dev.gapless.engine.journal.DueLane;
import dev.gapless.engine.journal.EventRow;
import dev.gapless.engine.journal.ItemRow;
import dev.gapless.engine.journal.Journal;
import dev.gapless.engine.journal.JournalTransaction;
import dev.gapless.engine.journal.Rank;
import dev.gapless.engine.journal.RecountPage;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Measures the journal by hand, outside the build: {@code JournalLoad FOLDER [WAITING…]}. Appends
 * contacts as the engine does (about 1 KB raw, four to a conversation, one destination) until so
 * many wait, and at each such point measures appends, claims, settling and the recount.
 */
final class JournalLoad {
  static final int BODY_BYTES = 1_024;
  private static final int MESSAGES_PER_CONVERSATION = 4;
  private static final int ROUNDS = 5;
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final int FILL_GROUP = 512;
  private static final int WARM_UP = 20_000;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Random random = new Random(7);
  private final Journal journal;
  private final Path file;
  private final Floor floor;
  private final int crm;
  private long contacts;
  private long written;

  private JournalLoad(Path file) {
    this.file = file;
    floor = new Floor(file.resolveSibling("floor.db"));
    journal = SqliteJournal.at(file).open(Clock.systemUTC());
    crm = journal.<DestinationRow>commit(tx -> tx.addDestination("crm", 0)).id();
  }

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    JournalLoad warmUp = new JournalLoad(Files.createTempDirectory(folder, "warm").resolve("w.db"));
    warmUp.fill(WARM_UP);
    warmUp.settle(WARM_UP);
    warmUp.floor.append(FILL_GROUP, WARM_UP / FILL_GROUP);
    warmUp.floor.close();
    warmUp.journal.close();
    Path file = Files.createTempDirectory(folder, "load").resolve("gapless.db");
    JournalLoad load = new JournalLoad(file);
    for (int i = 1; i < arguments.length; i++) {
      long waiting = Long.parseLong(arguments[i]);
      load.fill(waiting);
      load.measure();
    }
    load.journal.close();
    load.floor.close();
    System.out.printf("%d bytes per contact%n", Files.size(file) / load.contacts);
    long start = System.nanoTime();
    SqliteJournal.at(file).open(Clock.systemUTC()).close();
    System.out.printf("open and close: %.1f ms%n", (System.nanoTime() - start) / 1e6);
  }

  private void fill(long waiting) {
    while (contacts - written < waiting) {
      append((int) Math.min(FILL_GROUP, waiting - (contacts - written)));
    }
  }

  private void measure() {
    System.out.printf("%n%,d waiting, %,d contacts%n", contacts - written, contacts);
    for (int group : new int[] {1, 32, 512}) {
      int commits = Math.max(4, 2_048 / group);
      report("one row, groups of " + group, () -> floor.append(group, commits));
      report("contact, groups of " + group, () -> appends(group, commits));
    }
    Instant now = at(contacts);
    report(
        "dueLanes, 100",
        () -> times(200, 1, () -> journal.read(v -> v.dueLanes(crm, now, Rank.LIVE, 0, 100))));
    report("nextDue", () -> times(500, 1, () -> journal.read(v -> v.nextDue(crm, now))));
    report("heads, 10 of a lane", () -> times(500, 1, this::heads));
    report("item by key, seen", () -> times(500, 1, this::lookUp));
    report("settle, 100 together", () -> times(5, 100, () -> settle(100)));
    report("recount, 1000 items", () -> times(5, 1, this::recount));
    System.out.printf(
        "file %.0f MB, log %.1f MB%n",
        file.toFile().length() / 1e6,
        file.resolveSibling("gapless.db-wal").toFile().length() / 1e6);
  }

  /** The middle of some rounds, after one that does not count: wall time and this thread's. */
  private static void report(String what, Supplier<Cost> round) {
    var unused = round.get();
    List<Cost> rounds = Stream.generate(round).limit(ROUNDS).sorted().toList();
    double micros = rounds.get(ROUNDS / 2).nanos() / 1e3;
    System.out.printf(
        "  %-24s %10.1f us %,10.0f/s  [%.1f..%.1f]  cpu %.1f us%n",
        what,
        micros,
        1e6 / micros,
        rounds.get(0).nanos() / 1e3,
        rounds.get(ROUNDS - 1).nanos() / 1e3,
        rounds.stream().mapToDouble(Cost::cpuNanos).sorted().toArray()[ROUNDS / 2] / 1e3);
  }

  /** Of one operation. */
  record Cost(double nanos, double cpuNanos) implements Comparable<Cost> {
    @Override
    public int compareTo(Cost other) {
      return Double.compare(nanos, other.nanos);
    }
  }

  static Cost times(int count, int operationsEach, Runnable work) {
    long cpu = THREADS.getCurrentThreadCpuTime();
    long start = System.nanoTime();
    for (int i = 0; i < count; i++) {
      work.run();
    }
    double operations = (double) count * operationsEach;
    double nanos = (System.nanoTime() - start) / operations;
    return new Cost(nanos, (THREADS.getCurrentThreadCpuTime() - cpu) / operations);
  }

  private Cost appends(int group, int commits) {
    return times(commits, group, () -> append(group));
  }

  private void append(int group) {
    journal.commit(
        tx -> {
          for (int i = 0; i < group; i++) {
            contact(tx, ++contacts);
          }
          tx.count(crm, "received", group);
          tx.count(crm, "waiting", group);
          return true;
        });
  }

  private void contact(JournalTransaction tx, long n) {
    byte[] body = new byte[BODY_BYTES];
    random.nextBytes(body);
    long receipt = tx.addReceipt("whatsapp", at(n), body);
    ItemKey key = key(n);
    if (tx.item(key).isPresent()) {
      return;
    }
    String thread = "15550" + customer(n);
    long lane = tx.lane("0:|whatsapp|200000000000001", thread).orElseGet(tx::addLane);
    tx.alias("0:|whatsapp|200000000000001", thread, lane);
    ItemRow item = tx.addItem(key, n, lane);
    tx.addEvent(
        new EventRow(
            n,
            item.id(),
            "created",
            receipt,
            "/entry/0/changes/0/value/messages/0",
            Optional.empty(),
            true));
    tx.saveItem(new ItemRow(item.id(), key, n, lane, n, n, STATE));
    tx.saveDelivery(DeliveryRow.waiting(crm, item.id(), lane, n, at(n)));
    tx.refreshLane(crm, lane);
  }

  private Object heads() {
    long lane = 1 + random.nextLong(contacts / MESSAGES_PER_CONVERSATION);
    return journal.read(view -> view.heads(crm, lane, 10));
  }

  private Object lookUp() {
    ItemKey key = key(1 + random.nextLong(contacts));
    return journal.read(view -> view.item(key).map(item -> view.seen(item.id(), "created")));
  }

  private void settle(int most) {
    int done =
        journal.<Integer>commit(
            tx -> {
              int settled = 0;
              for (DueLane lane : tx.dueLanes(crm, at(contacts), Rank.LIVE, 0, most)) {
                DeliveryRow row = tx.heads(crm, lane.lane(), 1).get(0);
                long revision = tx.item(row.item()).revision();
                tx.saveDelivery(row.writtenUpTo(revision, CrmRefs.entry("00Q5g00000ABCDEXYZ")));
                tx.refreshLane(crm, lane.lane());
                settled++;
              }
              tx.count(crm, "waiting", -settled);
              tx.count(crm, "written", settled);
              return settled;
            });
    written += done;
  }

  private RecountPage recount() {
    long from = random.nextLong(Math.max(1, contacts - 1_000));
    return journal.read(view -> view.recount(view.destinations().get("crm"), from, 1_000));
  }

  static Instant at(long n) {
    return Instant.EPOCH.plusSeconds(1_700_000_000L + n);
  }

  /** As WhatsApp's ids are made: the customer first, then what looks random. */
  static ItemKey key(long n) {
    byte[] customer = ("15550" + customer(n)).getBytes(StandardCharsets.US_ASCII);
    String id =
        "wamid.HBgL%sFQIAEhgg%016X%04XAA=="
            .formatted(
                Base64.getEncoder().withoutPadding().encodeToString(customer),
                n * GOLDEN,
                n & 0xFFFF);
    return new ItemKey("", "whatsapp", "200000000000001", "message", id);
  }

  /** Customers write in no order of their numbers. */
  private static long customer(long n) {
    return ((n / MESSAGES_PER_CONVERSATION * GOLDEN) >>> 32) % 1_000_000;
  }

  private static final String STATE =
      "{\"v\":1,\"kind\":\"message\",\"text\":\"%s\",\"author\":[{\"type\":\"whatsapp-id\"}]}"
          .formatted("x".repeat(160));
}
