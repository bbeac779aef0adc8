// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.api.channel.Item;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An event of a page that is not configured: forgotten, or of another tenant. */
class AccountsTest {
  @Test
  void everyItemIsKeptInItsPlaceUnderTheRuleThatHasItReadAgain() {
    for (String sample : Samples.names()) {
      List<Item> mended = Samples.split(sample);
      List<Item> forgotten = split(sample, Map.of("pages", "1,2"));
      assertThat(forgotten).extracting(Item::path).isEqualTo(paths(mended));
      assertThat(forgotten)
          .allSatisfy(
              item -> {
                assertThat(item).isInstanceOf(Item.Notice.class);
                assertThat(((Item.Notice) item).rule()).isEqualTo("unknown-account");
              });
      assertThat(forgotten).extracting(Item::event).doesNotHaveDuplicates();
    }
  }

  @Test
  void noEventOfTheOneIsOneOfTheOther() {
    for (String sample : Samples.names()) {
      List<Item> mended = Samples.split(sample);
      assertThat(split(sample, Map.of("pages", "1")))
          .extracting(item -> item.event().item())
          .doesNotContainAnyElementsOf(mended.stream().map(item -> item.event().item()).toList());
    }
  }

  @Test
  void oneConfiguredPageDoesNotCostItsNeighbours() {
    String body =
        """
        {"object": "page", "entry": [
          {"id": "1", "messaging": [{"sender": {"id": "5"}, "message": {"mid": "a", "text": "x"}}]},
          {"id": "2", "messaging": [{"sender": {"id": "5"}, "message": {"mid": "b", "text": "y"}}]}]}
        """;
    List<Item> items =
        Samples.receiver(Map.of("pages", "2"))
            .split(body.getBytes(java.nio.charset.StandardCharsets.UTF_8), Samples.RECEIVED_AT);
    assertThat(items.get(0)).isInstanceOf(Item.Notice.class);
    assertThat(items.get(1)).isInstanceOf(Item.Contact.class);
  }

  @Test
  void instagramAccountsAreConfiguredBesidePages() {
    Map<String, String> both =
        Map.of("pages", Samples.PAGE, "instagram-accounts", Samples.INSTAGRAM);
    assertThat(split("ig-comment", both).get(0)).isInstanceOf(Item.Contact.class);
    assertThat(split("comment", both).get(0)).isInstanceOf(Item.Contact.class);
    assertThat(split("ig-comment", Map.of("pages", Samples.PAGE)).get(0))
        .isInstanceOf(Item.Notice.class);
  }

  @Test
  void theFallbackAccountCountsForEventsThatNameNone() {
    String bare = "{\"sender\": {\"id\": \"5\"}, \"message\": {\"mid\": \"a\", \"text\": \"x\"}}";
    Item item =
        Samples.receiver(Map.of("account", "9", "tenant", "north"))
            .split(bare.getBytes(java.nio.charset.StandardCharsets.UTF_8), Samples.RECEIVED_AT)
            .get(0);
    assertThat(item.event().item().account()).isEqualTo("9");
    assertThat(item.event().item().tenant()).isEqualTo("north");
    assertThat(item.event().item().channel()).isEqualTo("facebook");
  }

  private static List<String> paths(List<Item> items) {
    return items.stream().map(Item::path).toList();
  }

  private static List<Item> split(String sample, Map<String, String> settings) {
    return Samples.receiver(settings).split(Samples.bytes(sample), Samples.RECEIVED_AT);
  }
}
