// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.crm;

import static dev.gapless.examples.quickstart.crm.CrmClient.entry;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FilesTest extends CrmTest {
  @Test
  void hangsAFileOnAnEntryOnce() throws Exception {
    client.create(entry("k"));

    assertThat(client.file("T-1", "f", "\r\n--c\0", "\r\n").body().path("id").asText())
        .isEqualTo("F-1");
    CrmClient.Reply again = client.file("T-1", "f", "other", "\r\n");

    assertThat(again.status()).isEqualTo(409);
    assertThat(again.body())
        .hasToString("{\"code\":\"DUPLICATE_KEY\",\"id\":\"F-1\",\"key\":\"f\"}");
    assertThat(crm.files())
        .containsExactly(new StoredFile("F-1", "T-1", "f", "Gr\u00fc\u00dfe.txt", "text/plain", 6));
  }

  @Test
  void takesNoFileForAnEntryThatIsGone() throws Exception {
    assertThat(client.file("T-9", "f", "x", "\r\n").errorCode()).isEqualTo("ENTRY_GONE");
  }

  @Test
  void refusesABodyWhoseLinesEndOtherwise() throws Exception {
    client.create(entry("k"));
    assertThat(client.file("T-1", "f", "x", "\n").status()).isEqualTo(400);
    assertThat(client.call("POST", "/api/timeline/T-1/files", "{}").status()).isEqualTo(400);
    assertThat(crm.files()).isEmpty();
  }
}
