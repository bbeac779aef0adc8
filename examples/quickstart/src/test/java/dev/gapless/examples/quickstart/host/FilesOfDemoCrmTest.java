// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.api.Attachment;
import dev.gapless.api.CrmRefs;
import dev.gapless.api.Interaction;
import dev.gapless.api.ItemKey;
import dev.gapless.api.config.ExtensionContext;
import dev.gapless.api.config.Secret;
import dev.gapless.api.config.Settings;
import dev.gapless.api.config.State;
import dev.gapless.api.crm.CrmAdapter;
import dev.gapless.api.crm.Entry;
import dev.gapless.api.crm.FileTaker;
import dev.gapless.api.crm.WriteOutcome;
import dev.gapless.crm.rest.RestCrmProvider;
import dev.gapless.examples.quickstart.crm.DemoCrm;
import dev.gapless.examples.quickstart.crm.StoredFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The preset of the demo CRM against the demo CRM itself, as far as files go. */
class FilesOfDemoCrmTest {
  private static final ItemKey KEY = new ItemKey("", "whatsapp", "1", "message", "wamid.1");

  @TempDir private Path folder;

  @Test
  void aFileHangsOnItsEntryOnceHoweverOftenItIsSent() throws Exception {
    byte[] bytes = "\r\n--gapless-\0data".getBytes(StandardCharsets.UTF_8);
    Path file = Files.write(folder.resolve("stored"), bytes);
    Attachment photo =
        new Attachment(
            "image",
            Optional.of("1"),
            Optional.empty(),
            Optional.empty(),
            Optional.of("a \"b\".jpg"),
            Optional.empty());
    try (DemoCrm crm = DemoCrm.builder().build().start();
        CrmAdapter adapter = adapter(crm)) {
      CrmRefs refs = written(adapter);
      FileTaker taker = (FileTaker) adapter;
      for (int i = 0; i < 2; i++) {
        WriteOutcome outcome = taker.attach(KEY, refs, 0, photo, "image/jpeg", file);
        assertThat(outcome)
            .isEqualTo(WriteOutcome.written(refs.and(new CrmRefs(Map.of("file-0", "F-1")))));
      }
      assertThat(crm.files())
          .containsExactly(
              new StoredFile(
                  "F-1",
                  refs.entry().orElseThrow(),
                  KEY.sha256Hex() + "-0",
                  "a %22b%22.jpg",
                  "image/jpeg",
                  bytes.length));
    }
  }

  private static CrmRefs written(CrmAdapter adapter) {
    Interaction message = Interaction.builder(KEY, Instant.EPOCH).text("with a photo").build();
    WriteOutcome outcome =
        adapter.write(List.of(new Entry(message, 1, Optional.empty(), CrmRefs.none()))).get(KEY);
    return ((WriteOutcome.Written) outcome).refs();
  }

  private static CrmAdapter adapter(DemoCrm crm) {
    RestCrmProvider provider = new RestCrmProvider();
    Map<String, Secret> settings =
        Map.of(
            "preset", Secret.of("demo"),
            "url", Secret.of(crm.url().toString()),
            "client-id", Secret.of("gapless"),
            "client-secret", Secret.of("quickstart"));
    return provider.create(Settings.check("crm.demo", provider.options(), settings), new NoState());
  }

  /** What this adapter is lent; it keeps nothing. */
  private static final class NoState implements ExtensionContext {
    @Override
    public Clock clock() {
      return Clock.systemUTC();
    }

    @Override
    public State state() {
      throw new UnsupportedOperationException("the demo preset keeps nothing");
    }

    @Override
    public String loggerName() {
      return "dev.gapless.demo";
    }

    @Override
    public String connectionName() {
      return "demo";
    }
  }
}
