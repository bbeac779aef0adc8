// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.api.Interaction;
import dev.gapless.api.channel.ChannelConnector;
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
  static final Instant SENT_AT = Instant.ofEpochSecond(1792000005);
  static final Instant WRITTEN_AT = Instant.ofEpochSecond(1792000000);
  static final String SECRET = "an-app-secret";
  static final String TOKEN = "a-verify-token";
  static final String PAGE = "5550100200300";
  static final String POST = PAGE + "_900100";
  static final String INSTAGRAM = "17841400000000001";
  static final String ADA = "7700900100200300";
  static final String BEN = "7700900400500600";

  private static final WebhookReceiver RECEIVER = receiver(Map.of());

  private Samples() {}

  static WebhookReceiver receiver(Map<String, String> more) {
    return (WebhookReceiver) connector(more);
  }

  static ChannelConnector connector(Map<String, String> more) {
    Map<String, Secret> raw = new HashMap<>();
    raw.put("verify-token", Secret.of(TOKEN));
    raw.put("app-secret", Secret.of(SECRET));
    more.forEach((key, value) -> raw.put(key, Secret.of(value)));
    return connectorWith(raw);
  }

  static ChannelConnector connectorWith(Map<String, Secret> raw) {
    FacebookConnectorProvider provider = new FacebookConnectorProvider();
    Settings settings = Settings.check("channel.facebook", provider.options(), raw);
    return provider.create(settings, new Context());
  }

  static List<Item> split(String sample) {
    return split(bytes(sample));
  }

  static List<Item> splitText(String body) {
    return split(body.getBytes(StandardCharsets.UTF_8));
  }

  static List<Item> split(byte[] body) {
    return RECEIVER.split(body, RECEIVED_AT);
  }

  static Item.Contact contact(String sample) {
    return onlyContact(split(sample));
  }

  static Interaction interaction(String sample) {
    return contact(sample).interaction();
  }

  static Item.Contact onlyContact(List<Item> items) {
    assertThat(items).hasSize(1);
    assertThat(items.get(0)).isInstanceOf(Item.Contact.class);
    return (Item.Contact) items.get(0);
  }

  static Item.Notice notice(String body) {
    List<Item> items = splitText(body);
    assertThat(items).hasSize(1);
    return (Item.Notice) items.get(0);
  }

  /** A webhook of the page with one change. */
  static String change(String field, String value) {
    return """
        {"object": "page", "entry": [{"id": "%s", "time": 1792000005, "changes": [
          {"field": "%s", "value": %s}]}]}
        """
        .formatted(PAGE, field, value);
  }

  /** A feed change of Ada's, given without its braces. */
  static String feed(String parts) {
    return change(
        "feed", "{\"from\": {\"id\": \"" + ADA + "\", \"name\": \"Ada\"}, " + parts + "}");
  }

  /** A messaging event of Ada's, given without its braces. */
  static String event(String parts) {
    return """
        {"object": "page", "entry": [{"id": "%s", "time": 1792000005000, "messaging": [
          {"sender": {"id": "%s"}, "recipient": {"id": "%s"}, "timestamp": 1792000000123, %s}]}]}
        """
        .formatted(PAGE, ADA, PAGE, parts);
  }

  static Interaction read(String body) {
    return onlyContact(splitText(body)).interaction();
  }

  static byte[] bytes(String sample) {
    try (InputStream in = Samples.class.getResourceAsStream("/facebook/" + sample + ".json")) {
      assertThat(in).as(sample).isNotNull();
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> names() {
    try (Stream<Path> files = Files.list(Path.of(Samples.class.getResource("/facebook").toURI()))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".json"))
          .map(name -> name.substring(0, name.length() - ".json".length()))
          .sorted()
          .toList();
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Context implements ExtensionContext {
    @Override
    public Clock clock() {
      return Clock.fixed(RECEIVED_AT, ZoneOffset.UTC);
    }

    @Override
    public State state() {
      throw new AssertionError("the connector keeps no state");
    }

    @Override
    public String loggerName() {
      return "dev.gapless.facebook";
    }

    @Override
    public String connectionName() {
      return "facebook";
    }
  }
}
