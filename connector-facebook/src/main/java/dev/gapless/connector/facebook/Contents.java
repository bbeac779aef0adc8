// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.EventKey;
import dev.gapless.api.channel.Item;
import dev.gapless.http.payload.Digest;
import dev.gapless.http.payload.EnvelopeReader;
import dev.gapless.http.payload.Level;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What pages and Instagram accounts put inside the envelope. */
final class Contents implements EnvelopeReader {
  static final String PAGE = "page";
  static final String INSTAGRAM = "instagram";

  private static final Set<String> OBJECTS = Set.of(PAGE, INSTAGRAM);

  private final Receipt receipt;

  Contents(Receipt receipt) {
    this.receipt = receipt;
  }

  @Override
  public boolean looksReceived(JsonNode json) {
    return EventTable.isEvent(json);
  }

  @Override
  public Optional<List<Item>> bare(Level level, boolean open) {
    if (looksReceived(level.json())) {
      // A value beside it is an item of its own by now.
      return Optional.of(event("messaging", level.without("value")));
    }
    Optional<Fetched> fetched = Fetched.in(level.json());
    if (fetched.isPresent()) {
      Element page = element(level);
      return Optional.of(checked(page, fetched.get().items(page)));
    }
    boolean fieldsOnly = !open && level.json().has("changed_fields");
    return fieldsOnly
        ? Optional.of(List.of(notice(level, "changed_fields", NoticeTable.WITHOUT_VALUES)))
        : Optional.empty();
  }

  @Override
  public List<Item> value(Level value) {
    Element change = element(value);
    return isForeign(change)
        ? List.of(change.notice(change.frame().field().orElse("value"), NoticeTable.NOT_FACEBOOK))
        : checked(change, FieldTable.read(change));
  }

  @Override
  public List<Item> event(String list, Level event) {
    Element element = element(event);
    return isForeign(element)
        ? List.of(element.notice(list, NoticeTable.NOT_FACEBOOK))
        : checked(element, EventTable.read(list, element));
  }

  @Override
  public Item notice(Level level, String kind, String rule) {
    return element(level).notice(kind, rule);
  }

  @Override
  public Item unexpectedType(Level level) {
    return element(level).unexpectedType();
  }

  private Element element(Level level) {
    return Element.of(level, receipt);
  }

  private static boolean isForeign(Element element) {
    return element.frame().object().filter(name -> !OBJECTS.contains(name)).isPresent();
  }

  private static List<Item> checked(Element element, List<Item> items) {
    return element.isConfigured()
        ? items
        : items.stream().map(item -> outsider(element, item)).toList();
  }

  /**
   * What came in for an account that is not configured: of another tenant, or forgotten. It stands
   * in the same place as the item it would be, so that it becomes that item when it is read again.
   */
  private static Item outsider(Element element, Item item) {
    String event = item.event().item().canonical() + " " + item.event().change();
    return new Item.Notice(
        item.path(),
        new EventKey(
            element.keys().key("notice", NoticeTable.UNKNOWN_ACCOUNT + ":" + Digest.of(event)),
            EventKey.CREATED),
        "account",
        NoticeTable.UNKNOWN_ACCOUNT);
  }
}
