// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.salesforce;

import dev.gapless.api.config.ConfigurationException;
import dev.gapless.api.config.ExtensionContext;
import dev.gapless.api.config.NearestName;
import dev.gapless.api.config.Option;
import dev.gapless.api.config.Secret;
import dev.gapless.api.config.Settings;
import dev.gapless.crm.salesforce.call.Login;
import dev.gapless.crm.salesforce.entry.Profile;
import dev.gapless.http.HttpConnection;
import dev.gapless.http.HttpConnectionBuilder;
import dev.gapless.http.NetworkOptions;
import dev.gapless.http.entry.EntryOptions;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The settings of a connection, and the adapter they make; all problems come at once. */
final class SalesforceOptions {
  private static final int LARGEST_ANSWER = 32 * 1024 * 1024;
  private static final int MOST_ROWS = 200;
  private static final String RECORD_ID = "[A-Za-z0-9]{15}([A-Za-z0-9]{3})?";

  private static final List<Option> OWN =
      List.of(
          Option.required(
              "login-url",
              Option.Type.URL,
              "The org's own address, as https://example.my.salesforce.com."),
          Option.required(
              "org-id",
              Option.Type.TEXT,
              "The org's id (Setup, Company Information); nothing is ever written to another org."),
          Option.required(
              "client-id", Option.Type.TEXT, "Consumer key of the external client app."),
          Option.optional(
              "client-secret",
              Option.Type.SECRET,
              "Consumer secret, for the client credentials flow."),
          Option.optional(
              "private-key",
              Option.Type.SECRET,
              "RSA key as PEM text (PKCS #8, not encrypted), for the JWT bearer flow."),
          Option.optional(
              "user", Option.Type.TEXT, "User name to act as, for the JWT bearer flow."),
          Option.withDefault(
              "audience",
              Option.Type.URL,
              "https://login.salesforce.com",
              "Audience of the JWT; https://test.salesforce.com for sandboxes."),
          Option.withDefault(
              "profile",
              Option.Type.TEXT,
              "task",
              "What an entry is: task (a completed task), or custom-object (a record of its own)."),
          Option.optional(
              "fields",
              Option.Type.LIST,
              "Fields that have other names in this org: role=Name__c, role=Name__c."),
          Option.withDefault(
              "person-fields",
              Option.Type.LIST,
              "whatsapp_user_id=Gapless_WhatsApp_User_Id__c,"
                  + "facebook_psid=Gapless_Page_Scoped_Id__c,x_user_id=Gapless_X_User_Id__c",
              "Fields of people that hold identifiers: type=Name__c, type=Name__c; none for none."),
          Option.withDefault(
              "leads", Option.Type.FLAG, "true", "Whether people are looked for among leads."),
          Option.withDefault(
              "person-accounts",
              Option.Type.FLAG,
              "false",
              "Whether people are looked for among person accounts as well."),
          Option.withDefault(
              "new-people",
              Option.Type.TEXT,
              "contact",
              "What is made of unknown people where people-none is create: contact, or lead."),
          Option.withDefault(
              "duplicates",
              Option.Type.TEXT,
              "park",
              "When a duplicate rule names who a new person may be: park, or link (to the one it"
                  + " names)."),
          Option.optional("owner", Option.Type.TEXT, "Id of the user or queue that owns entries."),
          Option.optional(
              "inbox",
              Option.Type.TEXT,
              "Id of the record that entries of unknown people point to."),
          Option.optional(
              "task-status",
              Option.Type.TEXT,
              "Name of the closed status of tasks; the org is asked unless set."),
          Option.withDefault(
              "full-text",
              Option.Type.TEXT,
              "file",
              "Where the whole of a text goes that its field cannot hold: file, or none."),
          Option.withDefault(
              "reserve",
              Option.Type.INTEGER,
              "20",
              "Percent of the org's daily calls that are left to its other users, 0 to 99."),
          Option.withDefault(
              "api-version", Option.Type.TEXT, "62.0", "Version of the REST interface."),
          Option.withDefault(
              "batch", Option.Type.INTEGER, "200", "Most entries per call, 1 to 200."),
          Option.withDefault(
              "concurrency", Option.Type.INTEGER, "4", "Most calls at the same time."),
          Option.withDefault(
              "settled-after",
              Option.Type.DURATION,
              "10m",
              "How long after a lost answer a change may still take effect; Salesforce ends calls"
                  + " after 10 minutes."));

  private final Settings settings;
  private final ExtensionContext context;
  private final List<String> problems = new ArrayList<>();

  SalesforceOptions(Settings settings, ExtensionContext context) {
    this.settings = settings;
    this.context = context;
  }

  static List<Option> all() {
    List<Option> all = new ArrayList<>(OWN);
    all.addAll(EntryOptions.all());
    all.addAll(NetworkOptions.all());
    return List.copyOf(all);
  }

