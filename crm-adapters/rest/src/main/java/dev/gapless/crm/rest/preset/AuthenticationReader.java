// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest.preset;

import dev.gapless.crm.rest.preset.Authentication.Kind;
import dev.gapless.crm.rest.template.TextTemplate;
import dev.gapless.crm.rest.template.Vocabulary;
import java.util.Arrays;
import java.util.Optional;

/** Reads {@code authentication}. */
final class AuthenticationReader {
  private static final Vocabulary TOKEN = Vocabulary.of("token");

  private final PresetNode node;

  AuthenticationReader(PresetNode node) {
    this.node = node;
  }

  Authentication read() {
    Kind kind = kind();
    boolean kindIsKnown = node.isSound();
    boolean asksForToken = kind.asksForToken();
    Authentication authentication =
        new Authentication(
            kind,
            header(kind),
            value(kind),
            asksForToken
                ? Optional.of(RequestReader.read(node, "token-request", Vocabulary.of()))
                : Optional.empty(),
            asksForToken && node.flag("own-token-host"),
            asksForToken
                ? node.optionalObject("renew-when").map(RuleReader::condition)
                : Optional.empty());
    if (kindIsKnown) {
      node.noOthers();
    }
    return authentication;
  }

  private Kind kind() {
    String label = node.choice("kind", Arrays.stream(Kind.values()).map(Kind::label).toList());
    return Arrays.stream(Kind.values())
        .filter(kind -> kind.label().equals(label))
        .findFirst()
        .orElseThrow();
  }

  private String header(Kind kind) {
    Optional<String> header = node.optionalText("header");
    if (kind == Kind.API_KEY && header.isEmpty()) {
      node.problem("header", "missing. Name the header that carries the key, as X-Api-Key");
    }
    String name = header.orElse("Authorization");
    if (!name.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]+")) {
      node.problem("header", "is no name of a header");
    }
    return name;
  }

  private TextTemplate value(Kind kind) {
    String text = node.optionalText("value").orElse(usual(kind));
    TextTemplate template =
        RequestReader.text(node, "value", text, TOKEN)
            .orElseGet(() -> RequestReader.text(node, "value", "{{token}}", TOKEN).orElseThrow());
    if (!template.names("token")) {
      node.problem("value", "names no {{token}}");
    }
    return template;
  }

  private static String usual(Kind kind) {
    return switch (kind) {
      case BEARER, CLIENT_CREDENTIALS, REFRESH_TOKEN -> "Bearer {{token}}";
      case BASIC -> "Basic {{token}}";
      case API_KEY -> "{{token}}";
    };
  }
}
