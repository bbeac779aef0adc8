// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.api.Action;
import dev.gapless.api.EventKey;
import dev.gapless.api.Interaction;
import dev.gapless.api.ItemKey;
import dev.gapless.api.Kind;
import dev.gapless.api.channel.Item;
import dev.gapless.api.channel.WebhookReceiver;
import dev.gapless.examples.quickstart.channel.Connectors;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The crash run believes the script, so the script must say what the connector reads. */
class ScriptTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  private final WebhookReceiver connector = Connectors.reader("whatsapp", Optional.empty());
  private final Script script = script(11);

  private static Script script(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Talk> talks =
        IntStream.range(0, 4)
            .mapToObj(i -> new Talk(i, NOW.getEpochSecond() - 3_600, random.split()))
            .toList();
    return new Script(talks, random);
  }

  private List<Interaction> posted(int bodies) {
    List<Interaction> all = new ArrayList<>();
    Set<EventKey> events = new HashSet<>();
    for (int i = 0; i < bodies; i++) {
      WebhookBody body = script.next();
      List<Item> items = connector.split(body.bytes(), NOW);
      assertThat(items).hasSize(body.items());
      assertThat(items).allSatisfy(item -> assertThat(events.add(item.event())).isTrue());
      items.forEach(item -> all.add(((Item.Contact) item).interaction()));
    }
    return all;
  }

  @Test
  void theLastEventOfEachItemIsWhatTheScriptSays() {
    Map<ItemKey, Interaction> last = new HashMap<>();
    for (Interaction event : posted(100)) {
      boolean shows =
          event.kind() != Kind.STATUS
              || event.status().filter(s -> s.label().equals("failed")).isPresent();
      if (shows) {
        last.put(event.key(), event);
      }
    }
    assertThat(script.posted()).hasSameSizeAs(last.keySet());
    assertThat(script.posted())
        .allSatisfy(
            one -> {
              Interaction event = last.get(one.key());
              assertThat(event.action().label()).isEqualTo(one.action());
              assertThat(event.text()).isEqualTo(one.text().orElse(""));
              assertThat(event.conversation().orElseThrow().id()).isEqualTo(one.conversation());
            });
  }

  @Test
  void itemsOfAConversationAreReadInTheOrderOfTheirPositions() {
    Map<ItemKey, Posted> posted = new HashMap<>();
    List<Interaction> events = posted(100);
    script.posted().forEach(one -> posted.put(one.key(), one));
    Map<String, Integer> next = new HashMap<>();
    events.stream()
        .filter(event -> event.action() == Action.CREATED)
        .map(event -> posted.get(event.key()))
        .forEach(
            one ->
                assertThat(one.position())
                    .isGreaterThan(
                        Optional.ofNullable(next.put(one.conversation(), one.position()))
                            .orElse(-1)));
  }

  @Test
  void aSeedGivesTheSameBodiesAgain() {
    Script same = script(11);
    for (int i = 0; i < 20; i++) {
      assertThat(script.next().bytes()).isEqualTo(same.next().bytes());
    }
  }

  @Test
  void everyKindOfEventOccurs() {
    assertThat(posted(100))
        .extracting(Interaction::action)
        .contains(Action.CREATED, Action.EDITED, Action.REMOVED, Action.OBSERVED);
  }
}
