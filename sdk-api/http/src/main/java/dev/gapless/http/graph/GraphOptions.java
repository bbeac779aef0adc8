// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.graph;

import dev.gapless.api.config.ConfigurationException;
import dev.gapless.api.config.Option;
import dev.gapless.api.config.Settings;
import dev.gapless.http.HttpConnection;
import dev.gapless.http.NetworkOptions;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The settings of the Graph API, the same for every connector that speaks to it: add {@link #all()}
 * to the connector's own options. All are optional: without a token a connector only receives.
 */
public final class GraphOptions {
  /** The token calls are made with. */
  public static final String ACCESS_TOKEN = "access-token";

  /** The app the token was made for. */
  public static final String APP_ID = "app-id";

  /** The version that every call names. */
  public static final String API_VERSION = "api-version";

  private static final String GRAPH_URL = "graph-url";
  private static final String DEFAULT_VERSION = "v25.0";
  private static final Pattern ID = Pattern.compile("[0-9]{1,32}");
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private GraphOptions() {}

  /** The options, those of the network included, in the order of the reference page. */
  public static List<Option> all() {
    Stream<Option> own =
        Stream.of(
            Option.optional(
                ACCESS_TOKEN,
                Option.Type.SECRET,
                "Token for calls of the Graph API, best that of a system user; without it nothing is"
                    + " read or checked there, and webhooks still come in."),
            Option.optional(
                APP_ID,
                Option.Type.TEXT,
                "Number of the app in the app dashboard; lets the set-up check ask as the app."),
            Option.withDefault(
                API_VERSION,
                Option.Type.TEXT,
                DEFAULT_VERSION,
                "Version of the Graph API that every call names."),
            Option.withDefault(
                GRAPH_URL,
                Option.Type.URL,
                "https://graph.facebook.com",
                "Where the Graph API is; another address for tests only."));
    return Stream.concat(own, NetworkOptions.all().stream()).toList();
  }

  /**
   * The Graph API as the settings say; makes no call.
   *
   * @param settings checked against a list of options that holds {@link #all()}
   * @param http made by {@link NetworkOptions#connection} of the same settings
   * @throws ConfigurationException naming every setting that cannot be used
   */
  public static GraphApi api(Settings settings, HttpConnection http, Clock clock) {
    List<String> problems =
        Stream.of(
                idProblems(settings, List.of(APP_ID)).stream(),
                versionProblem(settings).stream(),
                urlProblem(settings).stream())
            .flatMap(Function.identity())
            .toList();
    if (!problems.isEmpty()) {
      throw new ConfigurationException(problems);
    }
    String base = settings.text(GRAPH_URL).replaceAll("/+$", "");
    return new GraphApi(http, URI.create(base), settings.text(API_VERSION), clock);
  }

  /** A problem for each of the settings that has something else than ids of the platform. */
  public static List<String> idProblems(Settings settings, List<String> keys) {
    return keys.stream()
        .filter(key -> !settings.list(key).stream().allMatch(id -> ID.matcher(id).matches()))
        .map(key -> settings.place() + "." + key + ": must be a number as the platform shows it")
        .toList();
  }

  private static Optional<String> versionProblem(Settings settings) {
    return GraphVersion.isName(settings.text(API_VERSION))
        ? Optional.empty()
        : Optional.of(
            settings.place() + "." + API_VERSION + ": must be a version, as " + DEFAULT_VERSION);
  }

  private static Optional<String> urlProblem(Settings settings) {
    URI url = settings.url(GRAPH_URL);
    boolean plain = "http".equals(url.getScheme().toLowerCase(Locale.ROOT));
    boolean sound =
        url.getRawQuery() == null && url.getRawFragment() == null && url.getRawUserInfo() == null;
    return sound && !(plain && !LOOPBACK.contains(url.getHost()))
        ? Optional.empty()
        : Optional.of(
            settings.place()
                + "."
                + GRAPH_URL
                + ": must begin with https, for tokens go there (http for this machine only), and"
                + " have neither user, query nor fragment");
  }
}
