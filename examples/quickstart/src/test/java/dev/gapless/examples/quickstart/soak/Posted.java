// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.soak;

import dev.gapless.api.ItemKey;
import java.util.Optional;

/**
 * One item that was posted, and what the CRM must show of it in the end.
 *
 * @param position its place among the items of its conversation, in the order they were posted
 * @param mark begins each of its texts and no other item's
 * @param action what the entry must say has happened last
 * @param text its last text; empty if the entry must show none of its texts
 */
record Posted(
    ItemKey key,
    String conversation,
    int position,
    String mark,
    String action,
    Optional<String> text) {

  Posted edited(String newText) {
    return new Posted(key, conversation, position, mark, "edited", Optional.of(newText));
  }

  Posted removed() {
    return new Posted(key, conversation, position, mark, "removed", Optional.empty());
  }

  boolean canChange() {
    return text.isPresent();
  }

  /** Whether a row shows what it must. */
  boolean isShownBy(CrmRow row) {
    return row.conversation().equals(conversation)
        && row.action().equals(action)
        && text.map(row.text()::equals).orElseGet(() -> !row.text().contains(mark));
  }
}
