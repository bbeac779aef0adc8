// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest;

import dev.gapless.api.Refusal;
import dev.gapless.api.Refusal.Category;
import dev.gapless.api.Refusal.Scope;
import java.util.Optional;

/**
 * What an HTTP status means where the preset says nothing; semantics of RFC 9110 section 15, read
 * with the question "can it have been written?" in mind.
 */
final class Defaults {
  private Defaults() {}

  /** The refusal of a call that only reads. */
  static Refusal reading(int status, String what) {
    return status >= 500
        ? of(Category.OUTAGE, Scope.CONNECTION, status, what, "the CRM fails")
        : refusal(status, what)
            .orElseGet(
                () -> of(Category.SETUP, Scope.CONNECTION, status, what, "check url and preset"));
  }

  /** The refusal of a call that writes, where the status proves that nothing was written. */
  static Optional<Refusal> writing(int status, String what) {
    return status == 303 || status == 408 ? Optional.empty() : refusal(status, what);
  }

  /** The refusal of one entry with a status of its own. */
  static Optional<Refusal> entry(int status, String code) {
    return switch (status / 100) {
      case 4 ->
          Optional.of(
              Refusal.of(
                  category(status),
                  Scope.ENTRY,
                  code,
                  "the CRM refused the entry (status " + status + ")"));
      default -> Optional.empty();
    };
  }

  private static Category category(int status) {
    return switch (status) {
      case 423 -> Category.LOCKED;
      case 429 -> Category.THROTTLED;
      default -> Category.INVALID;
    };
  }

  private static Optional<Refusal> refusal(int status, String what) {
    if (status >= 300 && status < 400) {
      return Optional.of(
          of(
              Category.SETUP,
              Scope.CONNECTION,
              status,
              what,
              "the CRM redirects, which is not followed. Set url to the final address"));
    }
    return switch (status) {
      case 401 ->
          Optional.of(
              of(Category.AUTHENTICATION, Scope.CONNECTION, status, what, "check the credentials"));
      case 403 ->
          Optional.of(
              of(
                  Category.SETUP,
                  Scope.CONNECTION,
                  status,
                  what,
                  "check the rights of the CRM user"));
      case 404, 405, 406, 410, 415 ->
          Optional.of(of(Category.SETUP, Scope.CONNECTION, status, what, "check url and preset"));
      case 429 ->
          Optional.of(of(Category.THROTTLED, Scope.CONNECTION, status, what, "too many calls"));
      case 409, 423 ->
          Optional.of(
              of(Category.LOCKED, Scope.BATCH, status, what, "somebody else holds a record"));
      default ->
          status >= 400 && status < 500
              ? Optional.of(
                  of(Category.INVALID, Scope.BATCH, status, what, "the CRM takes no such request"))
              : Optional.empty();
    };
  }

  private static Refusal of(
      Category category, Scope scope, int status, String what, String remedy) {
    return Refusal.of(
        category, scope, "", what + " was answered with status " + status + ": " + remedy);
  }
}
