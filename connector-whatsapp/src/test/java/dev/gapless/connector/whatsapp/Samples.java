// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.api.Interaction;
import dev.gapless.api.channel.Item;
import dev.gapless.api.channel.WebhookReceiver;
import dev.gapless.api.config.ExtensionContext;
import dev.gapless.api.config.Secret;
import dev.gapless.api.config.Settings;
import dev.gapless.api.config.State;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Our own webhook bodies, and connectors to read them with. */
final class Samples {
  static final Instant RECEIVED_AT = Instant.parse("2026-11-21T12:00:00Z");
  static final String SECRET = "an-app-secret";
  static final String TOKEN = "a-verify-token";
  static final String ACCOUNT = "5550100200300";
  static final String BUSINESS_ACCOUNT = "5550900800700";
  static final String ADA = "447700900123";
  static final String ADA_ID = "GB.70020030040050";
  static final String ADA_PARENT = "GB.ENT.90080070060";
  static final String BEN = "447700900456";

  private Samples() {}

  static WebhookReceiver connector(Map<String, String> more) {
    Map<String, Secret> raw = new HashMap<>();
    raw.put("verify-token", Secret.of(TOKEN));
    raw.put("app-secret", Secret.of(SECRET));
    more.forEach((key, value) -> raw.put(key, Secret.of(value)));
    return connectorWith(raw);
  }

  static WebhookReceiver connectorWith(Map<String, Secret> raw) {
    WhatsAppConnectorProvider provider = new WhatsAppConnectorProvider();
    Settings settings = Settings.check("channel.whatsapp", provider.options(), raw);
    Clock clock = Clock.fixed(RECEIVED_AT, ZoneOffset.UTC);
    return (WebhookReceiver) provider.create(settings, new Context(clock));
  }

  static List<Item> split(String sample) {
    return split(bytes(sample));
  }

  static List<Item> splitText(String body) {
    return split(body.getBytes(StandardCharsets.UTF_8));
  }

  static List<Item> split(byte[] body) {
    return connector(Map.of()).split(body, RECEIVED_AT);
  }

  static Item only(String sample) {
    List<Item> items = split(sample);
    assertThat(items).hasSize(1);
    return items.get(0);
  }

  static Item.Contact contact(String sample) {
    return (Item.Contact) only(sample);
  }

  static Interaction interaction(String sample) {
    return contact(sample).interaction();
  }

  static Item.Notice notice(String sample) {
    return (Item.Notice) only(sample);
  }

  /** A webhook with one change, whose value has our metadata and what is given. */
  static String webhook(String field, String valueParts) {
    return """
        {"object": "whatsapp_business_account", "entry": [{"id": "5550900800700", "changes": [
          {"field": "%s", "value": {"messaging_product": "whatsapp",
            "metadata": {"display_phone_number": "12025550100", "phone_number_id": "5550100200300"},
            %s}}]}]}
        """
        .formatted(field, valueParts);
  }

  /** A webhook with one message of Ada's, given without its braces. */
  static String message(String parts) {
    return webhook("messages", "\"messages\": [{\"from\": \"" + ADA + "\", " + parts + "}]");
  }

  static byte[] bytes(String sample) {
    try (InputStream in = Samples.class.getResourceAsStream("/whatsapp/" + sample + ".json")) {
      assertThat(in).as(sample).isNotNull();
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> names() {
    try (Stream<Path> files = Files.list(folder())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".json"))
          .map(name -> name.substring(0, name.length() - ".json".length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder() {
    try {
      return Path.of(Samples.class.getResource("/whatsapp").toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the engine lends, with a clock of the test's. */
  record Context(Clock clock) implements ExtensionContext {
    @Override
    public State state() {
      throw new AssertionError("the connector keeps no state");
    }

    @Override
    public String loggerName() {
      return "dev.gapless.whatsapp";
    }

    @Override
    public String connectionName() {
      return "whatsapp";
    }
  }
}
