// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest.preset;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.gapless.crm.rest.template.Vocabulary;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads {@code read-back}. */
final class ReadBackReader {
  private ReadBackReader() {}

  /**
   * @param sent the body or form of the write, as it stands in the preset
   */
  static ReadBack read(PresetNode node, JsonNode sent, Vocabulary words) {
    ReadBack found =
        new ReadBack(
            node.optionalText("request").map(text -> RequestReader.read(node, "request", words)),
            same(node.object("same"), sent),
            node.optionalObject("none-when").map(RuleReader::condition));
    node.noOthers();
    return found;
  }

  private static Map<JsonPointer, JsonPointer> same(PresetNode same, JsonNode sent) {
    Map<JsonPointer, JsonPointer> pairs = new LinkedHashMap<>();
    for (String shown : same.names()) {
      String written = same.tree(shown).map(JsonNode::asText).orElse("");
      same.pointer(shown, shown)
          .ifPresent(at -> same.pointer(shown, written).ifPresent(place -> pairs.put(at, place)));
      if (same.isSound() && sent.at(JsonPointer.compile(written)) instanceof MissingNode) {
        same.problem(shown, "nothing is written to '" + written + "'. Point into the body");
      }
    }
    if (same.isSound() && pairs.isEmpty()) {
      same.problem("", "is empty. Say which fields are compared, as {\"/text\": \"/text\"}");
    }
    return Collections.unmodifiableMap(pairs);
  }
}
