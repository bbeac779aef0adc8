// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gapless.api.channel.Item;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Valid bodies, damaged: never an exception, never nothing, never a neighbour lost. */
class MutationPropertyTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What may stand where something else is expected. */
  private static final List<String> JUNK =
      List.of(
          "null",
          "true",
          "0",
          "-1",
          "1e400",
          "12345678901234567890",
          "0.1",
          "\"\"",
          "\" \"",
          "\"x\"",
          "\"\\ud83d\"",
          "\"\\u0000\"",
          "[]",
          "{}",
          "[[]]",
          "[null]",
          "[1, \"a\", {}]",
          "{\"a\": {}}",
          "{\"id\": 1}",
          "{\"entry\": []}",
          "\"" + "y".repeat(3000) + "\"",
          "[".repeat(200) + "]".repeat(200));

  @Property(tries = 800)
  void damagedBytesAreNeverFatal(@ForAll("samples") String sample, @ForAll Random random) {
    byte[] body = Samples.bytes(sample);
    for (int i = random.nextInt(4); i >= 0; i--) {
      body = damage(body, random);
    }
    assertSound(body);
  }

  @Property(tries = 1500)
  void damagedFieldsAreNeverFatal(@ForAll("samples") String sample, @ForAll Random random)
      throws IOException {
    JsonNode body = JSON.readTree(Samples.bytes(sample));
    for (int i = random.nextInt(4); i >= 0; i--) {
      damage(body, random);
    }
    assertSound(JSON.writeValueAsBytes(body));
  }

  @Property(tries = 800)
  void aDamagedElementCostsNoNeighbour(@ForAll("samples") String sample, @ForAll Random random)
      throws IOException {
    JsonNode element =
        JSON.readTree(Samples.bytes(sample)).at("/entry/0/changes/0/value/messages/0");
    if (element.isObject()) {
      for (int i = random.nextInt(4); i >= 0; i--) {
        damage(element, random);
      }
    } else {
      element = junk(random);
    }
    ObjectNode batch = (ObjectNode) JSON.readTree(Samples.bytes("batch"));
    List<Item> before = Samples.split(JSON.writeValueAsBytes(batch));
    ((ArrayNode) batch.at("/entry/0/changes/0/value/messages")).set(0, element);
    List<Item> after = Samples.split(JSON.writeValueAsBytes(batch));
    assertThat(after).hasSameSizeAs(before);
    assertThat(after.subList(1, after.size())).isEqualTo(before.subList(1, before.size()));
  }

  @Provide
  Arbitrary<String> samples() {
    return Arbitraries.of(Samples.names());
  }

  private static void assertSound(byte[] body) {
    List<Item> items = Samples.split(body);
    assertThat(items).isNotEmpty().extracting(Item::path).doesNotHaveDuplicates();
    assertThat(items).allSatisfy(item -> assertThat(item.event().change()).isNotBlank());
    // The last resort is for mistakes of ours; none is known.
    assertThat(items)
        .filteredOn(Item.Unreadable.class::isInstance)
        .allSatisfy(
            item ->
                assertThat(((Item.Unreadable) item).reason()).doesNotContain("could not be read"));
    assertThat(Samples.split(body)).isEqualTo(items);
  }

  private static byte[] damage(byte[] body, Random random) {
    int at = body.length == 0 ? 0 : random.nextInt(body.length);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(body, 0, at);
    switch (random.nextInt(5)) {
      case 0 -> {}
      case 1 -> rest(body, at + 1, out);
      case 2 -> {
        out.write(random.nextInt(256));
        rest(body, at + 1, out);
      }
      case 3 -> {
        out.writeBytes(JUNK.get(random.nextInt(JUNK.size())).getBytes(StandardCharsets.UTF_8));
        rest(body, at, out);
      }
      default -> {
        rest(body, at, out);
        out.write(body, 0, at);
      }
    }
    return out.toByteArray();
  }

  private static void rest(byte[] body, int from, ByteArrayOutputStream out) {
    if (from < body.length) {
      out.write(body, from, body.length - from);
    }
  }

  private static void damage(JsonNode root, Random random) throws IOException {
    List<JsonNode> containers = new ArrayList<>();
    collect(root, containers);
    JsonNode chosen = containers.get(random.nextInt(containers.size()));
    if (chosen.isEmpty()) {
      return;
    }
    int index = random.nextInt(chosen.size());
    if (chosen instanceof ArrayNode array) {
      array.set(index, junk(random));
    } else if (chosen instanceof ObjectNode object) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      String name = names.get(index);
      switch (random.nextInt(4)) {
        case 0 -> object.remove(name);
        case 1 -> object.set("renamed " + name, object.remove(name));
        default -> object.set(name, junk(random));
      }
    }
  }

  private static void collect(JsonNode node, List<JsonNode> containers) {
    if (node.isContainerNode()) {
      containers.add(node);
      node.forEach(child -> collect(child, containers));
    }
  }

  private static JsonNode junk(Random random) throws IOException {
    return JSON.readTree(JUNK.get(random.nextInt(JUNK.size())));
  }
}
