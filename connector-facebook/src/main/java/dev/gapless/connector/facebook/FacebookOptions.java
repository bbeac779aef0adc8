// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import dev.gapless.api.config.Option;
import dev.gapless.api.config.Settings;
import dev.gapless.http.graph.GraphOptions;
import dev.gapless.http.media.MediaOptions;
import dev.gapless.http.payload.KeyPart;
import dev.gapless.http.signature.HubOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The settings of the channel. What is needed to receive comes first and is all that must be. */
final class FacebookOptions {
  static final String INSTAGRAM_APP_SECRET = "instagram-app-secret";
  static final String PAGES = "pages";
  static final String INSTAGRAM_ACCOUNTS = "instagram-accounts";
  static final String ACCOUNT = "account";
  static final String PAGE_TOKENS = "page-tokens";
  static final String CATCH_UP_POSTS = "catch-up-posts";
  static final String MEDIA_DOMAINS = "media-domains";

  private static final Pattern INSTAGRAM_ACCOUNT = Pattern.compile("[0-9]{1,30}(@[0-9]{1,30})?");

  private static final Pattern PAGE_TOKEN = Pattern.compile("[0-9]{1,30}=\\S+");

  private static final List<Option> OWN =
      List.of(
          Option.optional(
              INSTAGRAM_APP_SECRET,
              Option.Type.SECRETS,
              "The Instagram app secret, which signs the webhooks of apps with Instagram Login."),
          Option.optional(
              PAGES,
              Option.Type.LIST,
              "The ids of the pages; events of others are kept and counted, not shown. Without it"
                  + " and instagram-accounts, every page and account counts, and nothing is read"
                  + " back."),
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
              "How old a post may be whose comments are read back."),
          Option.withDefault(
              MEDIA_DOMAINS,
              Option.Type.LIST,
              "fbcdn.net,cdninstagram.com,fbsbx.com",
              "Domains of the platform that files are fetched from; no token is shown to them."),
          MediaOptions.timeout());

  static final List<Option> ALL =
      Stream.of(HubOptions.all(), OWN, GraphOptions.all()).flatMap(List::stream).toList();

  private FacebookOptions() {}

  /** What is wrong with the settings that name accounts. */
  static List<String> problems(Settings settings) {
    List<String> problems =
        new ArrayList<>(KeyPart.problems(settings, List.of(HubOptions.TENANT, ACCOUNT)));
    problems.addAll(GraphOptions.idProblems(settings, List.of(PAGES)));
    if (!settings.list(INSTAGRAM_ACCOUNTS).stream()
        .allMatch(text -> INSTAGRAM_ACCOUNT.matcher(text).matches())) {
      problems.add(
          settings.place()
              + "."
              + INSTAGRAM_ACCOUNTS
              + ": must be numbers, or number@page, as the platform shows them");
    }
    if (settings.has(PAGE_TOKENS)
        && !settings.secrets(PAGE_TOKENS).stream()
            .allMatch(pair -> PAGE_TOKEN.matcher(pair).matches())) {
      problems.add(settings.place() + "." + PAGE_TOKENS + ": must be id=token, between commas");
    }
    return problems;
  }
}
