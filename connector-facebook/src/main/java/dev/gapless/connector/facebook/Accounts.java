// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The company's own pages and Instagram accounts, as far as they are configured. */
final class Accounts {
  private final List<Account> all;
  private final Set<String> ids;
  private final Optional<String> fallback;

  /**
   * @param all empty for "whatever comes in is ours"
   * @param fallback stands in for events that name no account
   */
  Accounts(List<Account> all, Optional<String> fallback) {
    this.all = List.copyOf(all);
    this.ids = all.stream().map(Account::id).collect(Collectors.toUnmodifiableSet());
    this.fallback = fallback;
  }

  List<Account> all() {
    return all;
  }

  /** The account of an id, also of one that is not configured by name. */
  Account find(String id, boolean instagram) {
    return all.stream()
        .filter(account -> account.id().equals(id))
        .findFirst()
        .orElseGet(() -> instagram ? Account.instagram(id) : Account.page(id));
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
