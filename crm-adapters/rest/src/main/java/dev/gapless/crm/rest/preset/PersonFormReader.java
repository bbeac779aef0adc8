// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest.preset;

import dev.gapless.crm.rest.template.Vocabulary;
import java.util.List;

/** Reads {@code make-person}. */
final class PersonFormReader {
  private static final Vocabulary WORDS =
      Vocabulary.of("name", "label", "phone", "key", "identifiers", "identifier.");

  /** What a search could find the record by again. */
  private static final List<String> TRACES = List.of("phone", "identifiers", "key");

  private final PresetNode node;

  PersonFormReader(PresetNode node) {
    this.node = node;
  }

  PersonForm read() {
    Request request = RequestReader.read(node, "request", WORDS);
    MustSend.check(node, "body");
    PersonForm form = new PersonForm(request, MadeReader.read(node.object("answer")));
    if (node.isSound() && !leavesTrace(request)) {
      node.problem(
          "body",
          "names none of {{phone}}, {{identifiers}}, {{identifier.TYPE}} and {{key}}, so nobody"
              + " could be found again. Add what people are searched by");
    }
    node.noOthers();
    return form;
  }

  private static boolean leavesTrace(Request request) {
    return TRACES.stream().anyMatch(request::names) || request.namesAny("identifier.");
  }
}
