// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.journal;

import java.util.Optional;

/**
 * One thing that happened to an item, seen once.
 *
 * @param sequence the place in the order of receipt, over all items
 * @param change the event part of its key; unique within the item
 * @param receipt where its raw form is
 * @param path where in the receipt
 * @param rule the rule by which it is ignored; empty if it counts
 * @param understood false for what this version could not read or has no kind for: a later version
 *     reads it again
 */
public record EventRow(
    long sequence,
    long item,
    String change,
    long receipt,
    String path,
    Optional<String> rule,
    boolean understood) {}
