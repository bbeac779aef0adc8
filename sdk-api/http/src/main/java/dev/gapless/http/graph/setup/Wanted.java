// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.graph.setup;

import java.util.List;
import java.util.Optional;

/**
 * What a connector's set-up is compared with.
 *
 * @param appId the app as configured
 * @param scopes permissions its token needs
 */
public record Wanted(Optional<String> appId, List<String> scopes) {
  public Wanted {
    scopes = List.copyOf(scopes);
  }
}
