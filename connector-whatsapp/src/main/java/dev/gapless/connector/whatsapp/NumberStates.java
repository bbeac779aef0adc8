// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.whatsapp;

import dev.gapless.http.graph.setup.Findings;
import java.util.List;
import java.util.Optional;

/**
 * What the platform says about a phone number that somebody should know.
 *
 * @see <a
 *     href="https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/phone-numbers">Business
 *     phone numbers</a>
 */
final class NumberStates {
  private static final String LOOK = "Look at the number in WhatsApp Manager";
  private static final String REGISTER = "Register the number in WhatsApp Manager";

  /**
   * @param fatal whether nothing comes in any more
   */
  record State(String field, String value, boolean fatal, String meaning, String remedy) {
    void tell(String subject, Findings found) {
      if (fatal) {
        found.problem(subject, meaning, remedy);
      } else {
        found.note(subject, meaning, remedy);
      }
    }
  }

  static final List<State> ROWS =
      List.of(
          new State("status", "BANNED", true, "is banned", LOOK),
          new State("status", "DELETED", true, "was deleted", LOOK),
          new State("status", "MIGRATED", true, "was moved to another account", LOOK),
          new State("status", "UNLINKED", true, "is not linked to the account", REGISTER),
          new State("status", "DISCONNECTED", true, "is not connected", REGISTER),
          new State("status", "UNVERIFIED", true, "is not verified", REGISTER),
          new State("status", "PENDING", false, "is still being registered", REGISTER),
          new State("status", "FLAGGED", false, "is flagged for low quality", LOOK),
          new State("status", "RATE_LIMITED", false, "has used up its messages", LOOK),
          new State("status", "RESTRICTED", false, "is restricted", LOOK),
          new State(
              "quality_rating", "RED", false, "is rated low by the people it wrote to", LOOK));

  private NumberStates() {}

  static Optional<State> find(String field, String value) {
    return ROWS.stream()
        .filter(row -> row.field().equals(field) && row.value().equals(value))
        .findFirst();
  }
}
