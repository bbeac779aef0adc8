// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import dev.gapless.engine.journal.DestinationRow;
import dev.gapless.engine.journal.RecountPage;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Counts events anew, from the rows themselves. */
final class Recount {
  static final String PAGE =
      """
      SELECT page.id, event.sequence, event.rule, delivery.written, delivery.state, delivery.reason
      FROM (SELECT id FROM item WHERE id > ? ORDER BY id LIMIT ?) AS page
      LEFT JOIN delivery ON delivery.id = page.id * 1024 + ?
      LEFT JOIN event ON event.item = page.id AND event.sequence > ?
        AND (? = 0 OR delivery.id IS NOT NULL)
      """;

  private final Sql page;
  private final ItemTable items;

  Recount(Session session, ItemTable items) {
    page = session.sql(PAGE);
    this.items = items;
  }

  RecountPage page(DestinationRow destination, long afterItem, int limit) {
    Map<String, Long> counts = new TreeMap<>();
    long last =
        page
            .list(
                row -> count(row, counts),
                afterItem,
                limit,
                destination.id(),
                destination.since(),
                destination.isSelective() ? 1 : 0)
            .stream()
            .reduce(afterItem, Math::max);
    return new RecountPage(last, counts, last >= items.lastId());
  }

  private static long count(Row row, Map<String, Long> counts) throws SQLException {
    long sequence = row.number(2);
    if (sequence > 0) {
      add(counts, "received");
      count(row, sequence, counts);
    }
    return row.number(1);
  }

  private static void count(Row row, long sequence, Map<String, Long> counts) throws SQLException {
    Optional<String> rule = row.optionalText(3);
    if (rule.isPresent()) {
      ignored(counts, rule);
    } else if (sequence <= row.number(4)) {
      add(counts, "written");
    } else {
      // Without a delivery this reads 0, which is waiting.
      switch (DeliveryTable.state(row.small(5))) {
        case PARKED -> add(counts, "parked");
        case IGNORED -> ignored(counts, row.optionalText(6));
        case WAITING, WRITTEN -> add(counts, "waiting");
      }
    }
  }

  private static void ignored(Map<String, Long> counts, Optional<String> rule) {
    add(counts, "ignored");
    rule.ifPresent(name -> add(counts, "ignored:" + name));
  }

  private static void add(Map<String, Long> counts, String counter) {
    counts.merge(counter, 1L, Long::sum);
  }
}
