// SPDX-License-Identifier: Apache-2.0
package dev.gapless.api;

import java.util.Locale;

/** What sort of social contact an interaction is. */
public enum Kind {
  /** A private or group message. */
  MESSAGE,
  /** A comment below a post or another comment. */
  COMMENT,
  /** A post of its own. */
  POST,
  /** A post or comment that names the company. */
  MENTION,
  /** A rating or recommendation. */
  REVIEW,
  /** A like, an emoji or its removal, on a target of its own. */
  REACTION,
  /** What became of an outbound message: sent, delivered, read, failed. */
  STATUS,
  /** A contact of a kind this version does not know; kept, shown and re-readable. */
  UNSUPPORTED;

  /** The name used in configuration, CRMs and output: lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
