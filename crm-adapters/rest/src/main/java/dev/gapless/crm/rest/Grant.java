// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.config.Settings;
import dev.gapless.api.config.State;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What is shown for an access token. Read anew for each request. */
sealed interface Grant {
  /** The fields of the form. */
  Map<String, String> form();

  /** A token was granted; the answer may bring what has to be shown the next time. */
  void granted(JsonNode answer);

  private static Map<String, String> client(Settings settings, String type) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", type);
    form.put("client_id", settings.text("client-id"));
    form.put("client_secret", settings.secret("client-secret").reveal().strip());
    return form;
  }

  /** RFC 6749 section 4.4. */
  record ClientCredentials(Settings settings) implements Grant {
    @Override
    public Map<String, String> form() {
      return client(settings, "client_credentials");
    }

    @Override
    public void granted(JsonNode answer) {
      // Nothing rotates.
    }
  }

  /**
   * RFC 6749 section 6. A server may hand out a new refresh token with each answer and take the old
   * one back, so the newest is kept durably, bound to the one an admin has set: a newly set one
   * wins.
   */
  record RefreshToken(Settings settings, State state) implements Grant {
    private static final String KEY = "oauth.refresh-token";

    @Override
    public Map<String, String> form() {
      Map<String, String> form = client(settings, "refresh_token");
      form.put("refresh_token", current(state.get(KEY)).orElseGet(this::set));
      return form;
    }

    @Override
    public void granted(JsonNode answer) {
      String newer = answer.path("refresh_token").asText("");
      Optional<String> seen = state.get(KEY);
      if (newer.isBlank() || newer.equals(current(seen).orElseGet(this::set))) {
        return;
      }
      while (!state.compareAndSet(KEY, seen, origin() + newer)) {
        seen = state.get(KEY);
      }
    }

    private Optional<String> current(Optional<String> kept) {
      return kept.filter(value -> value.startsWith(origin()))
          .map(value -> value.substring(origin().length()));
    }

    private String set() {
      return settings.secret("refresh-token").reveal().strip();
    }

    private String origin() {
      try {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(set().getBytes(UTF_8));
        return HexFormat.of().formatHex(digest) + ":";
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every JDK has SHA-256", e);
      }
    }
  }
}
