// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.CrmRefs;
import dev.gapless.api.crm.Entry;
import dev.gapless.api.crm.WriteOutcome;
import dev.gapless.crm.rest.preset.LookFirst;
import dev.gapless.crm.rest.preset.Step;
import dev.gapless.crm.rest.preset.Write;
import dev.gapless.crm.rest.template.Rendering;
import dev.gapless.crm.rest.template.Target;
import dev.gapless.crm.rest.template.Values;
import dev.gapless.http.entry.EntryTexts;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * What happens before an entry is written: the records it needs are found or made, and, unless they
 * are new, the CRM is asked whether the entry is already there. Safe to repeat at any point.
 */
final class Preparation {
  private final Reads reads;
  private final Write write;
  private final EntryTexts texts;
  private final Rendering rendering;
  private final BiFunction<Write, Entry, WriteOutcome> maker;

  /**
   * @param maker makes the record of a step
   */
  Preparation(
      Reads reads,
      Write write,
      EntryTexts texts,
      Rendering rendering,
      BiFunction<Write, Entry, WriteOutcome> maker) {
    this.reads = reads;
    this.write = write;
    this.texts = texts;
    this.rendering = rendering;
    this.maker = maker;
  }

  /** How far it came. */
  sealed interface Answer {}

  /**
   * The entry with the records made so far; fresh if one of them is new, so that it has none yet.
   */
  record Ready(Entry entry, boolean fresh) implements Answer {}

  /** There is nothing left to write, or it cannot be written now. */
  record Settled(WriteOutcome outcome) implements Answer {}

  Answer prepare(Entry entry) {
    Ready ready = new Ready(entry, false);
    for (Step step : write.before()) {
      Answer answer =
          ready.entry().refs().ids().containsKey(step.ref()) ? ready : take(step, ready);
      if (answer instanceof Settled) {
        return answer;
      }
      ready = (Ready) answer;
    }
    return write.lookFirst().isEmpty() || ready.fresh()
        ? ready
        : look(write.lookFirst().get(), ready);
  }

  private Answer take(Step step, Ready before) {
    Entry entry = before.entry();
    Reads.Answer found =
        reads.call(
            step.find(),
            values(entry),
            step.noneWhen(),
            body -> body.at(step.entries()).isArray(),
            "the search for the " + step.ref());
    if (found instanceof Reads.Refused refused) {
      return new Settled(new WriteOutcome.Refused(refused.refusal(), entry.refs()));
    }
    Optional<String> id =
        found instanceof Reads.Found there ? first(step, there) : Optional.empty();
    return id.<Answer>map(known -> new Ready(with(step, entry, known), before.fresh()))
        .orElseGet(() -> make(step, entry));
  }

  private static Optional<String> first(Step step, Reads.Found found) {
    for (JsonNode each : found.body().at(step.entries())) {
      String id = each.at(step.id()).asText("");
      if (!id.isBlank() && step.overlook().filter(not -> not.fits(200, each)).isEmpty()) {
        return Optional.of(id);
      }
    }
    return Optional.empty();
  }

  private Answer make(Step step, Entry entry) {
    WriteOutcome outcome = maker.apply(step.create(), entry);
    return outcome instanceof WriteOutcome.Written made
        ? new Ready(with(step, entry, made.refs().entry().orElseThrow()), !made.alreadyThere())
        : new Settled(outcome);
  }

  private static Entry with(Step step, Entry entry, String id) {
    CrmRefs refs = entry.refs().and(new CrmRefs(Map.of(step.ref(), id)));
    return new Entry(entry.interaction(), entry.sequence(), entry.person(), refs);
  }

  private Answer look(LookFirst first, Ready ready) {
    Entry entry = ready.entry();
    Reads.Answer answer =
        reads.call(
            first.request(),
            values(entry),
            body -> body.at(first.entries()).isArray(),
            "the look for the entry");
    if (answer instanceof Reads.Refused refused) {
      return new Settled(new WriteOutcome.Refused(refused.refusal(), entry.refs()));
    }
    String mark = first.endsWith().render(values(entry), rendering, Target.JSON);
    for (JsonNode each : ((Reads.Found) answer).body().at(first.entries())) {
      String id = each.at(first.id()).asText("");
      if (each.at(first.text()).asText("").stripTrailing().endsWith(mark) && !id.isBlank()) {
        return new Settled(there(entry, id));
      }
    }
    return ready;
  }

  private static WriteOutcome there(Entry entry, String id) {
    CrmRefs refs = entry.isUpdate() ? entry.refs() : entry.refs().and(CrmRefs.entry(id));
    return WriteOutcome.alreadyThere(refs);
  }

  private Values values(Entry entry) {
    return new EntryValues(entry, texts);
  }
}