  SalesforceAdapter adapter() {
    Optional<HttpConnectionBuilder> http = attempt(() -> NetworkOptions.connection(settings));
    Optional<EntryOptions> entries = attempt(() -> EntryOptions.of(settings));
    Parts parts =
        new Parts(
            loginUrl(),
            id("org-id").orElse(""),
            login(),
            profile(),
            personFields(),
            newPeople(),
            id("owner"),
            id("inbox"),
            version(),
            integer("reserve", 0, 99),
            integer("batch", 1, MOST_ROWS),
            integer("concurrency", 1, 1000),
            fullText());
    if (!problems.isEmpty()) {
      throw new ConfigurationException(problems);
    }
    HttpConnection connection = http.orElseThrow().maxAnswerBytes(LARGEST_ANSWER).build();
    return new Assembly(settings, context, parts, entries.orElseThrow(), connection).adapter();
  }

  private <T> Optional<T> attempt(Supplier<T> step) {
    try {
      return Optional.of(step.get());
    } catch (ConfigurationException e) {
      problems.addAll(e.problems());
      return Optional.empty();
    }
  }

  private String loginUrl() {
    URI url = settings.url("login-url");
    String host = String.valueOf(url.getHost());
    if (url.getRawQuery() != null || url.getRawFragment() != null || url.getRawUserInfo() != null) {
      problem("login-url", "must be an address without ?, # or credentials");
    } else if (host.equals("login.salesforce.com") || host.equals("test.salesforce.com")) {
      problem("login-url", "must be the org's own address (Setup, My Domain), not " + host);
    } else if (url.getScheme().equals("http") && !isLoopback(host)) {
      problem("login-url", "must begin with https://");
    }
    return url.toString().replaceAll("/+$", "");
  }

  private static boolean isLoopback(String host) {
    return host.equals("localhost") || host.startsWith("127.");
  }

  private Optional<String> id(String key) {
    Optional<String> id = settings.optionalText(key);
    id.filter(text -> !text.matches(RECORD_ID))
        .ifPresent(text -> problem(key, "must be an id of 15 or 18 letters and digits"));
    return id;
  }

  private Login login() {
    boolean secret = settings.has("client-secret");
    boolean key = settings.has("private-key");
    if (secret == key) {
      problem(
          "client-secret",
          secret
              ? "stands beside private-key. Remove one: each belongs to a flow of its own"
              : "missing. Set it for the client credentials flow, or private-key and user for the"
                  + " JWT bearer flow");
    } else if (key && !settings.has("user")) {
      problem("user", "missing. The JWT bearer flow needs the name of the user to act as");
    } else if (secret && settings.has("user")) {
      problem("user", "is not used by the client credentials flow. Remove it");
    }
    String client = settings.text("client-id");
    return key && settings.has("user")
        ? new Login.JwtBearer(
            client,
            settings.text("user"),
            settings.url("audience").toString(),
            settings.secret("private-key"),
            context.clock())
        : new Login.ClientCredentials(
            client, secret ? settings.secret("client-secret") : Secret.of(""));
  }

  private Profile profile() {
    String name = settings.text("profile");
    if (!Profile.NAMES.contains(name)) {
      problem("profile", "there is no such profile. " + NearestName.hint(name, Profile.NAMES));
      return Profile.of("task");
    }
    try {
      return Profile.of(name).renamed(pairs("fields"));
    } catch (IllegalArgumentException e) {
      problem("fields", String.valueOf(e.getMessage()));
      return Profile.of(name);
    }
  }

  private Map<String, String> personFields() {
    if (settings.list("person-fields").equals(List.of("none"))) {
      return Map.of();
    }
    Map<String, String> fields = pairs("person-fields");
    fields.values().stream()
        .filter(name -> !Profile.isApiName(name))
        .findFirst()
        .ifPresent(name -> problem("person-fields", "must name fields by their API names"));
    return fields;
  }

  private String newPeople() {
    String object = settings.text("new-people");
    if (!object.equals("contact") && !object.equals("lead")) {
      problem("new-people", "must be contact or lead");
    } else if (object.equals("lead") && !settings.flag("leads")) {
      problem("leads", "must be true where new people become leads, or they are never found");
    }
    String duplicates = settings.text("duplicates");
    if (!duplicates.equals("park") && !duplicates.equals("link")) {
      problem("duplicates", "must be park or link");
    }
    return object.equals("lead") ? "Lead" : "Contact";
  }

  /** {@code name=value} pairs of a list, in their order. */
  private Map<String, String> pairs(String key) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String each : settings.list(key)) {
      int equals = each.indexOf('=');
      if (equals < 1) {
        problem(key, "must be name=value, separated by commas");
      } else {
        pairs.put(each.substring(0, equals).strip(), each.substring(equals + 1).strip());
      }
    }
    return pairs;
  }

  private String version() {
    String version = settings.text("api-version");
    if (!version.matches("[1-9][0-9]{1,2}\\.0")) {
      problem("api-version", "must be a number such as 62.0");
    }
    return version;
  }

  private boolean fullText() {
    String where = settings.text("full-text");
    if (!where.equals("file") && !where.equals("none")) {
      problem("full-text", "must be file or none");
    }
    return where.equals("file");
  }

  private int integer(String key, int least, int most) {
    int value = settings.integer(key);
    if (value < least || value > most) {
      problem(key, "must be from " + least + " to " + most);
      return least;
    }
    return value;
  }

  private void problem(String key, String text) {
    problems.add(settings.place() + "." + key + ": " + text);
  }
}
