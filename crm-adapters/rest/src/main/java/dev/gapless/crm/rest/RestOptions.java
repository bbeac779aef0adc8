// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest;

import dev.gapless.api.config.Option;
import dev.gapless.http.NetworkOptions;
import dev.gapless.http.entry.EntryOptions;
import java.util.List;
import java.util.stream.Stream;

/** The settings of a connection. */
final class RestOptions {
  private static final List<Option> OWN =
      List.of(
          Option.required(
              "preset",
              Option.Type.TEXT,
              "The CRM: a bundled preset's name (demo, espocrm, odoo, hubspot, zoho, zendesk) or the path of a .json file."),
          Option.required(
              "url", Option.Type.URL, "The CRM's address, to which the preset's paths are added."),
          Option.optional(
              "options", Option.Type.TEXT, "What the preset leaves open: name=value, name=value."),
          Option.optional("refresh-token", Option.Type.SECRET, "OAuth 2 refresh token."),
          Option.optional(
              "token-url",
              Option.Type.URL,
              "The address of the token host, if it is not the CRM's own."),
          Option.optional("client-id", Option.Type.TEXT, "OAuth 2 client id."),
          Option.optional("client-secret", Option.Type.SECRET, "OAuth 2 client secret."),
          Option.optional("token", Option.Type.SECRET, "Bearer token."),
          Option.optional("api-key", Option.Type.SECRET, "API key."),
          Option.optional("user", Option.Type.TEXT, "User name for Basic authentication."),
          Option.optional("password", Option.Type.SECRET, "Password for Basic authentication."),
          Option.optional(
              "strategy",
              Option.Type.TEXT,
              "What keeps an entry from being written twice: enforced, confirmed or none; the"
                  + " preset's first unless set."),
          Option.optional(
              "visible-after",
              Option.Type.DURATION,
              "How long after a lost answer its effect may still appear: the CRM's longest run time"
                  + " plus its lag; the preset's unless set."),
          Option.optional(
              "batch",
              Option.Type.INTEGER,
              "Most entries per call; at most, and unless set, the preset's."),
          Option.withDefault(
              "concurrency",
              Option.Type.INTEGER,
              "4",
              "Most calls at the same time; never more than the preset says."),
          Option.optional(
              "rates",
              Option.Type.LIST,
              "Most calls in a time, as 100/10s, 5000/24h; instead of the preset's."));

  static final List<Option> ALL =
      Stream.of(OWN, EntryOptions.all(), NetworkOptions.all()).flatMap(List::stream).toList();

  private RestOptions() {}
}
