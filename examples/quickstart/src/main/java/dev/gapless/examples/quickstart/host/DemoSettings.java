// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.host;

import dev.gapless.examples.quickstart.console.ToldException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The {@code gapless.properties} of a host before the demo CRM. */
public final class DemoSettings {
  /** Signs webhooks for the demo host; nothing but the demo may know it. */
  public static final String APP_SECRET = "quickstart-app-secret";

  /** How the demo CRM is called in the settings. */
  public static final String CRM = "demo";

  private static final String FILE = "gapless.properties";

  private DemoSettings() {}

  /**
   * Writes the file into a run's folder; the journal is to stand beside it.
   *
   * @throws ToldException if it cannot be written
   */
  public static Path write(Path folder, URI crm) {
    return write(folder, crm(crm));
  }

  /**
   * Writes the file with the lines of another CRM.
   *
   * @throws ToldException if it cannot be written
   */
  public static Path write(Path folder, String crm) {
    Path file = folder.resolve(FILE);
    try {
      return Files.writeString(file, text(folder, crm), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new ToldException(
          file + " cannot be written: check the rights and the room on this disk");
    }
  }

  /** The lines that make a host write to the demo CRM. */
  static String crm(URI url) {
    return """
        crm.%s.type = rest
        crm.%s.preset = demo
        crm.%s.url = %s
        crm.%s.client-id = gapless
        crm.%s.client-secret = quickstart
        """
        .formatted(CRM, CRM, CRM, url, CRM, CRM);
  }

  private static String text(Path folder, String crm) {
    return """
        # What this host was started with. For your own, copy it, change it, and start
        #   quickstart.jar host --config FILE
        # Keep secrets elsewhere: ${env:NAME} and ${file:PATH} are looked up when they are needed.

        journal.path = %s

        channel.whatsapp.verify-token = quickstart-verify-token
        channel.whatsapp.app-secret = %s

        channel.facebook.verify-token = quickstart-verify-token
        channel.facebook.app-secret = %s

        %s"""
        .formatted(asValue(journal(folder)), APP_SECRET, APP_SECRET, crm);
  }

  /** Where the journal of a run is. */
  public static Path journal(Path folder) {
    return folder.resolve("journal.db");
  }

  private static String asValue(Path path) {
    return path.toAbsolutePath().toString().replace("\\", "\\\\");
  }
}
