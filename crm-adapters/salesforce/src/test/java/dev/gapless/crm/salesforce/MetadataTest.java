// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.crm.salesforce.entry.Profile;
import dev.gapless.crm.salesforce.entry.ProfileField;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an admin deploys is what the profiles write. */
class MetadataTest {
  private static final Path DEFAULT = Path.of("metadata", "force-app", "main", "default");

  @Test
  void everyFieldOfAProfileIsDeployedWithItsLengthAndItsRights() throws Exception {
    String rights = read(DEFAULT.resolve("permissionsets/Gapless.permissionset-meta.xml"));
    for (String name : Profile.NAMES) {
      Profile profile = Profile.of(name);
      String home = profile.object().equals("Task") ? "Activity" : profile.object();
      for (ProfileField field : profile.fields()) {
        if (field.name().endsWith("__c")) {
          String xml =
              read(
                  DEFAULT.resolve(
                      "objects/" + home + "/fields/" + field.name() + ".field-meta.xml"));
          if (xml.contains("<length>")) {
            assertThat(xml).contains("<length>" + field.length() + "</length>");
          }
          assertThat(xml.contains("<unique>true</unique>"))
              .as(field.name())
              .isEqualTo(field.isKey());
          for (String owner : home.equals("Activity") ? List.of("Task", "Event") : List.of(home)) {
            assertThat(rights).contains("<field>" + owner + "." + field.name() + "</field>");
          }
        }
      }
    }
  }

  @Test
  void theKeyTellsCasesApart() throws Exception {
    assertThat(read(DEFAULT.resolve("objects/Activity/fields/Gapless_Key__c.field-meta.xml")))
        .contains("<caseSensitive>true</caseSensitive>", "<externalId>true</externalId>");
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}
