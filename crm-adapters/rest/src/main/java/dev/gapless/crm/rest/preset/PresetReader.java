// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest.preset;

import com.fasterxml.jackson.core.JsonPointer;
import dev.gapless.api.Refusal;
import dev.gapless.crm.rest.template.JsonTemplate;
import dev.gapless.crm.rest.template.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads the outermost object of a preset. */
final class PresetReader {
  private static final int LANGUAGE = 1;

  private final PresetNode root;
  private final String file;

  PresetReader(PresetNode root, String file) {
    this.root = root;
    this.file = file;
  }

  Preset read() {
    if (root.tree("preset").filter(version -> version.asInt(0) == LANGUAGE).isEmpty()) {
      root.problem("preset", "must be " + LANGUAGE + ", the version of the preset language");
    }
    Write create = new WriteReader(root.object("create"), "create").read();
    Write update = new WriteReader(root.object("update"), "update").read();
    Preset preset =
        new Preset(
            file,
            root.optionalText("base-path").orElse(""),
            new AuthenticationReader(root.object("authentication")).read(),
            strategies(),
            root.duration("visible-after"),
            root.integer("batch", 1, 10_000, 1),
            check(root.object("check"), create, update),
            root.optionalObject("people").map(node -> new PeopleReader(node).read()),
            create,
            update,
            root.optionalObject("look-up").map(PresetReader::lookUp),
            root.optionalObject("make-person").map(node -> new PersonFormReader(node).read()),
            root.optionalObject("attach-file").map(node -> new FileFormReader(node).read()),
            rates(),
            mostAtOnce(),
            RuleReader.rules(root, "rules", Refusal.Scope.CONNECTION));
    agree(preset);
    root.noOthers();
    return preset;
  }

  private List<Rate> rates() {
    List<Rate> rates = new ArrayList<>();
    for (String text : root.texts("rates")) {
      Rate.parse(text)
          .ifPresentOrElse(
              rates::add, () -> root.problem("rates", "'" + text + "' is not " + Rate.FORM));
    }
    return List.copyOf(rates);
  }

  private OptionalInt mostAtOnce() {
    return root.tree("concurrency").isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of(root.integer("concurrency", 1, 1_000, 1));
  }

  private List<Strategy> strategies() {
    List<Strategy> once = root.texts("once", Strategy.labels()).stream().map(Strategy::of).toList();
    if (once.isEmpty()) {
      root.problem("once", "missing. List the strategies the CRM allows: " + Strategy.labels());
    }
    return once;
  }

  /** What the parts of a preset need from each other. */
  private void agree(Preset preset) {
    if (preset.once().contains(Strategy.CONFIRMED)
        && preset.lookUp().isEmpty()
        && preset.create().lookFirst().isEmpty()) {
      root.problem("look-up", "missing. The strategy confirmed needs it");
    }
    boolean single = !preset.create().isBatch() || !preset.update().isBatch();
    if (preset.batch() > 1 && single) {
      root.problem("batch", "must be 1: create and update do not both take {{entries}}");
    }
    boolean looks = !preset.create().before().isEmpty() || preset.create().lookFirst().isPresent();
    if (preset.create().isBatch() && (looks || preset.update().lookFirst().isPresent())) {
      root.problem("create", "before and look-first need one entry per call, without entry");
    }
    if (preset.makePerson().isPresent() && preset.people().isEmpty()) {
      root.problem(
          "people",
          "missing. make-person needs it, or nobody could be found again. Add it, or write"
              + " \"make-person\": null");
    }
    if (!preset.basePath().isEmpty() && !preset.basePath().startsWith("/")) {
      root.problem("base-path", "must begin with a slash");
    }
  }

  private static SetupProbe check(PresetNode node, Write create, Write update) {
    List<SetupProbe.Need> needs = new ArrayList<>();
    for (PresetNode need : node.objects("needs")) {
      needs.add(need(need, create, update));
    }
    SetupProbe probe =
        new SetupProbe(
            RequestReader.read(node, "request", Vocabulary.of()),
            node.optionalObject("success").map(RuleReader::condition),
            needs);
    node.noOthers();
    return probe;
  }

  private static SetupProbe.Need need(PresetNode node, Write create, Write update) {
    List<String> names = new ArrayList<>(node.texts("names"));
    if (node.flag("fields")) {
      names.addAll(fields(create, "id"));
      names.addAll(fields(update, "id"));
    }
    if (names.isEmpty()) {
      node.problem(
          "names", "missing. List names, or say \"fields\": true for all that are written");
    }
    SetupProbe.Need need =
        new SetupProbe.Need(
            node.pointer("in"),
            node.flag("members"),
            node.optionalPointer("name"),
            node.text("what"),
            names.stream().distinct().toList(),
            node.text("remedy"));
    node.noOthers();
    return need;
  }

  private static List<String> fields(Write write, String idPlaceholder) {
    Optional<JsonTemplate> template = write.entry().or(() -> write.request().body());
    return template.map(t -> t.fieldsBut(idPlaceholder)).orElse(List.of());
  }

  private static LookUp lookUp(PresetNode node) {
    Request request = RequestReader.read(node, "request", Vocabulary.of("keys"));
    if (node.isSound() && !request.names("keys")) {
      node.problem("request", "names no {{keys}}, in its address or its body");
    }
    PresetNode answer = node.object("answer");
    JsonPointer entries = answer.pointer("entries");
    Optional<JsonPointer> within = answer.optionalPointer("key-within");
    JsonPointer key = within.orElseGet(() -> answer.pointer("key"));
    JsonPointer id = answer.pointer("id");
    Optional<Condition> noneWhen = answer.optionalObject("none-when").map(RuleReader::condition);
    answer.noOthers();
    int max = node.integer("max", 1, 10_000, 100);
    int maxAddress = node.integer("max-address", 500, 100_000, 6_000);
    node.noOthers();
    return new LookUp(request, max, maxAddress, entries, key, within.isPresent(), id, noneWhen);
  }
}
