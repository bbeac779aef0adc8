// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.graph;

import dev.gapless.api.config.Settings;
import dev.gapless.http.HttpConnection;
import dev.gapless.http.NetworkOptions;
import dev.gapless.http.Problems;
import java.time.Clock;
import java.util.Optional;

/** The way to the platform that settings describe: for calls of its API, and for files. */
public record GraphConnection(HttpConnection http, GraphApi api) {
  /** Empty if a setting cannot be used, which is noted; makes no call. */
  public static Optional<GraphConnection> of(Settings settings, Clock clock, Problems problems) {
    return problems
        .attempt(() -> NetworkOptions.connection(settings).build())
        .flatMap(
            http ->
                problems
                    .attempt(() -> GraphOptions.api(settings, http, clock))
                    .map(api -> new GraphConnection(http, api)));
  }
}
