// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest.preset;

import dev.gapless.crm.rest.template.TextTemplate;
import java.util.List;
import java.util.Optional;

/**
 * How requests show who we are.
 *
 * @param kind where the credential comes from
 * @param header the header it goes into
 * @param value the header's text, with {@code {{token}}}
 * @param tokenRequest the call for a token, if it has to be asked for
 * @param ownTokenHost whether tokens come from another host, which the connection names
 * @param renewWhen what names a token as invalid
 */
public record Authentication(
    Kind kind,
    String header,
    TextTemplate value,
    Optional<Request> tokenRequest,
    boolean ownTokenHost,
    Optional<Condition> renewWhen) {

  /** Where the credential comes from. */
  public enum Kind {
    BEARER("bearer"),
    API_KEY("api-key"),
    BASIC("basic"),
    CLIENT_CREDENTIALS("oauth2-client-credentials"),
    REFRESH_TOKEN("oauth2-refresh-token");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** The word of presets. */
    public String label() {
      return label;
    }

    /** Whether a token has to be asked for. */
    public boolean asksForToken() {
      return this == CLIENT_CREDENTIALS || this == REFRESH_TOKEN;
    }

    /** The settings of the connection that hold the credential. */
    public List<String> settings() {
      return switch (this) {
        case BEARER -> List.of("token");
        case API_KEY -> List.of("api-key");
        case BASIC -> List.of("user", "password");
        case CLIENT_CREDENTIALS -> List.of("client-id", "client-secret");
        case REFRESH_TOKEN -> List.of("client-id", "client-secret", "refresh-token");
      };
    }
  }
}
