// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.salesforce;

import dev.gapless.api.config.Secret;
import dev.gapless.api.config.Settings;
import dev.gapless.crm.salesforce.call.Login;
import dev.gapless.http.SettingsReader;
import java.time.Clock;

/** Which of the two flows logs in: the settings of exactly one of them must be there. */
record LoginChoice(SettingsReader reader, Clock clock) {
  Login login() {
    Settings settings = reader.settings();
    boolean secret = settings.has("client-secret");
    boolean key = settings.has("private-key");
    check(secret, key, settings.has("user"));
    String client = settings.text("client-id");
    return key && settings.has("user")
        ? new Login.JwtBearer(
            client,
            settings.text("user"),
            settings.url("audience").toString(),
            settings.secret("private-key"),
            clock)
        : new Login.ClientCredentials(
            client, secret ? settings.secret("client-secret") : Secret.of(""));
  }

  private void check(boolean secret, boolean key, boolean user) {
    if (secret && key) {
      reader.problem(
          "client-secret",
          "stands beside private-key. Remove one: each belongs to a flow of its own");
    } else if (!secret && !key) {
      reader.problem(
          "client-secret",
          "missing. Set it for the client credentials flow, or private-key and user for the JWT"
              + " bearer flow");
    } else if (key && !user) {
      reader.problem("user", "missing. The JWT bearer flow needs the name of the user to act as");
    } else if (secret && user) {
      reader.problem("user", "is not used by the client credentials flow. Remove it");
    }
  }
}
