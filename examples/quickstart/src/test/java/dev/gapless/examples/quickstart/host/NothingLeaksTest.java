// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.host;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import dev.gapless.api.channel.WebhookRequest;
import dev.gapless.engine.Gapless;
import dev.gapless.examples.quickstart.crm.DemoCrm;
import dev.gapless.examples.quickstart.crm.Faults;
import dev.gapless.examples.quickstart.crm.Field;
import dev.gapless.http.signature.HubSignature;
import dev.gapless.journal.sqlite.SqliteJournal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Texts, names, numbers and secrets stay out of the log at every level, whatever goes wrong. */
class NothingLeaksTest {
  private static final String TEXT = "canarytext";
  private static final String NAME = "canaryname";
  private static final String PHONE = "44770090017";
  private static final String SECRET = "canarysecret";

  private final ListAppender<ILoggingEvent> seen = new ListAppender<>();
  private final Map<Logger, Level> before = new LinkedHashMap<>();

  @TempDir Path folder;

  /** The root, and each logger that the settings give a level of its own. */
  @BeforeEach
  void listenToEverything() {
    seen.start();
    Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    for (Logger logger : root.getLoggerContext().getLoggerList()) {
      if (logger.getLevel() != null) {
        before.put(logger, logger.getLevel());
      }
    }
    before
        .keySet()
        .forEach(
            logger -> {
              logger.setLevel(Level.TRACE);
              logger.addAppender(seen);
            });
  }

  @AfterEach
  void stopListening() {
    before.forEach(
        (logger, level) -> {
          logger.detachAppender(seen);
          logger.setLevel(level);
        });
  }

  @Test
  void logsNoCanaryHoweverBadlyItGoes() {
    try (DemoCrm crm = DemoCrm.builder().credentials("gapless", SECRET).build().start();
        Gapless gapless = gapless(crm)) {
      gapless.webhook("whatsapp", request(message("1"), "sha256=" + "0".repeat(64)));
      deliver(gapless, message("2"));
      deliver(gapless, message("3").replace("\"timestamp\":\"1763640000\"", "\"timestamp\":{}"));
      deliver(gapless, message("4").replace("\"from\"", "\"form\""));
      deliver(gapless, "{\"" + TEXT + "\": " + PHONE);
      crm.faults(Faults.builder().dropAnswerRate(1).build());
      deliver(gapless, message("5"));
      crm.faults(Faults.builder().removedField(Field.TEXT).build());
      deliver(gapless, message("6"));
      crm.faults(Faults.builder().quotaUsedUp(true).build());
      deliver(gapless, message("7"));
    }
    assertThat(seen.list)
        .extracting(ILoggingEvent::getLoggerName)
        .contains("dev.gapless.engine.intake.Intake", "dev.gapless.engine.delivery.Gate");
    assertThat(seen.list)
        .extracting(NothingLeaksTest::printed)
        .allSatisfy(line -> assertThat(line).doesNotContain(TEXT, NAME, PHONE, SECRET));
  }

  private Gapless gapless(DemoCrm crm) {
    return Gapless.builder()
        .journal(SqliteJournal.at(folder.resolve("journal.db")))
        .channel("whatsapp", one -> one.set("app-secret", SECRET).set("verify-token", SECRET + "2"))
        .crm(
            "demo",
            one ->
                one.type("rest")
                    .set("preset", "demo")
                    .set("url", crm.url().toString())
                    .set("client-id", "gapless")
                    .set("client-secret", SECRET)
                    .set("read-timeout", "2s"))
        .build();
  }

  private static void deliver(Gapless gapless, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    gapless.webhook("whatsapp", request(body, HubSignature.sign(SECRET, bytes)));
    gapless.runDueWork();
  }

  private static WebhookRequest request(String body, String signature) {
    return new WebhookRequest(
        "POST",
        Map.of(),
        Map.of(HubSignature.HEADER, List.of(signature)),
        body.getBytes(StandardCharsets.UTF_8));
  }

  /** Each from a number of its own, so that no message waits for another. */
  private static String message(String id) {
    return """
    {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages",
     "value":{"metadata":{"phone_number_id":"2"},
      "contacts":[{"wa_id":"44770090017%1$s","profile":{"name":"canaryname"}}],
      "messages":[{"id":"wamid.%1$s","from":"44770090017%1$s","timestamp":"1763640000",
       "type":"text","text":{"body":"canarytext"}}]}}]}]}
    """
        .formatted(id);
  }

  private static String printed(ILoggingEvent event) {
    String thrown =
        event.getThrowableProxy() == null
            ? ""
            : ThrowableProxyUtil.asString(event.getThrowableProxy());
    return event.getLoggerName() + " " + event.getFormattedMessage() + " " + thrown;
  }
}
