// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.whatsapp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.gapless.api.Attachment;
import dev.gapless.api.ItemKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** No token, file name, address of a file or number leaves the calls sideways, even if echoed. */
class CallCanaryTest {
  private static final String ECHO = "canarySang of +447700900999, canary.pdf, " + GraphStub.TOKEN;
  private static final String MEDIA = "5550777000111";
  private static final ItemKey ITEM =
      new ItemKey("", "whatsapp", Samples.ACCOUNT, "message", "wamid.1");

  private final GraphStub platform = new GraphStub();
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  private final List<Object> said = new ArrayList<>();

  CallCanaryTest() throws IOException {}

  @BeforeEach
  void listen() {
    lines.start();
    root.setLevel(Level.TRACE);
    root.addAppender(lines);
  }

  @AfterEach
  void stopListening() {
    root.detachAppender(lines);
    platform.close();
  }

  @Test
  void nothingSings() throws IOException {
    List<GraphStub.Reply> replies =
        List.of(
            GraphStub.json(200, "{\"url\": \"" + ECHO + "\", \"mime_type\": \"" + ECHO + "\"}"),
            GraphStub.json(200, "{\"data\": [{\"id\": \"" + ECHO + "\"}]}"),
            GraphStub.json(400, "{\"error\": {\"message\": \"" + ECHO + "\", \"code\": 190}}"),
            GraphStub.json(400, "{\"error\": {\"fbtrace_id\": \"" + ECHO + "\"}}"),
            GraphStub.bytes(500, "text/html", ECHO.getBytes(UTF_8)),
            GraphStub.bytes(200, ECHO, ECHO.getBytes(UTF_8)),
            GraphStub.redirect("https://canary.example/canarySang?token=" + GraphStub.TOKEN),
            exchange -> exchange.close());
    for (GraphStub.Reply reply : replies) {
      callEverything(reply);
    }
    assertThat(lines.list).as("lines at TRACE").hasSizeGreaterThan(replies.size());
    List<String> all = new ArrayList<>();
    lines.list.forEach(line -> all.add(line.getFormattedMessage() + line.getThrowableProxy()));
    said.forEach(each -> all.add(String.valueOf(each)));
    assertThat(all)
        .allSatisfy(line -> assertThat(line).doesNotContainIgnoringCase("canary", "447700900999"));
  }

  private void callEverything(GraphStub.Reply reply) throws IOException {
    platform.onAll(reply);
    Map<String, String> settings = Map.of("waba-id", "1", "app-id", "2", "phone-number-ids", "3");
    try (WhatsAppConnector connector = platform.connector(settings, Clock.systemUTC())) {
      for (Optional<String> url :
          List.of(
              Optional.of(platform.url("/canary.pdf?hash=canary")),
              Optional.of("https://canary.example/canary.pdf"),
              Optional.<String>empty())) {
        Attachment attachment =
            new Attachment(
                "document",
                Optional.of(MEDIA),
                url,
                Optional.of("application/pdf; name=canary.pdf"),
                Optional.of("canary.pdf"),
                Optional.of("canary"));
        said.add(attachment);
        said.add(connector.fetch(ITEM, attachment, 1000, new ByteArrayOutputStream()));
        said.add(fullDisk(connector, attachment));
      }
      said.add(connector.checkSetup());
      said.add(connector.repairSetup());
      said.add(connector);
    }
  }

  private static Object fullDisk(WhatsAppConnector connector, Attachment attachment) {
    try {
      return connector.fetch(ITEM, attachment, 1000, new FullDisk());
    } catch (IOException e) {
      return e;
    }
  }

  private static final class FullDisk extends OutputStream {
    @Override
    public void write(int value) throws IOException {
      throw new IOException("disk full");
    }
  }
}
