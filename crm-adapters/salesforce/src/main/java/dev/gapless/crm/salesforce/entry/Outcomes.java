// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.salesforce.entry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.CrmRefs;
import dev.gapless.api.ItemKey;
import dev.gapless.api.Refusal;
import dev.gapless.api.crm.Entry;
import dev.gapless.api.crm.WriteOutcome;
import dev.gapless.crm.salesforce.answer.During;
import dev.gapless.crm.salesforce.answer.ErrorTable;
import dev.gapless.crm.salesforce.answer.Fault;
import dev.gapless.crm.salesforce.answer.FaultReader;
import dev.gapless.crm.salesforce.answer.Meaning;
import dev.gapless.crm.salesforce.call.CallResult;
import dev.gapless.crm.salesforce.call.Calls;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads what became of each entry out of the answer to a call for several. */
final class Outcomes {
  private final During during;
  private final Optional<SharedRecords> shared;
  private final Map<ItemKey, WriteOutcome> byKey = new LinkedHashMap<>();
  private final Map<Entry, Refusal> heldByOthers = new LinkedHashMap<>();
  private final Set<Entry> cut = new HashSet<>();
  private boolean whole = true;

  private Outcomes(During during, Optional<SharedRecords> shared) {
    this.during = during;
    this.shared = shared;
  }

  /** Of an insert, which may be refused for what all entries share. */
  static Outcomes ofCreate(SharedRecords shared) {
    return new Outcomes(During.CREATE, Optional.of(shared));
  }

  static Outcomes ofUpdate() {
    return new Outcomes(During.UPDATE, Optional.empty());
  }

  /** Reads the answer to a call with these entries, in their order. */
  Outcomes read(List<Entry> entries, CallResult result) {
    if (result instanceof CallResult.NotDone notDone) {
      all(entries, entry -> new WriteOutcome.Refused(notDone.refusal(), entry.refs()));
    } else if (result instanceof CallResult.Lost lost) {
      all(entries, entry -> new WriteOutcome.Unknown(lost.reason(), entry.refs()));
    } else {
      answered(entries, (CallResult.Answered) result);
    }
    return this;
  }

  private void answered(List<Entry> entries, CallResult.Answered answer) {
    if (answer.isSuccess()
        && answer.body().isArray()
        && answer.body().size() == entries.size()
        && isRows(answer.body())) {
      for (int i = 0; i < entries.size(); i++) {
        row(entries.get(i), answer.body().get(i));
      }
      return;
    }
    Meaning meaning = Calls.meaning(answer, during);
    Refusal refusal = Calls.refusal(answer, during);
    all(entries, entry -> outcome(entry, meaning, refusal));
  }

  private static boolean isRows(JsonNode body) {
    for (JsonNode row : body) {
      if (!row.path("success").isBoolean()) {
        return false;
      }
    }
    return true;
  }

  private void all(List<Entry> entries, Function<Entry, WriteOutcome> outcome) {
    whole = false;
    entries.forEach(entry -> byKey.put(entry.key(), outcome.apply(entry)));
  }

  /** Rows that were rolled back may say that they were made: what counts is success. */
  private void row(Entry entry, JsonNode row) {
    List<Fault> faults = FaultReader.ofRow(row);
    if (row.path("success").asBoolean() && faults.isEmpty()) {
      byKey.put(entry.key(), written(entry, row.path("id").asText("")));
      return;
    }
    Meaning meaning = ErrorTable.get().ofRow(faults, during);
    Fault fault = ErrorTable.get().decisive(faults, during);
    Refusal refusal = meaning.refusal(fault, 200);
    Optional<Refusal> settings = shared.flatMap(all -> all.blame(entry, refusal, fault));
    if (settings.isPresent()) {
      byKey.put(entry.key(), new WriteOutcome.Refused(settings.get(), entry.refs()));
    } else if (meaning.then() == Meaning.Then.CHECK_KEY) {
      heldByOthers.put(entry, refusal);
    } else {
      byKey.put(entry.key(), outcome(entry, meaning, refusal));
    }
  }

  private static WriteOutcome written(Entry entry, String id) {
    if (entry.isUpdate()) {
      return WriteOutcome.written(entry.refs());
    }
    return id.isBlank()
        ? new WriteOutcome.Unknown("Salesforce gave no id", entry.refs())
        : WriteOutcome.written(entry.refs().and(CrmRefs.entry(id)));
  }

  private static WriteOutcome outcome(Entry entry, Meaning meaning, Refusal refusal) {
    return switch (meaning.then()) {
      case REFUSED, RENEW, CHECK_KEY -> new WriteOutcome.Refused(refusal, entry.refs());
      case NOT_TRIED -> new WriteOutcome.NotTried(refusal.summary());
      case UNKNOWN -> new WriteOutcome.Unknown(refusal.summary(), entry.refs());
    };
  }

  void put(Entry entry, WriteOutcome outcome) {
    byKey.put(entry.key(), outcome);
  }

  /** Remembers entries whose text has no room in its field. */
  void cut(Set<Entry> entries) {
    cut.addAll(entries);
  }

  /** Whether the text of an entry was found to have no room in its field. */
  boolean isCut(Entry entry) {
    return cut.contains(entry);
  }

  /** Entries whose key something holds, with what it means if that is not ours. */
  Map<Entry, Refusal> heldByOthers() {
    return heldByOthers;
  }

  /** What became of an entry, if that is known by now. */
  Optional<WriteOutcome> of(Entry entry) {
    return Optional.ofNullable(byKey.get(entry.key()));
  }

  /** Whether the call was answered entry by entry, so that another one makes sense now. */
  boolean mayGoOn() {
    return whole;
  }

  Map<ItemKey, WriteOutcome> byKey() {
    return byKey;
  }
}
