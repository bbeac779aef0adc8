// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest.preset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * Reads {@code must-send}: values without which the CRM would do more than note, as mail the
 * customer or start a workflow.
 */
final class MustSend {
  private MustSend() {}

  /** Notes every value that stands neither in the member nor in the body. */
  static void check(PresetNode node, String member) {
    PresetNode wanted = node.optionalObject("must-send").orElse(PresetNode.none());
    JsonNode tree = node.tree(member).orElse(MissingNode.getInstance());
    JsonNode whole = node.tree("body").orElse(MissingNode.getInstance());
    for (String at : wanted.names()) {
      JsonNode value = wanted.tree(at).orElseThrow();
      boolean sent =
          wanted
              .pointer(at, at)
              .filter(p -> tree.at(p).equals(value) || whole.at(p).equals(value))
              .isPresent();
      if (!sent) {
        node.problem(member, "must hold " + value + " at " + at + ", see must-send");
      }
    }
  }
}
