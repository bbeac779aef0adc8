// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import dev.gapless.api.config.Settings;
import dev.gapless.http.Problems;
import dev.gapless.http.graph.GraphApi;
import dev.gapless.http.graph.GraphConnection;
import dev.gapless.http.media.MediaDownload;
import dev.gapless.http.media.MediaHosts;
import dev.gapless.http.media.MediaOptions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The platform as one configured channel calls it, and what of it is the company's own. */
record Platform(
    Settings settings,
    GraphApi api,
    Tokens tokens,
    Accounts accounts,
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
        MediaHosts.below(settings.list(FacebookOptions.MEDIA_DOMAINS), graph.api().base());
    MediaDownload download =
        new MediaDownload(
            graph.http(), hosts, MediaOptions.timeout(settings), graph.api()::refusal);
    return new Platform(
        settings, graph.api(), new Tokens(settings), accounts(settings), download, clock);
  }

  private static Accounts accounts(Settings settings) {
    List<Account> all =
        Stream.concat(
                settings.list(FacebookOptions.PAGES).stream().map(Account::page),
                settings.list(FacebookOptions.INSTAGRAM_ACCOUNTS).stream().map(Account::instagram))
            .distinct()
            .toList();
    return new Accounts(all, settings.optionalText(FacebookOptions.ACCOUNT));
  }

  private static List<String> mediaProblems(Settings settings) {
    List<String> problems = new ArrayList<>(MediaOptions.problems(settings));
    if (!MediaHosts.areNames(settings.list(FacebookOptions.MEDIA_DOMAINS))) {
      problems.add(
          settings.place()
              + "."
              + FacebookOptions.MEDIA_DOMAINS
              + ": must be domains, as example.com, without wildcards");
    }
    return problems;
  }
}
