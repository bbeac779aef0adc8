// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest.preset;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.gapless.api.Refusal;
import dev.gapless.crm.rest.template.JsonTemplate;
import dev.gapless.crm.rest.template.Vocabulary;
import java.util.ArrayList;
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
          "conversationKey",
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
          "data.",
          "ref.");
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
    MustSend.check(node, entry.isPresent() ? "entry" : "body");
    Write write =
        new Write(
            name,
            request,
            entry,
            results(node.object("answer"), entry.isPresent()),
            steps(),
            node.optionalObject("look-first").map(this::lookFirst),
            node.optionalObject("read-back").map(this::readBack));
    if (entry.isPresent() && write.readBack().isPresent()) {
      node.problem("read-back", "needs one entry per call, without entry");
    }
    node.noOthers();
    return write;
  }

  private List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    for (PresetNode each : node.objects("before")) {
      steps.add(new StepReader(each, words()).read());
    }
    if (!steps.isEmpty() && isUpdate()) {
      node.problem("before", "an update has no steps before it. Use {{ref.NAME}}");
    }
    return List.copyOf(steps);
  }

  private LookFirst lookFirst(PresetNode first) {
    LookFirst found =
        new LookFirst(
            RequestReader.read(first, "request", words()),
            first.pointer("entries"),
            first.pointer("text"),
            RequestReader.text(first, "ends-with", first.text("ends-with"), words())
                .orElseGet(RequestReader::nothing),
            first.pointer("id"));
    if (first.isSound() && !found.endsWith().names("key") && !found.endsWith().names("uuid")) {
      first.problem("ends-with", "names neither {{key}} nor {{uuid}}, so it marks nothing");
    }
    first.noOthers();
    return found;
  }

  private ReadBack readBack(PresetNode readBack) {
    JsonNode sent = node.tree("body").or(() -> node.tree("form")).orElse(MissingNode.getInstance());
    Vocabulary words = new Vocabulary(Stream.concat(ENTRY.stream(), Stream.of("id")).toList());
    return ReadBackReader.read(readBack, sent, words);
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
            answer.optionalObject("success").map(RuleReader::condition),
            isUpdate() ? Optional.empty() : Optional.of(newId(answer)),
            RuleReader.rules(answer, "rules", Refusal.Scope.ENTRY));
    answer.noOthers();
    return results;
  }

  private static NewId newId(PresetNode answer) {
    return switch (answer.tree("id").map(JsonNode::asText).orElse("")) {
      case "location" -> new NewId.Location();
      case "own-key" -> new NewId.OwnKey();
      default -> new NewId.At(answer.pointer("id"));
    };
  }
}
