// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.intake;

import dev.gapless.api.Action;
import dev.gapless.api.Delivery;
import dev.gapless.api.Kind;
import dev.gapless.api.channel.Item;
import dev.gapless.api.channel.ItemSplitter;
import dev.gapless.engine.journal.Committer;
import dev.gapless.engine.journal.DeliveryRow;
import dev.gapless.engine.journal.DestinationRow;
import dev.gapless.engine.journal.EventRow;
import dev.gapless.engine.journal.ItemRow;
import dev.gapless.engine.journal.Journal;
import dev.gapless.engine.journal.JournalTransaction;
import dev.gapless.engine.journal.Rank;
import dev.gapless.engine.journal.ReceiptRow;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads again what was not understood, after an upgrade: a contact shown as unsupported gets its
 * content in the entry it has, a notice may turn out to be a contact, a parked item may be read.
 */
public final class Reread {
  private static final Logger log = LoggerFactory.getLogger(Reread.class);
  private static final int PAGE = 200;

  private final Journal journal;
  private final Committer committer;
  private final Append append;
  private final ParkedItems parked;

  public Reread(Journal journal, Committer committer, Append append, ParkedItems parked) {
    this.journal = journal;
    this.committer = committer;
    this.append = append;
    this.parked = parked;
  }

  /** Returns how many items are understood now that were not before. */
  public int run(Map<String, ItemSplitter> splitters) {
    int understood = 0;
    long after = 0;
    for (List<EventRow> page = page(after); !page.isEmpty(); page = page(after)) {
      for (EventRow event : page) {
        understood += read(event, splitters) ? 1 : 0;
        after = event.sequence();
      }
    }
    return understood;
  }

  private List<EventRow> page(long after) {
    return journal.read(view -> view.notUnderstood(after, PAGE));
  }

  private boolean read(EventRow event, Map<String, ItemSplitter> splitters) {
    Optional<ReceiptRow> raw = journal.read(view -> view.receipt(event.receipt()));
    if (raw.isEmpty()) {
      log.warn(
          "event {} cannot be read again: its raw body is not kept any more", event.sequence());
      return false;
    }
    ReceiptRow receipt = raw.get();
    ItemSplitter splitter = splitters.get(receipt.connection());
    if (splitter == null) {
      return false;
    }
    List<Item> now =
        Reading.of(receipt.connection(), splitter, receipt.body(), receipt.receivedAt()).stream()
            .filter(item -> event.path().isEmpty() || item.path().equals(event.path()))
            .filter(Understanding::of)
            .toList();
    return !now.isEmpty()
        && committer.commit(
            now.size(), tx -> isThere(tx, event) && replace(tx, event, receipt, now));
  }

  /** It may have become too old since it was listed. */
  private static boolean isThere(JournalTransaction tx, EventRow event) {
    return tx.seen(event.item(), event.change())
        && tx.expiry().receivedAt(event.receipt()).isPresent();
  }

  private boolean replace(
      JournalTransaction tx, EventRow event, ReceiptRow receipt, List<Item> items) {
    tx.understood(event.sequence());
    ItemRow before = tx.item(event.item());
    boolean sameItem = items.stream().anyMatch(item -> item.event().item().equals(before.key()));
    for (DestinationRow to : tx.destinations().values()) {
      Optional<DeliveryRow> row = tx.delivery(to.id(), before.id());
      row.filter(one -> one.state() == Delivery.State.PARKED && before.revision() == 0)
          .ifPresent(one -> parked.readAgain(tx, one, sameItem, receipt.receivedAt()));
    }
    List<Item> copies = items.stream().map(item -> asCopy(tx, item)).toList();
    append.apply(
        tx,
        new Receipt(
            receipt.connection(), receipt.receivedAt(), receipt.body(), copies, Rank.HISTORY),
        receipt.id());
    return true;
  }

  /**
   * What was seen as created comes as a copy read back: fuller than what is held, it replaces it.
   */
  private static Item asCopy(JournalTransaction tx, Item item) {
    boolean seen =
        tx.item(item.event().item())
            .filter(row -> tx.seen(row.id(), item.event().change()))
            .isPresent();
    if (!seen || !(item instanceof Item.Contact contact)) {
      return item;
    }
    boolean content = contact.interaction().kind() != Kind.STATUS;
    if (contact.interaction().action() != Action.CREATED || !content) {
      return item;
    }
    String digest = Digest.sha256Hex(contact.interaction().text().getBytes(StandardCharsets.UTF_8));
    return new Item.Contact(
        contact.path(),
        "observed:" + digest,
        contact.interaction().toBuilder().action(Action.OBSERVED).build());
  }
}
