// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest.preset;

import com.fasterxml.jackson.core.JsonPointer;
import dev.gapless.api.crm.Refusal;
import dev.gapless.crm.rest.template.JsonTemplate;
import dev.gapless.crm.rest.template.Vocabulary;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads {@code create} and {@code update}. */
final class WriteReader {
  private static final List<String> ENTRY =
      List.of(
          "key",
          "uuid",
          "tenant",
          "channel",
          "account",
          "nativeId",
          "kind",
          "action",
          "direction",
          "visibility",
          "conversation",
          "parent",
          "target",
          "author",
          "text",
          "status",
          "occurredAt",
          "changedAt",
          "sequence",
          "person.id",
          "person.type",
          "data.");
  private static final List<String> MATCHES = List.of("key", "id", "order");

  private final PresetNode node;
  private final String name;

  WriteReader(PresetNode node, String name) {
    this.node = node;
    this.name = name;
  }

  Write read() {
    Optional<JsonTemplate> entry = RequestReader.json(node, "entry", words());
    Request request =
        RequestReader.read(node, "request", entry.isPresent() ? Vocabulary.of("entries") : words());
    boolean quotesEntries = request.body().filter(body -> body.names("entries")).isPresent();
    if (node.isSound() && entry.isPresent() != quotesEntries) {
      node.problem("entry", "needs {{entries}} in the body, and {{entries}} needs entry");
    }
    Write write =
        new Write(name, request, entry, results(node.object("answer"), entry.isPresent()));
    node.noOthers();
    return write;
  }

  private Vocabulary words() {
    return new Vocabulary(
        isUpdate() ? Stream.concat(ENTRY.stream(), Stream.of("id")).toList() : ENTRY);
  }

  private boolean isUpdate() {
    return name.equals("update");
  }

  private Write.Results results(PresetNode answer, boolean batch) {
    Write.Match match = Write.Match.ORDER;
    JsonPointer list = JsonPointer.empty();
    JsonPointer matchAt = JsonPointer.empty();
    if (batch) {
      list = answer.pointer("entries");
      PresetNode by = answer.object("match");
      match = Write.Match.valueOf(by.choice("by", MATCHES).toUpperCase(Locale.ROOT));
      matchAt = match == Write.Match.ORDER ? matchAt : by.pointer("at");
      by.noOthers();
      if (match == Write.Match.ID && !isUpdate()) {
        answer.problem("match.by", "a new entry has no id yet. Use key or order");
      }
    }
    Write.Results results =
        new Write.Results(
            list,
            match,
            matchAt,
            answer.optionalPointer("status"),
            isUpdate() ? Optional.empty() : Optional.of(answer.pointer("id")),
            RuleReader.rules(answer, "rules", Refusal.Scope.ENTRY));
    answer.noOthers();
    return results;
  }
}
