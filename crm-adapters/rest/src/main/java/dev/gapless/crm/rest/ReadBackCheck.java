// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gapless.api.Refusal;
import dev.gapless.api.Refusal.Category;
import dev.gapless.api.Refusal.Scope;
import dev.gapless.api.crm.Entry;
import dev.gapless.api.crm.WriteOutcome.Refused;
import dev.gapless.api.crm.WriteOutcome.Written;
import dev.gapless.crm.rest.preset.ReadBack;
import dev.gapless.crm.rest.preset.Request;
import dev.gapless.crm.rest.template.Rendering;
import dev.gapless.crm.rest.template.Target;
import dev.gapless.http.entry.EntryTexts;
import java.util.Optional;

/** Looks whether a CRM kept what was written, where it cuts or changes silently. */
final class ReadBackCheck {
  private static final String WHAT = "reading the entry back";

  private final Reads reads;
  private final Request write;
  private final ReadBack readBack;
  private final EntryTexts texts;
  private final Rendering rendering;

  ReadBackCheck(
      Reads reads, Request write, ReadBack readBack, EntryTexts texts, Rendering rendering) {
    this.reads = reads;
    this.write = write;
    this.readBack = readBack;
    this.texts = texts;
    this.rendering = rendering;
  }

  /**
   * Why the entry is not as it was sent; empty if it is. The refusal has the entry's id, so that
   * what follows it changes the record and makes none.
   *
   * @param answer what the CRM answered to the write
   */
  Optional<Refused> complaint(Entry sent, Written written, JsonNode answer) {
    Entry there = new Entry(sent.interaction(), sent.sequence(), sent.person(), written.refs());
    if (readBack.request().isEmpty()) {
      return difference(sent, answer).map(why -> new Refused(why, written.refs()));
    }
    Reads.Answer shown =
        reads.call(
            readBack.request().get(),
            new EntryValues(there, texts),
            readBack.noneWhen(),
            JsonNode::isContainerNode,
            WHAT);
    return (shown instanceof Reads.Found found
            ? difference(sent, found.body())
            : Optional.of(notSeen(shown)))
        .map(why -> new Refused(why, written.refs()));
  }

  private static Refusal notSeen(Reads.Answer shown) {
    return shown instanceof Reads.Refused refused
        ? refused.refusal()
        : Refusal.of(
            Category.TRANSIENT,
            Scope.ENTRY,
            "",
            "the entry is written and cannot be read back yet");
  }

  private Optional<Refusal> difference(Entry entry, JsonNode shown) {
    JsonNode sent = sent(entry);
    for (JsonPointer at : readBack.same().keySet()) {
      String kept = plain(shown.at(at));
      String wanted = plain(sent.at(readBack.same().get(at)));
      if (!kept.equals(wanted)) {
        return Optional.of(
            Refusal.of(
                Category.INVALID,
                Scope.ENTRY,
                "",
                "the CRM did not keep what was written to "
                    + at
                    + ": "
                    + kept.length()
                    + " of "
                    + wanted.length()
                    + " characters, or others. Check the field's length and character set, then"
                    + " replay"));
      }
    }
    return Optional.empty();
  }

  private JsonNode sent(Entry entry) {
    EntryValues values = new EntryValues(entry, texts);
    if (write.body().isPresent()) {
      return write.body().get().render(values, rendering);
    }
    ObjectNode form = JsonNodeFactory.instance.objectNode();
    write
        .form()
        .forEach((name, text) -> form.put(name, text.render(values, rendering, Target.JSON)));
    return form;
  }

  /** Scalars as they read; a line end of another kind is none of a CRM's changes. */
  private static String plain(JsonNode node) {
    return (node.isContainerNode() ? node.toString() : node.asText("")).replace("\r\n", "\n");
  }
}
