// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest.preset;

import com.fasterxml.jackson.core.JsonPointer;

/** Where the id of a new record comes from. */
public sealed interface NewId {
  /** A place of the answer, the root included. */
  record At(JsonPointer pointer) implements NewId {}

  /** The last part of the path in the answer's {@code Location}, absolute or relative. */
  record Location() implements NewId {}

  /** The CRM gives none, or takes ours: our key stands for it. */
  record OwnKey() implements NewId {}
}
