// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.salesforce;

import dev.gapless.api.config.ExtensionContext;
import dev.gapless.api.config.NearestName;
import dev.gapless.api.config.Settings;
import dev.gapless.crm.salesforce.entry.Profile;
import dev.gapless.http.HttpConnection;
import dev.gapless.http.HttpConnectionBuilder;
import dev.gapless.http.NetworkOptions;
import dev.gapless.http.SettingsReader;
import dev.gapless.http.entry.EntryOptions;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the adapter that the settings describe; all problems come at once. */
final class SalesforceSetup {
  private static final int LARGEST_ANSWER = 32 * 1024 * 1024;
  private static final int MOST_ROWS = 200;
  private static final String RECORD_ID = "[A-Za-z0-9]{15}([A-Za-z0-9]{3})?";

  private final Settings settings;
  private final ExtensionContext context;
  private final SettingsReader reader;

  SalesforceSetup(Settings settings, ExtensionContext context) {
    this.settings = settings;
    this.context = context;
    this.reader = SettingsReader.of(settings);
  }

  SalesforceAdapter adapter() {
    Optional<HttpConnectionBuilder> http =
        reader.attempt(() -> NetworkOptions.connection(settings));
    Optional<EntryOptions> entries = reader.attempt(() -> EntryOptions.of(settings));
    Parts parts =
        new Parts(
            loginUrl(),
            id("org-id").orElse(""),
            new LoginChoice(reader, context.clock()).login(),
            profile(),
            personFields(),
            newPeople(),
            id("owner"),
            id("inbox"),
            version(),
            reader.integer("reserve", 0, 99),
            reader.integer("batch", 1, MOST_ROWS),
            reader.integer("concurrency", 1, 1000),
            reader.choice("full-text", List.of("file", "none")).equals("file"));
    HttpConnection connection = reader.unlessAny(http).maxAnswerBytes(LARGEST_ANSWER).build();
    return new Assembly(settings, context, parts, reader.unlessAny(entries), connection).adapter();
  }

  private String loginUrl() {
    String address = reader.address("login-url");
    URI url = settings.url("login-url");
    String host = String.valueOf(url.getHost());
    if (host.equals("login.salesforce.com") || host.equals("test.salesforce.com")) {
      reader.problem("login-url", "must be the org's own address (Setup, My Domain), not " + host);
    } else if (url.getScheme().equals("http") && !isLoopback(host)) {
      reader.problem("login-url", "must begin with https://");
    }
    return address;
  }

  private static boolean isLoopback(String host) {
    return host.equals("localhost") || host.startsWith("127.");
  }

  private Optional<String> id(String key) {
    Optional<String> id = settings.optionalText(key);
    id.filter(text -> !text.matches(RECORD_ID))
        .ifPresent(text -> reader.problem(key, "must be an id of 15 or 18 letters and digits"));
    return id;
  }

  private Profile profile() {
    String name = settings.text("profile");
    if (!Profile.NAMES.contains(name)) {
      reader.problem(
          "profile", "there is no such profile. " + NearestName.hint(name, Profile.NAMES));
      return Profile.of("task");
    }
    try {
      return Profile.of(name).renamed(reader.pairs("fields"));
    } catch (IllegalArgumentException e) {
      reader.problem("fields", String.valueOf(e.getMessage()));
      return Profile.of(name);
    }
  }

  private Map<String, String> personFields() {
    if (settings.list("person-fields").equals(List.of("none"))) {
      return Map.of();
    }
    Map<String, String> fields = reader.pairs("person-fields");
    fields.values().stream()
        .filter(name -> !Profile.isApiName(name))
        .findFirst()
        .ifPresent(name -> reader.problem("person-fields", "must name fields by their API names"));
    return fields;
  }

  private String newPeople() {
    boolean lead = reader.choice("new-people", List.of("contact", "lead")).equals("lead");
    if (lead && !settings.flag("leads")) {
      reader.problem(
          "leads", "must be true where new people become leads, or they are never found");
    }
    reader.choice("duplicates", List.of("park", "link"));
    return lead ? "Lead" : "Contact";
  }

  private String version() {
    String version = settings.text("api-version");
    if (!version.matches("[1-9][0-9]{1,2}\\.0")) {
      reader.problem("api-version", "must be a number such as 62.0");
    }
    return version;
  }
}
