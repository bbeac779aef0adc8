// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gapless.api.ItemKey;
import dev.gapless.api.Refusal;
import dev.gapless.api.crm.Entry;
import dev.gapless.api.crm.WriteOutcome;
import dev.gapless.crm.rest.CallResult.Answered;
import dev.gapless.crm.rest.CallResult.Lost;
import dev.gapless.crm.rest.CallResult.NotDone;
import dev.gapless.crm.rest.preset.Rule;
import dev.gapless.crm.rest.preset.Verdict;
import dev.gapless.crm.rest.preset.Write;
import dev.gapless.crm.rest.template.JsonTemplate;
import dev.gapless.crm.rest.template.Rendering;
import dev.gapless.crm.rest.template.Value;
import dev.gapless.crm.rest.template.Values;
import dev.gapless.http.entry.EntryTexts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Makes one call that writes, and reads what became of each entry. */
final class EntryWriter {
  private final CrmCalls calls;
  private final Write write;
  private final List<Rule> callRules;
  private final EntryTexts texts;
  private final Rendering rendering;
  private final EntryResults results;
  private final Preparation preparation;
  private final Optional<ReadBackCheck> readBack;

  EntryWriter(
      CrmCalls calls, Write write, List<Rule> callRules, EntryTexts texts, Rendering rendering) {
    this.calls = calls;
    this.write = write;
    this.callRules = callRules;
    this.texts = texts;
    this.rendering = rendering;
    this.results = new EntryResults(write);
    Reads reads = new Reads(calls, callRules);
    this.preparation = new Preparation(reads, write, texts, rendering, this::make);
    this.readBack =
        write
            .readBack()
            .map(kept -> new ReadBackCheck(reads, write.request(), kept, texts, rendering));
  }

  /**
   * What became of the call.
   *
   * @param outcomes by entry; an entry that the answer does not name is left out
   * @param mayGoOn whether another call makes sense now
   */
  record Written(Map<ItemKey, WriteOutcome> outcomes, boolean mayGoOn) {}

  Written write(List<Entry> entries) {
    if (write.before().isEmpty() && write.lookFirst().isEmpty()) {
      return send(entries);
    }
    Preparation.Answer answer = preparation.prepare(entries.get(0));
    if (answer instanceof Preparation.Ready ready) {
      return send(List.of(ready.entry()));
    }
    WriteOutcome outcome = ((Preparation.Settled) answer).outcome();
    return new Written(
        Map.of(entries.get(0).key(), outcome), outcome instanceof WriteOutcome.Written);
  }

  private WriteOutcome make(Write step, Entry entry) {
    return new EntryWriter(calls, step, callRules, texts, rendering)
        .send(List.of(entry))
        .outcomes()
        .getOrDefault(entry.key(), new WriteOutcome.Unknown("no word of the step", entry.refs()));
  }

  private Written send(List<Entry> entries) {
    CallResult result = calls.call(write.request(), values(entries));
    if (result instanceof NotDone notDone) {
      return stop(entries, refused(notDone.refusal()));
    } else if (result instanceof Lost lost) {
      return stop(entries, unknown(lost.reason()));
    }
    Answered answer = (Answered) result;
    Written written = read(entries, answer);
    return readBack.isPresent() ? compared(entries.get(0), written, answer) : written;
  }

  /** What was there before may hold an earlier state, and is brought up to date first. */
  private Written compared(Entry entry, Written written, Answered answer) {
    return written.outcomes().get(entry.key()) instanceof WriteOutcome.Written kept
            && !kept.alreadyThere()
        ? readBack
            .orElseThrow()
            .complaint(entry, kept, answer.body())
            .map(why -> new Written(Map.of(entry.key(), why), false))
            .orElse(written)
        : written;
  }

  private Values values(List<Entry> entries) {
    if (!write.isBatch()) {
      return new EntryValues(entries.get(0), texts);
    }
    JsonTemplate template = write.entry().orElseThrow();
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    entries.forEach(entry -> array.add(template.render(new EntryValues(entry, texts), rendering)));
    return Values.of("entries", new Value.Tree(array));
  }

  private Written read(List<Entry> entries, Answered answer) {
    if (!write.isBatch()) {
      Optional<WriteOutcome> ruled = results.ruled(entries.get(0), answer);
      if (ruled.isPresent()) {
        return new Written(Map.of(entries.get(0).key(), ruled.get()), true);
      }
    }
    Optional<Rule> rule = Verdicts.first(callRules, answer.status(), answer.body());
    if (rule.isPresent()) {
      return byRule(rule.get(), entries, answer);
    }
    return answer.isSuccess()
        ? new Written(results.read(entries, answer), true)
        : byStatus(entries, answer);
  }

  private Written byRule(Rule rule, List<Entry> entries, Answered answer) {
    if (rule.then() instanceof Verdict.Refused verdict
        && Verdicts.provesNothingWritten(rule, answer.status())) {
      return stop(entries, refused(Verdicts.refusal(rule, verdict, answer)));
    }
    if (rule.then() instanceof Verdict.Written) {
      return new Written(results.read(entries, answer), true);
    }
    return stop(entries, unknown("the CRM answered with status " + answer.status()));
  }

  private Written byStatus(List<Entry> entries, Answered answer) {
    Function<Entry, WriteOutcome> outcome =
        Defaults.writing(answer.status(), "the call " + write.name())
            .map(refusal -> answer.retryAfter().map(refusal::retryAfter).orElse(refusal))
            .map(EntryWriter::refused)
            .orElseGet(
                () ->
                    unknown("the CRM answered with status " + answer.status() + " after sending"));
    return stop(entries, outcome);
  }

  private static Written stop(List<Entry> entries, Function<Entry, WriteOutcome> outcome) {
    Map<ItemKey, WriteOutcome> outcomes = new LinkedHashMap<>();
    entries.forEach(entry -> outcomes.put(entry.key(), outcome.apply(entry)));
    return new Written(outcomes, false);
  }

  private static Function<Entry, WriteOutcome> refused(Refusal refusal) {
    return entry -> new WriteOutcome.Refused(refusal, entry.refs());
  }

  private static Function<Entry, WriteOutcome> unknown(String reason) {
    return entry -> new WriteOutcome.Unknown(reason, entry.refs());
  }
}
