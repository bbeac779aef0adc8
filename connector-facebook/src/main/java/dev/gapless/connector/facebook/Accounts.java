// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The company's own pages and Instagram accounts, as far as they are configured. */
final class Accounts {
  private final Set<String> ids;
  private final Optional<String> fallback;

  /**
   * @param ids empty for "whatever comes in is ours"
   * @param fallback stands in for events that name no account
   */
  Accounts(List<String> ids, Optional<String> fallback) {
    this.ids = Set.copyOf(ids);
    this.fallback = fallback;
  }

  /** The account of an entry, as part of keys. */
  String of(Optional<String> entryId) {
    return entryId.or(() -> fallback).orElse("");
  }

  boolean isConfigured(String account) {
    return ids.isEmpty() || ids.contains(account);
  }

  /** Whether the id is one of the company's own, seen in an entry of the account. */
  boolean isOwn(String id, String account) {
    return id.equals(account) || ids.contains(id);
  }
}
