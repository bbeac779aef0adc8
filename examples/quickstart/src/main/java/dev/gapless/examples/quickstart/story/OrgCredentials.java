// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.story;

import dev.gapless.examples.quickstart.console.ToldException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What an org of Salesforce is reached with, out of the environment. */
final class OrgCredentials {
  private static final String URL = "SALESFORCE_LOGIN_URL";
  private static final String SECRET = "SALESFORCE_CLIENT_SECRET";
  private static final String KEY_FILE = "SALESFORCE_PRIVATE_KEY_FILE";
  private static final String USER = "SALESFORCE_USER";
  private static final String APP =
      "Setup, External Client App Manager, your app, Settings, OAuth Settings, Consumer Key and"
          + " Secret";

  /** Where each of them is found, by name. */
  private static final Map<String, String> PLACES = new LinkedHashMap<>();

  static {
    PLACES.put(URL, "Setup, My Domain: https://NAME.my.salesforce.com");
    PLACES.put("SALESFORCE_ORG_ID", "Setup, Company Information, Salesforce.com Organization ID");
    PLACES.put("SALESFORCE_CLIENT_ID", APP);
    PLACES.put(SECRET, APP);
    PLACES.put(USER, "the name of the user to act as, with the permission set Gapless");
  }

  private final Map<String, String> environment;
  private final boolean byKey;

  private OrgCredentials(Map<String, String> environment) {
    this.environment = environment;
    this.byKey = isSet(KEY_FILE);
  }

  /**
   * Looks them up.
   *
   * @throws ToldException naming all that are missing, and where each is found
   */
  static OrgCredentials of(Map<String, String> environment) {
    OrgCredentials credentials = new OrgCredentials(environment);
    List<String> missing =
        credentials.needed().stream().filter(name -> !credentials.isSet(name)).toList();
    if (!missing.isEmpty()) {
      throw new ToldException(
          missing.stream()
              .map(name -> "  " + name + "\n      " + PLACES.get(name))
              .collect(
                  Collectors.joining(
                      "\n",
                      "To write to your own org of Salesforce, set in the environment:\n",
                      "\n  Instead of "
                          + SECRET
                          + ", "
                          + KEY_FILE
                          + " and "
                          + USER
                          + " name an RSA key and its user (JWT bearer flow).\n"
                          + "  What the org itself needs first: crm-adapters/salesforce/README.md,"
                          + " \"From the admin console to the first real entry\".")));
    }
    return credentials;
  }

  private List<String> needed() {
    List<String> needed = new ArrayList<>(PLACES.keySet());
    needed.remove(byKey ? SECRET : USER);
    return needed;
  }

  private boolean isSet(String name) {
    return !environment.getOrDefault(name, "").isBlank();
  }

  /** The address of a record, to look at it. */
  String link(String record) {
    return environment.getOrDefault(URL, "").replaceAll("/+$", "") + "/" + record;
  }

  /**
   * The lines of the settings.
   *
   * @param reference what stands for a variable, so that no secret comes into a file
   */
  String settings(UnaryOperator<String> reference) {
    String proof =
        byKey
            ? "private-key = ${file:%s}\ncrm.salesforce.user = %s"
                .formatted(environment.get(KEY_FILE), reference.apply(USER))
            : "client-secret = " + reference.apply(SECRET);
    return """
        crm.salesforce.type = salesforce
        crm.salesforce.login-url = %s
        crm.salesforce.org-id = %s
        crm.salesforce.client-id = %s
        crm.salesforce.%s
        """
        .formatted(
            reference.apply(URL),
            reference.apply("SALESFORCE_ORG_ID"),
            reference.apply("SALESFORCE_CLIENT_ID"),
            proof);
  }
}
