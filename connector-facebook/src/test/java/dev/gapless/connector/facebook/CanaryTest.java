// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gapless.api.channel.Item;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Nothing that a person wrote, is called or is known by leaves the connector sideways. */
class CanaryTest {
  private static final String CANARY = "canarysanghere";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The platform's vocabulary, which may be named. */
  private static final Set<String> KEPT =
      Set.of("object", "field", "item", "verb", "type", "action", "reaction", "reaction_type");

  private final List<String> said = new ArrayList<>();

  @Test
  void noSampleSings() throws IOException {
    for (String name : Samples.names()) {
      said(JSON.writeValueAsBytes(withCanaries(JSON.readTree(Samples.bytes(name)))));
    }
    assertSilence();
  }

  @Test
  void noBrokenBodySings() throws IOException {
    byte[] body =
        JSON.writeValueAsBytes(withCanaries(JSON.readTree(Samples.bytes("message-batch"))));
    for (int cut = 1; cut < body.length; cut += 5) {
      said(Arrays.copyOf(body, cut));
      byte[] broken = body.clone();
      broken[cut] = '"';
      said(broken);
      broken[cut] = (byte) 0xC3;
      said(broken);
    }
    assertSilence();
  }

  @Test
  void noNameOfAFieldSings() {
    String name = "+4477 " + CANARY;
    said(Samples.change(name, "{\"a\": 1}").getBytes(UTF_8));
    said(Samples.event("\"" + name + "\": {\"a\": 1}").getBytes(UTF_8));
    said(Samples.feed("\"item\": \"" + name + "\", \"verb\": \"" + name + "\"").getBytes(UTF_8));
    assertSilence();
  }

  private void said(byte[] body) {
    for (Item item : Samples.split(body)) {
      said.add(item.path() + " " + item);
      if (item instanceof Item.Unreadable unreadable) {
        said.add(unreadable.reason());
      } else if (item instanceof Item.Notice notice) {
        said.add(notice.kind() + " " + notice.rule());
      } else if (item instanceof Item.Contact contact) {
        said.add(contact.interaction() + " " + contact.event() + contact.interaction().author());
        said.add(contact.interaction().conversation() + " " + contact.interaction().attachments());
      }
    }
  }

  private void assertSilence() {
    assertThat(said).isNotEmpty().allSatisfy(line -> assertThat(line).doesNotContain(CANARY));
  }

  private static JsonNode withCanaries(JsonNode node) {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (field.getValue().isTextual() && !KEPT.contains(field.getKey())) {
        ((ObjectNode) node).put(field.getKey(), CANARY);
      }
    }
    node.forEach(CanaryTest::withCanaries);
    return node;
  }
}
