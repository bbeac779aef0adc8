// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest.template;

import java.util.Optional;

/** The values of one rendering, by placeholder name. */
@FunctionalInterface
public interface Values {
  /** The value; empty if this entry has none, as a message without parent. */
  Optional<Value> get(String name);

  /** No placeholder has a value. */
  static Values none() {
    return name -> Optional.empty();
  }

  /** One placeholder has a value. */
  static Values of(String only, Value value) {
    return name -> name.equals(only) ? Optional.of(value) : Optional.empty();
  }
}
