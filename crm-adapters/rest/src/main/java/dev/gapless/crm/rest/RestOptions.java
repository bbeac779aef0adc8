// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gapless.api.config.ConfigurationException;
import dev.gapless.api.config.ExtensionContext;
import dev.gapless.api.config.NearestName;
import dev.gapless.api.config.Option;
import dev.gapless.api.config.Settings;
import dev.gapless.api.crm.CrmAdapter;
import dev.gapless.api.crm.CrmCapabilities;
import dev.gapless.api.crm.CrmCapabilities.LanesInBatch;
import dev.gapless.api.crm.Once;
import dev.gapless.crm.rest.preset.Authentication;
import dev.gapless.crm.rest.preset.Preset;
import dev.gapless.crm.rest.preset.PresetFile;
import dev.gapless.crm.rest.preset.Rate;
import dev.gapless.crm.rest.preset.Strategy;
import dev.gapless.crm.rest.template.Rendering;
import dev.gapless.crm.rest.template.Target;
import dev.gapless.crm.rest.template.Values;
import dev.gapless.http.HttpConnection;
import dev.gapless.http.HttpConnectionBuilder;
import dev.gapless.http.NetworkOptions;
import dev.gapless.http.entry.EntryOptions;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The settings of a connection, and the adapter they make; all problems come at once. */
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

  private final Settings settings;
  private final ExtensionContext context;
  private final List<String> problems = new ArrayList<>();

  RestOptions(Settings settings, ExtensionContext context) {
    this.settings = settings;
    this.context = context;
  }

  static List<Option> all() {
    List<Option> all = new ArrayList<>(OWN);
    all.addAll(EntryOptions.all());
    all.addAll(NetworkOptions.all());
    return List.copyOf(all);
  }

  CrmAdapter adapter() {
    Optional<HttpConnectionBuilder> http = attempt(() -> NetworkOptions.connection(settings));
    Optional<Preset> preset =
        attempt(() -> PresetFile.read(settings.text("preset"), at("preset"), options()));
    Optional<EntryOptions> entries = attempt(() -> EntryOptions.of(settings));
    String base = base();
    int concurrency = integer("concurrency", 1000);
    rates();
    Optional<CrmCapabilities> capabilities =
        preset.flatMap(
            p -> capabilities(p, Math.min(concurrency, p.mostAtOnce().orElse(concurrency))));
    preset.ifPresent(p -> credentialsGiven(p.authentication().kind()));
    if (settings.has("token-url")) {
      host("token-url");
    }
    preset
        .filter(p -> p.authentication().ownTokenHost() && !settings.has("token-url"))
        .ifPresent(p -> problem("token-url", "missing. This CRM grants tokens at another host"));
    if (!problems.isEmpty()) {
      throw new ConfigurationException(problems);
    }
    return adapter(
        preset.orElseThrow(),
        capabilities.orElseThrow(),
        http.orElseThrow().build(),
        base,
        entries.orElseThrow());
  }

  /** {@code options}: what the connection decides about the preset. */
  private Map<String, String> options() {
    Map<String, String> options = new LinkedHashMap<>();
    for (String each : settings.has("options") ? settings.list("options") : List.<String>of()) {
      int equals = each.indexOf('=');
      if (equals < 1) {
        problem("options", "must be name=value, separated by commas");
      } else {
        options.put(each.substring(0, equals).strip(), each.substring(equals + 1).strip());
      }
    }
    return options;
  }

  private CrmAdapter adapter(
      Preset preset,
      CrmCapabilities capabilities,
      HttpConnection http,
      String base,
      EntryOptions entries) {
    Rendering rendering = new Rendering(entries.zone(), entries.texts().cutMark());
    CrmCalls calls =
        new CrmCalls(
            http,
            base + preset.basePath(),
            credentials(preset.authentication(), http, base, rendering),
            new RequestLimit(context.clock(), rates(preset), preset.mostAtOnce()),
            rendering,
            context.clock());
    return Abilities.adapter(
        Parts.of(preset, capabilities, calls, entries.texts(), rendering, entries.region()));
  }

  /** What the connection says of the CRM's limits, or else the preset. */
  private List<Rate> rates(Preset preset) {
    return settings.has("rates") ? rates() : preset.rates();
  }

  private List<Rate> rates() {
    List<Rate> rates = new ArrayList<>();
    for (String text : settings.list("rates")) {
      Rate.parse(text)
          .ifPresentOrElse(
              rates::add, () -> problem("rates", "'" + text + "' is not " + Rate.FORM));
    }
    return List.copyOf(rates);
  }

  private Credentials credentials(
      Authentication authentication, HttpConnection http, String base, Rendering rendering) {
    HeaderText header = new HeaderText(authentication, rendering);
    return switch (authentication.kind()) {
      case BEARER -> new FixedCredentials(header, () -> secret("token"));
      case API_KEY -> new FixedCredentials(header, () -> secret("api-key"));
      case BASIC -> new FixedCredentials(header, this::basic);
      case CLIENT_CREDENTIALS ->
          tokens(authentication, http, base, rendering, new Grant.ClientCredentials(settings));
      case REFRESH_TOKEN ->
          tokens(
              authentication,
              http,
              base,
              rendering,
              new Grant.RefreshToken(settings, context.state()));
    };
  }

  private Credentials tokens(
      Authentication authentication,
      HttpConnection http,
      String base,
      Rendering rendering,
      Grant grant) {
    String host = settings.has("token-url") ? host("token-url") : base;
    return new OAuthTokens(
        new HeaderText(authentication, rendering),
        http,
        tokenAddress(authentication, host, rendering),
        grant,
        context.clock());
  }

  private static URI tokenAddress(Authentication authentication, String base, Rendering rendering) {
    String path =
        authentication
            .tokenRequest()
            .orElseThrow()
            .path()
            .render(Values.none(), rendering, Target.ADDRESS);
    return URI.create(base + path);
  }

  private String secret(String key) {
    return settings.secret(key).reveal().strip();
  }

  private String basic() {
    String both = settings.text("user") + ":" + secret("password");
    return Base64.getEncoder().encodeToString(both.getBytes(UTF_8));
  }

  private Optional<CrmCapabilities> capabilities(Preset preset, int concurrency) {
    int batch = settings.has("batch") ? integer("batch", preset.batch()) : preset.batch();
    Optional<Once> once = once(preset);
    return once.map(o -> new CrmCapabilities(batch, LanesInBatch.ONE_ENTRY, o, concurrency));
  }

  private Optional<Once> once(Preset preset) {
    List<String> allowed = preset.once().stream().map(Strategy::label).toList();
    String wanted = settings.optionalText("strategy").orElse(allowed.get(0));
    if (!allowed.contains(wanted)) {
      problem(
          "strategy",
          "the preset "
              + preset.name()
              + " does not allow '"
              + wanted
              + "'. "
              + NearestName.hint(wanted, allowed));
      return Optional.empty();
    }
    Duration after = visibleAfter(preset);
    return switch (wanted) {
      case "enforced" -> Optional.of(new Once.Enforced(after));
      case "confirmed" -> confirmed(after);
      default -> Optional.of(new Once.None(after));
    };
  }

  private Duration visibleAfter(Preset preset) {
    return settings.has("visible-after")
        ? settings.duration("visible-after")
        : preset.visibleAfter().orElse(Duration.ZERO);
  }

  private Optional<Once> confirmed(Duration after) {
    if (after.isZero()) {
      problem(
          "visible-after",
          "the strategy confirmed needs a duration above zero: the CRM's longest run time plus its"
              + " lag");
      return Optional.empty();
    }
    return Optional.of(new Once.Confirmed(after));
  }

  private void credentialsGiven(Authentication.Kind kind) {
    for (String key : kind.settings()) {
      if (!settings.has(key)) {
        problem(key, "missing. The preset's authentication (" + kind.label() + ") needs it");
      }
    }
    Arrays.stream(Authentication.Kind.values())
        .flatMap(other -> Stream.concat(other.settings().stream(), Stream.of("token-url")))
        .distinct()
        .filter(key -> !key.equals("token-url") || !kind.asksForToken())
        .filter(key -> settings.has(key) && !kind.settings().contains(key))
        .forEach(
            key ->
                problem(
                    key,
                    "is not used by the preset's authentication ("
                        + kind.label()
                        + "). Remove it"));
  }

  private String base() {
    return host("url");
  }

  private String host(String key) {
    URI url = settings.url(key);
    if (url.getRawQuery() != null || url.getRawFragment() != null || url.getRawUserInfo() != null) {
      problem(key, "must end with a path, without ?, # or credentials");
    }
    return url.toString().replaceAll("/+$", "");
  }

  private int integer(String key, int most) {
    int value = settings.integer(key);
    if (value < 1 || value > most) {
      problem(key, "must be from 1 to " + most);
      return 1;
    }
    return value;
  }

  private <T> Optional<T> attempt(Supplier<T> step) {
    try {
      return Optional.of(step.get());
    } catch (ConfigurationException e) {
      problems.addAll(e.problems());
      return Optional.empty();
    }
  }

  private void problem(String key, String text) {
    problems.add(at(key) + ": " + text);
  }

  private String at(String key) {
    return settings.place() + "." + key;
  }
}
