// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.CrmRefs;
import dev.gapless.api.ItemKey;
import dev.gapless.api.Refusal;
import dev.gapless.api.Refusal.Category;
import dev.gapless.api.Refusal.Scope;
import dev.gapless.api.crm.Entry;
import dev.gapless.api.crm.WriteOutcome;
import dev.gapless.api.crm.WriteOutcome.Refused;
import dev.gapless.api.crm.WriteOutcome.Unknown;
import dev.gapless.api.crm.WriteOutcome.Written;
import dev.gapless.crm.rest.CallResult.Answered;
import dev.gapless.crm.rest.preset.NewId;
import dev.gapless.crm.rest.preset.Rule;
import dev.gapless.crm.rest.preset.Verdict;
import dev.gapless.crm.rest.preset.Write;
import dev.gapless.crm.rest.preset.Write.Match;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads, out of the answer to a call that writes, what became of each entry. */
final class EntryResults {
  private final Write write;
  private final Write.Results shape;

  EntryResults(Write write) {
    this.write = write;
    this.shape = write.answer();
  }

  /** The outcomes of a call that succeeded as a whole; entries the answer omits are left out. */
  Map<ItemKey, WriteOutcome> read(List<Entry> entries, Answered answer) {
    Map<ItemKey, WriteOutcome> outcomes = new LinkedHashMap<>();
    if (!write.isBatch()) {
      outcomes.put(entries.get(0).key(), outcome(entries.get(0), answer));
      return outcomes;
    }
    JsonNode list = answer.body().at(shape.list());
    if (!list.isArray()) {
      String reason = unreadable(answer);
      entries.forEach(entry -> outcomes.put(entry.key(), new Unknown(reason, entry.refs())));
      return outcomes;
    }
    Map<Entry, JsonNode> results = match(entries, list);
    results.forEach(
        (entry, result) ->
            outcomes.put(
                entry.key(), outcome(entry, answer.part(status(result, answer.status()), result))));
    return outcomes;
  }

  /** What the rules for entries say to the answer of a call for one entry. */
  Optional<WriteOutcome> ruled(Entry entry, Answered answer) {
    return Verdicts.first(shape.rules(), answer.status(), answer.body())
        .map(rule -> byRule(rule, entry, answer));
  }

  private String unreadable(Answered answer) {
    return "the CRM answered with status "
        + answer.status()
        + " and "
        + (answer.body().isMissingNode() ? "no whole JSON" : "no list at " + shape.list())
        + ". Check url and preset, and what stands between us and the CRM";
  }

  private Map<Entry, JsonNode> match(List<Entry> entries, JsonNode list) {
    if (shape.match() == Match.ORDER) {
      return byOrder(entries, list);
    }
    Map<String, JsonNode> named = new HashMap<>();
    list.forEach(result -> named.putIfAbsent(result.at(shape.matchAt()).asText(""), result));
    Map<Entry, JsonNode> matched = new LinkedHashMap<>();
    for (Entry entry : entries) {
      Optional.ofNullable(named.get(name(entry))).ifPresent(result -> matched.put(entry, result));
    }
    return matched;
  }

  private String name(Entry entry) {
    return shape.match() == Match.ID ? entry.refs().entry().orElseThrow() : entry.key().sha256Hex();
  }

  /** Results without names count only if there is one for each entry. */
  private static Map<Entry, JsonNode> byOrder(List<Entry> entries, JsonNode list) {
    Map<Entry, JsonNode> matched = new LinkedHashMap<>();
    if (list.size() == entries.size()) {
      for (int i = 0; i < entries.size(); i++) {
        matched.put(entries.get(i), list.get(i));
      }
    }
    return matched;
  }

  private int status(JsonNode result, int ofCall) {
    return shape.status().map(at -> result.at(at).asInt(0)).orElse(ofCall);
  }

  private WriteOutcome outcome(Entry entry, Answered result) {
    Optional<Rule> rule = Verdicts.first(shape.rules(), result.status(), result.body());
    if (rule.isPresent()) {
      return byRule(rule.get(), entry, result);
    } else if (result.isSuccess()) {
      return succeeded(entry, result);
    }
    return Defaults.entry(result.status(), "")
        .<WriteOutcome>map(refusal -> new Refused(refusal, entry.refs()))
        .orElseGet(() -> unknown(entry, result));
  }

  private WriteOutcome succeeded(Entry entry, Answered result) {
    boolean shown = shape.success().filter(c -> !c.fits(result.status(), result.body())).isEmpty();
    return shown
        ? written(entry, result, false)
        : unknown(entry, "the CRM's answer does not show success as the preset describes it");
  }

  private WriteOutcome byRule(Rule rule, Entry entry, Answered result) {
    if (rule.then() instanceof Verdict.Refused verdict) {
      return Verdicts.provesNothingWritten(rule, result.status())
          ? new Refused(Verdicts.refusal(rule, verdict, result), entry.refs())
          : unknown(entry, result);
    } else if (rule.then() instanceof Verdict.AlreadyThere) {
      return alreadyThere(rule, entry, result);
    }
    return rule.then() instanceof Verdict.Written
        ? written(entry, result, false)
        : unknown(entry, result);
  }

  /** Only a record that carries our key is ours. */
  private WriteOutcome alreadyThere(Rule rule, Entry entry, Answered result) {
    Rule.Proof proof = rule.proof();
    if (proof.ownId()) {
      return written(entry, result, true);
    }
    Optional<JsonNode> ours = Proofs.record(rule, result, Set.of(entry.key().sha256Hex()));
    if (ours.isPresent()) {
      return proof
          .id()
          .map(at -> written(entry, NewIds.of(ours.get().at(at)), true))
          .orElseGet(() -> written(entry, result, true));
    }
    return new Refused(
        Refusal.of(
            Category.INVALID,
            Scope.ENTRY,
            Proofs.code(rule, result),
            "the CRM says the entry exists but names another key. Check which of its fields are"
                + " unique"),
        entry.refs());
  }

  private WriteOutcome written(Entry entry, Answered result, boolean before) {
    return written(
        entry, shape.id().map(shown -> id(shown, entry, result)).orElse(Optional.empty()), before);
  }

  private static WriteOutcome written(Entry entry, Optional<String> id, boolean before) {
    if (entry.isUpdate()) {
      return new Written(entry.refs(), before);
    }
    return id.<WriteOutcome>map(
            found -> new Written(entry.refs().and(CrmRefs.entry(found)), before))
        .orElseGet(() -> unknown(entry, "the CRM gave no id where the preset says"));
  }

  private static Optional<String> id(NewId shown, Entry entry, Answered result) {
    return shown instanceof NewId.OwnKey
        ? Optional.of(entry.key().sha256Hex())
        : NewIds.in(shown, result);
  }

  private static Unknown unknown(Entry entry, Answered result) {
    return unknown(entry, "the CRM gave the entry the status " + result.status());
  }

  private static Unknown unknown(Entry entry, String reason) {
    return new Unknown(reason, entry.refs());
  }
}
