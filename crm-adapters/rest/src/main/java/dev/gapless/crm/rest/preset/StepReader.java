// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest.preset;

import dev.gapless.crm.rest.template.Vocabulary;
import java.util.List;

/** Reads one element of {@code before}. */
final class StepReader {
  /** Roles that the engine itself uses. */
  private static final List<String> TAKEN = List.of("entry", "person");

  private final PresetNode node;
  private final Vocabulary words;

  StepReader(PresetNode node, Vocabulary words) {
    this.node = node;
    this.words = words;
  }

  Step read() {
    String ref = node.text("ref");
    if (!ref.matches("[a-z][a-z0-9-]{0,30}") || TAKEN.contains(ref)) {
      node.problem("ref", "must be a word in small letters, and none of " + TAKEN);
    }
    PresetNode find = node.object("find");
    Step step =
        new Step(
            ref,
            RequestReader.read(find, "request", words),
            find.pointer("entries"),
            find.pointer("id"),
            find.optionalObject("overlook").map(RuleReader::condition),
            find.optionalObject("none-when").map(RuleReader::condition),
            new WriteReader(node.object("create"), "create").read());
    find.noOthers();
    node.noOthers();
    return step;
  }
}
