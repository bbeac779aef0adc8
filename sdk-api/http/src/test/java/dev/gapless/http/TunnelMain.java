// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http;

import java.net.URI;
import java.util.Map;

/** One request through a proxy with a password, in a JVM of its own. */
final class TunnelMain {
  private TunnelMain() {}

  public static void main(String[] arguments) {
    HttpOutcome outcome =
        CompanyNetworkTest.send(
            URI.create(arguments[0]),
            Map.of(
                "proxy",
                arguments[1],
                "proxy-user",
                "jane",
                "proxy-password",
                "sesame",
                "trust-store",
                arguments[2]));
    System.out.println(outcome);
    System.exit(outcome instanceof HttpOutcome.Answered a && a.answer().status() == 200 ? 0 : 1);
  }
}
