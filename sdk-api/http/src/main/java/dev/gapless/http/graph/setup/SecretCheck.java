// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.graph.setup;

import dev.gapless.api.Refusal.Category;
import dev.gapless.api.config.Secret;
import dev.gapless.http.graph.GraphAccess;
import dev.gapless.http.graph.GraphApi;
import dev.gapless.http.graph.GraphCall;
import dev.gapless.http.graph.GraphResult;
import dev.gapless.http.signature.HubSignature;
import dev.gapless.http.signature.SignatureVerdict;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tries the app secrets: on a sample that each signs, and by asking the platform whether they are
 * those of the app.
 */
final class SecretCheck {
  private static final byte[] SAMPLE = "{\"object\":\"sample\"}".getBytes(StandardCharsets.UTF_8);
  private static final String SUBJECT = "app-secret";
  private static final String COPY = "Copy it anew from the app dashboard, App settings, Basic";

  private final GraphApi api;

  SecretCheck(GraphApi api) {
    this.api = api;
  }

  /**
   * @param appId the app to ask about; without it only the form is looked at
   */
  void run(List<String> secrets, Optional<String> appId, Findings found) {
    HubSignature signature = new HubSignature(() -> secrets);
    for (int i = 0; i < secrets.size(); i++) {
      trySample(secrets.get(i), name(i), signature, found);
    }
    if (secrets.isEmpty()) {
      found.problem(SUBJECT, "empty, so every webhook is refused", COPY);
    } else if (appId.isPresent()) {
      ask(secrets, appId.get(), found);
    } else {
      found.note(
          SUBJECT,
          "not compared with the platform, for the app is not known",
          "Set app-id to the number of the app");
    }
  }

  private static void trySample(
      String secret, String name, HubSignature signature, Findings found) {
    String header = HubSignature.sign(secret, SAMPLE);
    if (signature.check(List.of(header), SAMPLE) != SignatureVerdict.GENUINE) {
      found.problem(name, "a sample signed with it is refused", COPY);
    }
    if (!secret.matches("[0-9a-f]{32}")) {
      found.note(name, "does not look like an app secret, which is 32 digits from 0 to f", COPY);
    }
  }

  private void ask(List<String> secrets, String appId, Findings found) {
    List<String> others = new ArrayList<>();
    for (int i = 0; i < secrets.size(); i++) {
      GraphAccess app = GraphAccess.app(appId, Secret.of(secrets.get(i)));
      GraphResult result = api.send(GraphCall.get(appId).with("fields", "id"), app);
      if (result instanceof GraphResult.Unanswered refused
          && refused.refusal().category() != Category.AUTHENTICATION) {
        found.refused(name(i), refused.refusal());
        return;
      } else if (result instanceof GraphResult.Unanswered) {
        others.add(name(i));
      }
    }
    judge(others, secrets.size(), appId, found);
  }

  private static void judge(List<String> others, int all, String appId, Findings found) {
    if (others.size() == all) {
      found.problem(SUBJECT, "the platform does not know it as that of the app " + appId, COPY);
    } else if (!others.isEmpty()) {
      boolean first = others.contains(name(0));
      found.note(
          String.join(", ", others),
          "not that of the app "
              + appId
              + ", which is right while it is changed or for another app",
          first ? "Put the app's own first, for the first proves our calls" : "Remove it some day");
    }
  }

  private static String name(int index) {
    return SUBJECT + " " + (index + 1);
  }
}
