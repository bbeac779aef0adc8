// SPDX-License-Identifier: Apache-2.0
package dev.gapless.api.channel;

/** What a connector decides about a webhook call before anything is stored. */
public sealed interface Admission {
  /** Genuine: store it, then answer 2xx. */
  record Genuine() implements Admission {}

  /** A handshake: answer 200 with exactly this text, store nothing. */
  record Challenge(String text) implements Admission {}

  /**
   * Not let in; nothing is stored.
   *
   * @param status the HTTP status to answer, 400 to 499
   * @param reason for the log, in words that help nobody to forge
   */
  record Refused(int status, String reason) implements Admission {}
}
