// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.catchup;

import dev.gapless.api.channel.Item;
import dev.gapless.api.channel.ItemSplitter;
import dev.gapless.engine.intake.Reading;
import dev.gapless.engine.journal.Journal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All items of a sweep's pages in the order in which they happened. Holds their places, not the
 * items: a page is read again when its turn comes, and few pages are kept.
 */
final class HeldItems {
  private static final int PAGE = 500;
  private static final int KEPT = 8;

  /**
   * Pages come newest first, so of two in one instant the one on the later page is older; the items
   * of a page come oldest first.
   */
  private static final Comparator<Place> OLDEST_FIRST =
      Comparator.comparing(Place::at)
          .thenComparing(Place::receipt, Comparator.reverseOrder())
          .thenComparing(Place::index);

  private final Journal journal;
  private final Memory memory;
  private final ItemSplitter splitter;
  private final List<Long> receipts;
  private final List<Place> places = new ArrayList<>();
  private final Map<Long, List<Item>> kept = new LinkedHashMap<>();

  /** Where an item stands, and when it happened. */
  record Place(Instant at, long receipt, int index) {}

  HeldItems(Memory memory, ItemSplitter splitter) {
    this.journal = memory.journal();
    this.memory = memory;
    this.splitter = splitter;
    this.receipts = findReceipts();
    for (long receipt : receipts) {
      List<Item> items = items(receipt);
      for (int index = 0; index < items.size(); index++) {
        places.add(new Place(happenedAt(items.get(index), receipt), receipt, index));
      }
    }
    places.sort(OLDEST_FIRST);
  }

  /** The receipts that are held, by id. */
  List<Long> receipts() {
    return receipts;
  }

  private List<Long> findReceipts() {
    List<Long> all = new ArrayList<>();
    List<Long> page = List.of();
    do {
      long after = all.isEmpty() ? 0 : all.get(all.size() - 1);
      page = journal.read(view -> view.held(memory.channel(), memory.source(), after, PAGE));
      all.addAll(page);
    } while (page.size() == PAGE);
    return all;
  }

  int size() {
    return places.size();
  }

  List<Place> places(int from, int most) {
    return places.subList(from, Math.min(places.size(), from + most));
  }

  /** Empty if its page has become too old to be kept meanwhile. */
  Optional<Item> item(Place place) {
    return items(place.receipt()).stream().skip(place.index()).findFirst();
  }

  private List<Item> items(long receipt) {
    List<Item> known = kept.remove(receipt);
    List<Item> items = known == null ? read(receipt) : known;
    kept.put(receipt, items);
    if (kept.size() > KEPT) {
      kept.remove(kept.keySet().iterator().next());
    }
    return items;
  }

  private List<Item> read(long id) {
    // A page may have become too old to be kept while its sweep went on.
    return journal
        .read(view -> view.receipt(id))
        .map(
            receipt ->
                Reading.page(memory.channel(), splitter, receipt.body(), receipt.receivedAt()))
        .orElse(List.of());
  }

  private static Instant happenedAt(Item item, long receipt) {
    return item instanceof Item.Contact contact
        ? contact.interaction().occurredAt()
        : Instant.EPOCH.plusNanos(receipt);
  }
}
