// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.salesforce.entry;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gapless.api.CrmRefs;
import dev.gapless.api.ItemKey;
import dev.gapless.api.Refusal;
import dev.gapless.api.crm.Entry;
import dev.gapless.api.crm.LookupAnswer;
import dev.gapless.api.crm.WriteOutcome;
import dev.gapless.crm.salesforce.answer.During;
import dev.gapless.crm.salesforce.call.CallResult;
import dev.gapless.crm.salesforce.call.Calls;
import dev.gapless.crm.salesforce.call.Purpose;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes entries by sObject Collections: new ones are inserted, with a key that Salesforce keeps
 * unique, and never upserted, since an upsert would overwrite what an agent has changed.
 */
public final class EntryWriter {
  private static final String PATH = "/composite/sobjects";

  private final Calls calls;
  private final EntryFields fields;
  private final ClosedStatus closed;
  private final SharedRecords shared;
  private final KeyLookup keys;
  private final Guard guard;
  private final Optional<FullTexts> fullTexts;

  /**
   * @param fullTexts keeps what was cut; empty lets it go
   */
  public EntryWriter(
      Calls calls,
      EntryFields fields,
      ClosedStatus closed,
      SharedRecords shared,
      KeyLookup keys,
      Guard guard,
      Optional<FullTexts> fullTexts) {
    this.calls = calls;
    this.fields = fields;
    this.closed = closed;
    this.shared = shared;
    this.keys = keys;
    this.guard = guard;
    this.fullTexts = fullTexts;
  }

  /**
   * Creates first, then updates: a lane has at most one entry in a batch, so neither overtakes. A
   * call that got no answer entry by entry is the last one.
   */
  public Map<ItemKey, WriteOutcome> write(List<Entry> batch) {
    List<Entry> creates = batch.stream().filter(entry -> !entry.isUpdate()).toList();
    List<Entry> updates = batch.stream().filter(Entry::isUpdate).toList();
    Map<ItemKey, WriteOutcome> outcomes = new LinkedHashMap<>();
    boolean goOn = creates.isEmpty() || take(create(creates), creates, outcomes);
    if (goOn && !updates.isEmpty()) {
      take(update(updates), updates, outcomes);
    } else {
      updates.forEach(
          entry ->
              outcomes.put(entry.key(), new WriteOutcome.NotTried("the call before it failed")));
    }
    return outcomes;
  }

  private boolean take(Outcomes from, List<Entry> entries, Map<ItemKey, WriteOutcome> to) {
    if (from.mayGoOn()) {
      fullTexts.ifPresent(keeper -> entries.forEach(entry -> keep(keeper, from, entry)));
    }
    to.putAll(from.byKey());
    return from.mayGoOn();
  }

  private static void keep(FullTexts keeper, Outcomes outcomes, Entry entry) {
    outcomes
        .of(entry)
        .filter(WriteOutcome.Written.class::isInstance)
        .map(WriteOutcome.Written.class::cast)
        .ifPresent(
            written -> outcomes.put(entry, keeper.keep(entry, written, outcomes.isCut(entry))));
  }

  private Outcomes create(List<Entry> entries) {
    Outcomes outcomes = Outcomes.ofCreate(shared);
    Optional<Refusal> refusal = closed.load();
    if (refusal.isPresent()) {
      return outcomes.read(entries, new CallResult.NotDone(refusal.get()));
    }
    ArrayNode records = JsonNodeFactory.instance.arrayNode();
    entries.forEach(entry -> records.add(fields.created(entry)));
    outcomes.read(entries, calls.write(Purpose.CREATE, During.CREATE, "POST", PATH, body(records)));
    settleHeld(outcomes);
    return outcomes;
  }

  /** "Already there" counts only if a record with our key is found; the message is localised. */
  private void settleHeld(Outcomes outcomes) {
    Map<Entry, Refusal> held = outcomes.heldByOthers();
    if (held.isEmpty()) {
      return;
    }
    LookupAnswer answer = keys.find(held.keySet().stream().map(Entry::key).toList());
    held.forEach((entry, otherwise) -> outcomes.put(entry, settled(entry, otherwise, answer)));
  }

  private static WriteOutcome settled(Entry entry, Refusal otherwise, LookupAnswer answer) {
    if (answer instanceof LookupAnswer.Refused refused) {
      return new WriteOutcome.Refused(refused.refusal(), entry.refs());
    }
    CrmRefs ours = ((LookupAnswer.Found) answer).entries().get(entry.key());
    return ours == null
        ? new WriteOutcome.Refused(
            Refusal.of(
                otherwise.category(),
                otherwise.scope(),
                otherwise.code(),
                "another field of the object is unique and its value taken, or the run-as user"
                    + " cannot see the record that holds our key. Check unique fields and sharing,"
                    + " replay"),
            entry.refs())
        : WriteOutcome.alreadyThere(entry.refs().and(ours));
  }

  private Outcomes update(List<Entry> entries) {
    Outcomes outcomes = Outcomes.ofUpdate();
    Guard.Answer answer = guard.look(entries);
    if (answer instanceof Guard.Answer.Refused refused) {
      return outcomes.read(entries, new CallResult.NotDone(refused.refusal()));
    }
    Map<Entry, ObjectNode> changes = ((Guard.Answer.Changes) answer).ofEach();
    outcomes.cut(((Guard.Answer.Changes) answer).cut());
    ArrayNode records = JsonNodeFactory.instance.arrayNode();
    changes.values().forEach(records::add);
    if (!changes.isEmpty()) {
      outcomes.read(
          List.copyOf(changes.keySet()),
          calls.write(Purpose.UPDATE, During.UPDATE, "PATCH", PATH, body(records)));
    }
    entries.stream()
        .filter(entry -> !changes.containsKey(entry))
        .forEach(entry -> outcomes.put(entry, WriteOutcome.refused(Guard.gone())));
    return outcomes;
  }

  private static ObjectNode body(ArrayNode records) {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("allOrNone", false);
    body.set("records", records);
    return body;
  }
}
