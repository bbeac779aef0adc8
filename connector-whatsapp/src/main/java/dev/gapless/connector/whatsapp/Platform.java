// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.whatsapp;

import dev.gapless.api.config.Settings;
import dev.gapless.http.Problems;
import dev.gapless.http.graph.GraphAccess;
import dev.gapless.http.graph.GraphApi;
import dev.gapless.http.graph.GraphConnection;
import dev.gapless.http.graph.GraphOptions;
import dev.gapless.http.media.MediaDownload;
import dev.gapless.http.media.MediaHosts;
import dev.gapless.http.media.MediaOptions;
import dev.gapless.http.signature.HubOptions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The platform as one configured channel calls it.
 *
 * @param access empty if no token is configured
 */
record Platform(
    Settings settings,
    GraphApi api,
    Optional<GraphAccess> access,
    MediaDownload download,
    Clock clock) {
  /** Empty if a setting cannot be used, which is noted; makes no call. */
  static Optional<Platform> of(Settings settings, Clock clock, Problems problems) {
    Optional<GraphConnection> graph = GraphConnection.of(settings, clock, problems);
    List<String> mediaProblems = mediaProblems(settings);
    problems.add(mediaProblems);
    return graph.filter(each -> mediaProblems.isEmpty()).map(each -> made(settings, each, clock));
  }

  private static Platform made(Settings settings, GraphConnection graph, Clock clock) {
    MediaHosts hosts =
        new MediaHosts(settings.list(WhatsAppOptions.MEDIA_HOSTS), graph.api().base());
    Duration time = MediaOptions.timeout(settings);
    MediaDownload download = new MediaDownload(graph.http(), hosts, time, graph.api()::refusal);
    return new Platform(settings, graph.api(), access(settings), download, clock);
  }

  private static Optional<GraphAccess> access(Settings settings) {
    return settings.has(GraphOptions.ACCESS_TOKEN)
        ? Optional.of(
            GraphAccess.of(
                settings.secret(GraphOptions.ACCESS_TOKEN),
                () -> settings.secrets(HubOptions.APP_SECRET)))
        : Optional.empty();
  }

  private static List<String> mediaProblems(Settings settings) {
    List<String> problems = new ArrayList<>(MediaOptions.problems(settings));
    if (!MediaHosts.areNames(settings.list(WhatsAppOptions.MEDIA_HOSTS))) {
      problems.add(
          settings.place()
              + "."
              + WhatsAppOptions.MEDIA_HOSTS
              + ": must be full names of hosts, as files.example.com; no wildcards, no numbers");
    }
    return problems;
  }
}
