// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gapless.examples.quickstart.RecordedConsole;
import dev.gapless.examples.quickstart.console.Patience;
import dev.gapless.examples.quickstart.console.ToldException;
import dev.gapless.examples.quickstart.console.UsageException;
import dev.gapless.examples.quickstart.crm.Faults;
import dev.gapless.examples.quickstart.host.DemoHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SendCommandTest {
  private static final String PAYLOADS = "payloads/whatsapp";

  @TempDir private Path folder;

  private final RecordedConsole console = new RecordedConsole();
  private DemoHost demo;

  @BeforeEach
  void open() {
    demo = DemoHost.open(folder);
  }

  @AfterEach
  void close() {
    demo.close();
  }

  @Test
  void saysOfEveryItemWhatBecameOfIt() {
    assertThat(send(PAYLOADS)).isZero();

    assertThat(line("01-text.json")).endsWith("message created wamid.TRY01: written (T-1)");
    assertThat(line("03-edit.json")).contains("message edited wamid.TRY03: written (T-");
    assertThat(line("08-bare-message.json")).contains(": written (T-");
    assertThat(line("10-notice.json")).endsWith(": ignored (account-notice)");
    assertThat(line("12-broken.json")).contains(": parked (unreadable: ");
    assertThat(last()).isEqualTo("12 files, 16 items: 12 written, 1 parked, 3 ignored");
    assertThat(demo.crm().rows()).hasSize(10);
  }

  @Test
  void saysWhatIsARepeatAlsoWithinOneBody() throws IOException {
    String message =
        "{\"from\":\"447700900201\",\"id\":\"wamid.R\",\"timestamp\":\"1763640000\","
            + "\"type\":\"text\",\"text\":{\"body\":\"x\"}}";
    Path twice =
        Files.writeString(folder.resolve("twice.json"), "[" + message + "," + message + "]");

    assertThat(send(twice.toString(), twice.toString())).isZero();

    assertThat(console.lines().get(1)).endsWith(": written (T-1)");
    assertThat(console.lines().subList(2, 5))
        .allMatch(line -> line.endsWith(": written (T-1), seen before"));
    assertThat(last()).isEqualTo("1 file, 4 items: 4 written; 3 of them seen before");
  }

  @Test
  void goesOnAfterAFileThatCannotBeReadAndSaysSoInItsStatus() {
    assertThat(send("missing.json", PAYLOADS + "/01-text.json")).isEqualTo(1);

    assertThat(line("missing.json")).isEqualTo("missing.json: error: no such file");
    assertThat(line("01-text.json")).contains("written (T-1)");
  }

  @Test
  void saysWhenTheHostHasAnotherSecret() {
    assertThat(send("--secret", "another", PAYLOADS + "/01-text.json")).isEqualTo(1);

    assertThat(line("01-text.json")).contains("error: refused (403)").contains("--secret");
  }

  @Test
  void saysWhatStillWaitsAndWhy() {
    demo.crm().faults(Faults.builder().outage(Faults.Outage.UNAVAILABLE).build());
    send(PAYLOADS + "/08-bare-message.json");
    assertThat(Patience.until(this::isStopped, Duration.ofMinutes(2))).isTrue();

    assertThat(send(PAYLOADS + "/01-text.json", PAYLOADS + "/10-notice.json")).isEqualTo(1);

    assertThat(line("01-text.json")).endsWith(": waiting");
    assertThat(line("10-notice.json")).endsWith(": ignored (account-notice)");
    assertThat(console.out()).contains("1 waiting (still so 1 s after the last was posted)");
    assertThat(last()).startsWith("nothing goes to CRM 'demo': outage");
  }

  @Test
  void saysHowToStartAHostWhereNoneIs() {
    String url = demo.url().toString();
    demo.close();

    assertThatThrownBy(() -> run("--host", url, "whatsapp", PAYLOADS))
        .isInstanceOf(ToldException.class)
        .hasMessageContaining("No host answers at " + url)
        .hasMessageContaining("quickstart.jar host");
  }

  @Test
  void asksForAnAddressThatIsOne() {
    assertThatThrownBy(() -> run("--host", "127.0.0.1", "whatsapp", PAYLOADS))
        .isInstanceOf(UsageException.class);
    assertThatThrownBy(() -> run("--host", "http://a b", "whatsapp", PAYLOADS))
        .isInstanceOf(UsageException.class);
  }

  private int send(String... words) {
    List<String> options = List.of("--host", demo.url().toString());
    boolean secret = words[0].equals("--secret");
    List<String> channel = List.of("whatsapp");
    Stream<String> first = secret ? Stream.of(words[0], words[1]) : Stream.of();
    Stream<String> files = Stream.of(words).skip(secret ? 2 : 0);
    return run(
        Stream.of(options.stream(), first, channel.stream(), files)
            .flatMap(all -> all)
            .toArray(String[]::new));
  }

  private int run(String... words) {
    return new SendCommand(console.console(), folder, Duration.ofSeconds(waits() ? 1 : 120))
        .run(List.of(words));
  }

  /** Whether the host has met the outage. */
  private boolean isStopped() {
    return demo.host().gapless().audit().get(0).stopped().isPresent();
  }

  private boolean waits() {
    return demo.crm().faults().outage() != Faults.Outage.NONE;
  }

  private String line(String file) {
    return console.lines().stream().filter(line -> line.contains(file)).findFirst().orElseThrow();
  }

  private String last() {
    return console.lines().get(console.lines().size() - 1);
  }
}
