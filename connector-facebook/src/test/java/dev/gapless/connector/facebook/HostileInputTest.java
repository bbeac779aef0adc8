// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gapless.api.Interaction;
import dev.gapless.api.ItemKey;
import dev.gapless.api.channel.Item;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are damaged, endless or made to break things. */
class HostileInputTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> ODD =
      List.of(
          "null",
          "true",
          "-1",
          "1e400",
          "12345678901234567890",
          "\"\"",
          "\" \"",
          "[]",
          "{}",
          "[[]]",
          "[null, 1]",
          "{\"id\": {}}",
          "\"\\ud83d\"",
          "\"\\u0000\"",
          "\"a_b_c\"",
          "\"https://[::1]:99999/%zz\"",
          "{\"entry\": []}",
          "[".repeat(300) + "]".repeat(300));

  @Property(tries = 1500)
  void oddValuesAnywhereAreNeverFatal(@ForAll("samples") String sample, @ForAll Random random)
      throws IOException {
    JsonNode body = JSON.readTree(Samples.bytes(sample));
    for (int i = 0; i <= random.nextInt(4); i++) {
      replaceSomething(body, random);
    }
    assertSound(Samples.split(JSON.writeValueAsBytes(body)));
  }

  @Property(tries = 500)
  void brokenBytesAreNeverFatal(@ForAll("samples") String sample, @ForAll Random random) {
    byte[] body = Samples.bytes(sample);
    for (int i = 0; i <= random.nextInt(3); i++) {
      body[random.nextInt(body.length)] = (byte) random.nextInt(256);
    }
    assertSound(Samples.split(body));
  }

  @Property(tries = 300)
  void anOddElementCostsNoNeighbour(@ForAll("samples") String sample, @ForAll Random random)
      throws IOException {
    JsonNode odd = JSON.readTree(Samples.bytes(sample)).path("entry").path(0);
    for (int i = 0; i <= random.nextInt(4); i++) {
      replaceSomething(odd, random);
    }
    JsonNode good = JSON.readTree(Samples.bytes("comment")).path("entry").path(0);
    ObjectNode body = JSON.createObjectNode().put("object", "page");
    body.putArray("entry").add(odd).add(good);
    List<Item> items = Samples.split(JSON.writeValueAsBytes(body));
    Item last = items.get(items.size() - 1);
    assertThat(last.event()).isEqualTo(Samples.contact("comment").event());
  }

  @Provide
  Arbitrary<String> samples() {
    return Arbitraries.of(Samples.names());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "not json", "{\"a\": 1, \"a\": 2}", "{} {}", "[1e99999999999]"})
  void aBodyThatCannotBeReadIsOneParkedItem(String body) {
    assertThat(Samples.splitText(body))
        .singleElement()
        .isInstanceOfSatisfying(
            Item.Unreadable.class, item -> assertThat(item.reason()).startsWith("body "));
  }

  @Test
  void idsThatNoKeyCanHoldAreReplacedByTheirDigest() {
    for (String id : List.of("x".repeat(ItemKey.MAX_ID_BYTES + 1), "a\\u0000b", "\\ud83d")) {
      Interaction comment =
          Samples.read(Samples.feed("\"item\": \"comment\", \"comment_id\": \"" + id + "\""));
      assertThat(comment.key().nativeId()).matches("sha256:[0-9a-f]{64}");
      Interaction message =
          Samples.read(Samples.event("\"message\": {\"mid\": \"" + id + "\", \"text\": \"x\"}"));
      assertThat(message.key().nativeId()).matches("sha256:[0-9a-f]{64}");
    }
  }

  @Test
  void aThousandUpdatesInOneBodyAreAThousandItems() {
    String event =
        "{\"sender\": {\"id\": \"5\"}, \"message\": {\"mid\": \"m%d\", \"text\": \"x\"}}";
    StringBuilder events = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      events.append(i == 0 ? "" : ",").append(event.formatted(i));
    }
    String body =
        "{\"object\": \"page\", \"entry\": [{\"id\": \"1\", \"messaging\": [" + events + "]}]}";
    assertThat(Samples.splitText(body)).hasSize(1000);
  }

  @Test
  void aTextStaysAsItIs() {
    String hostile = "<script>alert(1)</script> {{7*7}} \\u001b[31m \\u202e ${jndi:ldap://x}";
    Interaction comment =
        Samples.read(Samples.feed("\"item\": \"comment\", \"message\": \"" + hostile + "\""));
    assertThat(comment.text()).contains("<script>", "\u001b[31m", "\u202e", "${jndi:ldap://x}");
  }

  private static void assertSound(List<Item> items) {
    assertThat(items).isNotEmpty();
    assertThat(items).extracting(Item::path).doesNotHaveDuplicates();
    assertThat(items)
        .allSatisfy(
            item ->
                assertThatCode(() -> ItemKey.parse(item.event().item().canonical()))
                    .doesNotThrowAnyException());
  }

  private static void replaceSomething(JsonNode body, Random random) throws IOException {
    List<JsonNode> containers = new ArrayList<>();
    collect(body, containers);
    JsonNode place = containers.get(random.nextInt(containers.size()));
    JsonNode odd = JSON.readTree(ODD.get(random.nextInt(ODD.size())).getBytes(UTF_8));
    if (place instanceof ObjectNode object && !object.isEmpty()) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      object.set(names.get(random.nextInt(names.size())), odd);
    } else if (place instanceof ArrayNode array) {
      array.insert(random.nextInt(array.size() + 1), odd);
    }
  }

  private static void collect(JsonNode node, List<JsonNode> into) {
    if (node.isContainerNode()) {
      into.add(node);
      node.forEach(child -> collect(child, into));
    }
  }
}
