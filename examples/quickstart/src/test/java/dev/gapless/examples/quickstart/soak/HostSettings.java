// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.soak;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the {@code gapless.properties} of the host that is killed. */
final class HostSettings {
  static final String APP_SECRET = "soak-app-secret";
  static final String CRM = "demo";

  private HostSettings() {}

  static Path write(Path folder, CrmServer crm) throws IOException {
    String text =
        """
        journal.path = %s
        channel.whatsapp.verify-token = soak-verify-token
        channel.whatsapp.app-secret = %s
        %s"""
            .formatted(asValue(folder.resolve("journal.db")), APP_SECRET, crm.settings());
    return Files.writeString(folder.resolve("gapless.properties"), text, StandardCharsets.UTF_8);
  }

  private static String asValue(Path path) {
    return path.toAbsolutePath().toString().replace("\\", "\\\\");
  }
}
