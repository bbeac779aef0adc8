// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.whatsapp;

import dev.gapless.api.SetupReport;
import dev.gapless.api.config.Secret;
import dev.gapless.api.config.Settings;
import dev.gapless.http.graph.GraphAccess;
import dev.gapless.http.graph.GraphOptions;
import dev.gapless.http.graph.setup.AppSubscriptions;
import dev.gapless.http.graph.setup.Findings;
import dev.gapless.http.graph.setup.GraphSetup;
import dev.gapless.http.graph.setup.SetupPass;
import dev.gapless.http.graph.setup.Wanted;
import dev.gapless.http.signature.HubOptions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks whether contacts can come in and files can be fetched, and mends what calls can mend. */
final class SetupCheck {
  private static final String OBJECT = "whatsapp_business_account";
  private static final String DASHBOARD = "app dashboard, WhatsApp, Configuration, Webhook fields";

  /**
   * Without the first nothing comes in; the other keeps a chat whole when a person's id changes.
   */
  private static final List<String> REQUIRED = List.of("messages");

  private static final List<String> USEFUL = List.of("user_id_update");
  private static final List<String> FIELDS =
      Stream.concat(REQUIRED.stream(), USEFUL.stream()).toList();

  /** For files, and for numbers and subscriptions. */
  private static final List<String> SCOPES =
      List.of("whatsapp_business_messaging", "whatsapp_business_management");

  private final Platform platform;
  private final Settings settings;

  SetupCheck(Platform platform) {
    this.platform = platform;
    this.settings = platform.settings();
  }

  SetupReport check() {
    return pass().check();
  }

  /** Subscribes the app to the account and to the fields that are missing; then looks again. */
  SetupReport repair() {
    return pass().repair();
  }

  private SetupPass pass() {
    return new SetupPass(this::look, this::mend);
  }

  private Optional<String> look(Findings found) {
    Optional<String> appId = lookAtApp(found);
    lookAtAccount(appId, found);
    return appId;
  }

  private Optional<String> lookAtApp(Findings found) {
    List<String> secrets = settings.secrets(HubOptions.APP_SECRET);
    Wanted wanted = new Wanted(settings.optionalText(GraphOptions.APP_ID), SCOPES);
    Optional<String> appId =
        new GraphSetup(platform.api(), platform.clock())
            .check(platform.access(), secrets, wanted, found);
    appId
        .flatMap(this::subscriptions)
        .ifPresent(each -> each.check(OBJECT, REQUIRED, USEFUL, DASHBOARD, found));
    return appId;
  }

  private void lookAtAccount(Optional<String> appId, Findings found) {
    if (platform.access().isEmpty()) {
      found.note(
          GraphOptions.ACCESS_TOKEN,
          "not set: webhooks come in, but no file is fetched and the account is not checked",
          "Set it to a system user's token with " + String.join(", ", SCOPES));
      return;
    }
    if (found.isEnough()) {
      return;
    }
    new NumberCheck(platform).run(found);
    account().ifPresentOrElse(each -> each.check(appId, found), () -> accountUnknown(found));
  }

  private void mend(Optional<String> appId, Findings found) {
    Secret verifyToken = settings.secret(HubOptions.VERIFY_TOKEN);
    account().ifPresent(each -> each.subscribe(appId, found));
    appId
        .flatMap(this::subscriptions)
        .ifPresent(each -> each.addMissing(OBJECT, FIELDS, verifyToken, found));
  }

  private Optional<AppSubscriptions> subscriptions(String appId) {
    return settings.secrets(HubOptions.APP_SECRET).stream()
        .findFirst()
        .map(secret -> GraphAccess.app(appId, Secret.of(secret)))
        .map(app -> new AppSubscriptions(platform.api(), appId, app, platform.clock()));
  }

  private Optional<AccountSubscription> account() {
    return settings
        .optionalText(WhatsAppOptions.BUSINESS_ACCOUNT)
        .flatMap(
            id -> platform.access().map(each -> new AccountSubscription(platform.api(), each, id)));
  }

  private static void accountUnknown(Findings found) {
    found.note(
        WhatsAppOptions.BUSINESS_ACCOUNT,
        "not set, so the subscription of the account is not checked",
        "Set it to the id of the WhatsApp Business Account");
  }
}
