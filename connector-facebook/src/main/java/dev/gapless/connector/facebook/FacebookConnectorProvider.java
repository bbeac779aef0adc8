// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import dev.gapless.api.channel.ChannelConnector;
import dev.gapless.api.channel.ChannelConnectorProvider;
import dev.gapless.api.config.ConfigurationException;
import dev.gapless.api.config.ExtensionContext;
import dev.gapless.api.config.Option;
import dev.gapless.api.config.Settings;
import dev.gapless.http.HttpConnection;
import dev.gapless.http.NetworkOptions;
import dev.gapless.http.graph.GraphApi;
import dev.gapless.http.graph.GraphOptions;
import dev.gapless.http.payload.KeyPart;
import dev.gapless.http.signature.HubDoor;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes the connector of the channel {@code facebook}: pages, Messenger and Instagram behind one
 * address. What it makes receives webhooks, reads back what they missed, knows names, and checks
 * and mends its own set-up.
 */
public final class FacebookConnectorProvider implements ChannelConnectorProvider {
  static final String NAME = "facebook";
  static final String VERIFY_TOKEN = "verify-token";
  static final String APP_SECRET = "app-secret";
  static final String INSTAGRAM_APP_SECRET = "instagram-app-secret";
  static final String TENANT = "tenant";
  static final String PAGES = "pages";
  static final String INSTAGRAM_ACCOUNTS = "instagram-accounts";
  static final String ACCOUNT = "account";
  static final String PAGE_TOKENS = "page-tokens";
  static final String CATCH_UP_POSTS = "catch-up-posts";

  private static final List<Option> OWN_OPTIONS =
      List.of(
          Option.required(
              VERIFY_TOKEN,
              Option.Type.SECRET,
              "The text you also enter as verify token where the webhook is set up in the app"
                  + " dashboard."),
          Option.required(
              APP_SECRET,
              Option.Type.SECRETS,
              "The app secret that signs webhooks (app dashboard, App settings, Basic); several"
                  + " while it is being changed."),
          Option.optional(
              INSTAGRAM_APP_SECRET,
              Option.Type.SECRETS,
              "The Instagram app secret, which signs the webhooks of apps with Instagram Login."),
          Option.optional(
              TENANT,
              Option.Type.TEXT,
              "Which customer of the host application this is; leave it out if there is one only."),
          Option.optional(
              PAGES,
              Option.Type.LIST,
              "The ids of the pages; events of others are kept and counted, not shown. Without it"
                  + " and instagram-accounts, every page and account counts."),
          Option.optional(
              INSTAGRAM_ACCOUNTS,
              Option.Type.LIST,
              "The ids of the Instagram professional accounts, in the same way; id@page names the"
                  + " page an account belongs to, without which its messages cannot be read back."),
          Option.optional(
              ACCOUNT, Option.Type.TEXT, "The page id that counts for events which name none."),
          Option.optional(
              PAGE_TOKENS,
              Option.Type.SECRETS,
              "Tokens of single pages or Instagram accounts as id=token, where access-token is not"
                  + " good for all."),
          Option.withDefault(
              CATCH_UP_POSTS,
              Option.Type.DURATION,
              "90d",
              "How old a post may be whose comments are read back."));

  /** For {@link java.util.ServiceLoader}. */
  public FacebookConnectorProvider() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Option> options() {
    return Stream.concat(OWN_OPTIONS.stream(), GraphOptions.all().stream()).toList();
  }

  @Override
  public ChannelConnector create(Settings settings, ExtensionContext context) {
    List<String> problems = KeyPart.problems(settings, List.of(TENANT, ACCOUNT));
    if (!problems.isEmpty()) {
      throw new ConfigurationException(problems);
    }
    GraphApi api = GraphOptions.api(settings, http(settings), context.clock());
    Tokens tokens = new Tokens(settings);
    Accounts accounts = accounts(settings);
    return new FacebookConnector(
        door(settings),
        settings.optionalText(TENANT).orElse(""),
        accounts,
        tokens.any(),
        new CatchUp(
            api,
            tokens,
            context.clock(),
            settings.duration(CATCH_UP_POSTS),
            accounts.all().stream().flatMap(one -> one.sources().stream()).toList()),
        new Names(api, tokens, accounts),
        new SetupProbe(
            api,
            tokens,
            accounts.all(),
            settings.optionalText(GraphOptions.APP_ID),
            context.clock()));
  }

  private static HttpConnection http(Settings settings) {
    return NetworkOptions.connection(settings).build();
  }

  private static HubDoor door(Settings settings) {
    return new HubDoor(() -> settings.secret(VERIFY_TOKEN).reveal(), () -> appSecrets(settings));
  }

  private static List<String> appSecrets(Settings settings) {
    return settings.has(INSTAGRAM_APP_SECRET)
        ? Stream.concat(
                settings.secrets(APP_SECRET).stream(),
                settings.secrets(INSTAGRAM_APP_SECRET).stream())
            .toList()
        : settings.secrets(APP_SECRET);
  }

  private static Accounts accounts(Settings settings) {
    List<Account> all =
        Stream.concat(
                settings.list(PAGES).stream().map(Account::page),
                settings.list(INSTAGRAM_ACCOUNTS).stream().map(Account::instagram))
            .distinct()
            .toList();
    return new Accounts(all, settings.optionalText(ACCOUNT));
  }
}
