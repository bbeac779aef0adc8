// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.soak;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the {@code gapless.properties} of the host that is killed. */
final class HostSettings {
  static final String APP_SECRET = "soak-app-secret";
  static final String CRM = "demo";

  private HostSettings() {}

  static Path write(Path folder, URI crm, Strategy strategy) throws IOException {
    String text =
        """
        journal.path = %s
        channel.whatsapp.verify-token = soak-verify-token
        channel.whatsapp.app-secret = %s
        crm.demo.type = rest
        crm.demo.preset = demo
        crm.demo.url = %s
        crm.demo.client-id = gapless
        crm.demo.client-secret = quickstart
        crm.demo.read-timeout = %dms
        crm.demo.strategy = %s
        crm.demo.visible-after = %dms
        """
            .formatted(
                asValue(folder.resolve("journal.db")),
                APP_SECRET,
                crm,
                Weather.READ_TIMEOUT.toMillis(),
                strategy.label(),
                Weather.VISIBLE_AFTER.toMillis());
    return Files.writeString(folder.resolve("gapless.properties"), text, StandardCharsets.UTF_8);
  }

  private static String asValue(Path path) {
    return path.toAbsolutePath().toString().replace("\\", "\\\\");
  }
}
