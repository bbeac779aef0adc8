// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.salesforce.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gapless.api.Refusal;
import dev.gapless.api.Refusal.Category;
import dev.gapless.api.Refusal.Scope;
import dev.gapless.api.crm.Entry;
import dev.gapless.crm.salesforce.call.Purpose;
import dev.gapless.crm.salesforce.call.Query;
import dev.gapless.crm.salesforce.call.Soql;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks at entries before they are changed, where agents may have changed their texts: a text that
 * still is what we wrote is replaced; behind one that is not, the new one is added.
 */
public final class Guard {
  private static final int ID = 15;

  private final Query query;
  private final EntryFields fields;

  public Guard(Query query, EntryFields fields) {
    this.query = query;
    this.fields = fields;
  }

  /** What a look brought. */
  sealed interface Answer {
    /**
     * The changes to send, in the order of the entries; those in the recycle bin are left out.
     *
     * @param cut entries whose text has no room behind an agent's
     */
    record Changes(Map<Entry, ObjectNode> ofEach, Set<Entry> cut) implements Answer {}

    /** Nothing can be sent now. */
    record Refused(Refusal refusal) implements Answer {}
  }

  static Refusal gone() {
    return Refusal.of(
        Category.GONE, Scope.ENTRY, "ENTITY_IS_DELETED", "The entry was deleted in Salesforce");
  }

  Answer look(List<Entry> entries) {
    Map<Entry, ObjectNode> changes = new LinkedHashMap<>();
    if (!fields.profile().isGuarded()) {
      entries.forEach(entry -> changes.put(entry, fields.changed(entry)));
      return new Answer.Changes(changes, Set.of());
    }
    Query.Answer answer = query.ask(Purpose.LOOK, true, List.of(question(entries)));
    if (answer instanceof Query.Answer.Refused refused) {
      return new Answer.Refused(refused.refusal());
    }
    Map<String, JsonNode> now = new HashMap<>();
    ((Query.Answer.Records) answer)
        .ofEach()
        .get(0)
        .forEach(record -> now.put(shortId(record.path("Id").asText("")), record));
    Set<Entry> cut = new HashSet<>();
    for (Entry entry : entries) {
      add(changes, cut, entry, now.getOrDefault(shortId(id(entry)), MissingNode.getInstance()));
    }
    return new Answer.Changes(changes, cut);
  }

  /**
   * An entry that is hidden from us gets no text: what became of it, the change itself will say.
   */
  private void add(Map<Entry, ObjectNode> changes, Set<Entry> cut, Entry entry, JsonNode now) {
    if (now.path("IsDeleted").asBoolean()) {
      return;
    }
    ObjectNode change = fields.changed(entry);
    if (now.isObject()) {
      addTexts(change, cut, entry, now);
    }
    changes.put(entry, change);
  }

  private void addTexts(ObjectNode change, Set<Entry> cut, Entry entry, JsonNode now) {
    String subject = now.path(name("subject")).asText("");
    String text = now.path(name("text")).asText("");
    if (FieldText.digest(subject, text).equals(now.path(name("digest")).asText(""))) {
      fields.addTexts(change, entry);
      return;
    }
    String longer = fields.behind(text, entry);
    if (!longer.equals(text)) {
      change.put(name("text"), longer);
    }
    if (!fields.isBehind(longer, entry)) {
      cut.add(entry);
    }
  }

  private String question(List<Entry> entries) {
    return "SELECT Id, IsDeleted, "
        + String.join(", ", name("subject"), name("text"), name("digest"))
        + " FROM "
        + fields.profile().object()
        + " WHERE Id IN "
        + Soql.list(entries.stream().map(Guard::id).toList());
  }

  private String name(String role) {
    return fields.profile().field(role).orElseThrow().name();
  }

  private static String id(Entry entry) {
    return entry.refs().entry().orElseThrow();
  }

  /** The part of an id that is the same in its short and its long form. */
  private static String shortId(String id) {
    return id.length() > ID ? id.substring(0, ID) : id;
  }
}
