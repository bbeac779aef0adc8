// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.whatsapp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gapless.api.channel.Item;
import dev.gapless.api.channel.WebhookReceiver;
import dev.gapless.api.channel.WebhookRequest;
import dev.gapless.http.signature.HubSignature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing that a person wrote, is called or can be reached by leaves the connector sideways. */
class CanaryTest {
  private static final String TEXT = "canarysanghere";
  private static final String NUMBER = "447700900999";
  private static final String SECRET = "canary-secret-0";

  /** Platform vocabulary and message ids, which a log line may name. */
  private static final Set<String> KEPT =
      Set.of(
          "object",
          "field",
          "type",
          "status",
          "event",
          "id",
          "phone_number_id",
          "message_id",
          "original_message_id");

  private static final Set<String> NUMBERS =
      Set.of("from", "to", "wa_id", "new_wa_id", "recipient_id", "phone", "phone_number", "input");

  private final ObjectMapper json = new ObjectMapper();
  private final List<String> said = new CopyOnWriteArrayList<>();
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final Logger root = Logger.getLogger("");
  private final Handler ear =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          said.add(entry.getMessage() + entry.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    PrintStream both = new PrintStream(printed, true, UTF_8);
    System.setOut(both);
    System.setErr(both);
    root.addHandler(ear);
    root.setLevel(Level.ALL);
  }

  @AfterEach
  void stopListening() {
    System.setOut(out);
    System.setErr(err);
    root.removeHandler(ear);
    root.setLevel(Level.INFO);
  }

  @Test
  void noSampleSings() throws IOException {
    for (String name : Samples.names()) {
      JsonNode body = withCanaries(json.readTree(Samples.bytes(name)));
      read(json.writeValueAsBytes(body));
      read(json.writeValueAsBytes(withoutSenders(body)));
    }
    assertSilence();
  }

  @Test
  void noBrokenBodySings() throws IOException {
    byte[] body = json.writeValueAsBytes(withCanaries(json.readTree(Samples.bytes("batch"))));
    for (int cut = 1; cut < body.length; cut += 3) {
      read(java.util.Arrays.copyOf(body, cut));
      byte[] broken = body.clone();
      broken[cut] = '"';
      read(broken);
      // Without its first quote a text stands bare, and parsers like to quote such a thing.
      broken[cut] = ' ';
      read(broken);
      broken[cut] = (byte) 0xC3;
      read(broken);
    }
    assertSilence();
  }

  @Test
  void noNameOfAFieldSings() {
    String element = "{\"id\": \"wamid.1\", \"from\": \"1\"}";
    for (String name : List.of("+" + NUMBER, NUMBER, "a " + TEXT)) {
      read(("{\"value\": {\"" + name + "\": [" + element + ", {}]}}").getBytes(UTF_8));
      read(("{\"field\": \"" + name + "\", \"value\": {\"a\": 1}}").getBytes(UTF_8));
      read(("{\"entry\": [{\"" + name + "\": 1}]}").getBytes(UTF_8));
      read(("{\"object\": \"" + name + "\", \"entry\": [7]}").getBytes(UTF_8));
      read(
          Samples.message(
                  "\"id\": \"wamid.1\", \"type\": \"system\", \"system\": {\"type\": \""
                      + name
                      + "\"}")
              .getBytes(UTF_8));
    }
    assertSilence();
  }

  @Test
  void theDoorDoesNotSing() {
    WebhookReceiver door =
        Samples.connector(
            Map.of("app-secret", SECRET + "," + SECRET + "2", "verify-token", SECRET));
    byte[] body = TEXT.getBytes(UTF_8);
    for (String header : List.of("", TEXT, "sha256=" + TEXT, HubSignature.sign(TEXT, body))) {
      WebhookRequest request =
          new WebhookRequest("POST", Map.of(), Map.of(HubSignature.HEADER, List.of(header)), body);
      said.add(door.admit(request).toString());
      said.add(request.toString());
    }
    Map<String, List<String>> query =
        Map.of(
            "hub.mode", List.of("subscribe"),
            "hub.verify_token", List.of(TEXT),
            "hub.challenge", List.of(TEXT));
    said.add(door.admit(new WebhookRequest("GET", query, Map.of(), body)).toString());
    said.add(door.toString());
    assertSilence();
  }

  private void read(byte[] body) {
    for (Item item : Samples.split(body)) {
      said.add(item.path());
      said.add(item.toString());
      if (item instanceof Item.Unreadable unreadable) {
        said.add(unreadable.reason());
      } else if (item instanceof Item.Notice notice) {
        said.add(notice.kind() + notice.rule());
      } else if (item instanceof Item.Contact contact) {
        said.add(contact.interaction().toString());
        said.add(String.valueOf(contact.interaction().author()));
        said.add(String.valueOf(contact.interaction().conversation()));
        said.add(String.valueOf(contact.interaction().attachments()));
        said.add(contact.event().toString());
      }
    }
  }

  private void assertSilence() {
    said.add(printed.toString(UTF_8));
    assertThat(said)
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).doesNotContain(TEXT, NUMBER, SECRET));
  }

  private static JsonNode withCanaries(JsonNode node) {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (field.getValue().isValueNode() && !KEPT.contains(field.getKey())) {
        boolean isNumber = NUMBERS.contains(field.getKey());
        ((ObjectNode) node).put(field.getKey(), isNumber ? NUMBER : TEXT);
      }
    }
    node.forEach(CanaryTest::withCanaries);
    return node;
  }

  private static JsonNode withoutSenders(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.remove(List.of("from", "from_user_id", "contacts", "group_id", "to", "to_user_id"));
    } else if (node instanceof ArrayNode array) {
      array.add(TEXT);
    }
    node.forEach(CanaryTest::withoutSenders);
    return node;
  }
}
