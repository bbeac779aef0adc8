// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest.preset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;

/**
 * One of the files that make a preset.
 *
 * @param file its name, for messages
 * @param tree what it says itself, without what it includes
 */
record PresetSource(String file, JsonNode tree) {
  /**
   * The file that says most about a place, the first of equals: the one that includes the others.
   */
  static String fileOf(List<PresetSource> sources, String place) {
    String[] parts = place.replace("[", ".[").split("\\.");
    PresetSource best = sources.get(0);
    for (PresetSource each : sources) {
      if (each.depth(parts) > best.depth(parts)) {
        best = each;
      }
    }
    return best.file();
  }

  private int depth(String[] parts) {
    JsonNode node = tree;
    int depth = 0;
    for (String part : parts) {
      node =
          part.matches("\\[[0-9]+\\]")
              ? node.path(Integer.parseInt(part.substring(1, part.length() - 1)))
              : node.path(part);
      if (node instanceof MissingNode) {
        return depth;
      }
      depth++;
    }
    return depth;
  }
}
