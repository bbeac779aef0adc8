// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gapless.api.Action;
import dev.gapless.api.Direction;
import dev.gapless.api.Interaction;
import dev.gapless.api.channel.CatchUpAnswer;
import dev.gapless.api.channel.CatchUpReader;
import dev.gapless.api.channel.CatchUpSource;
import dev.gapless.api.channel.Item;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reading back comments on Instagram media, and the replies to them. */
class InstagramCatchUpTest {
  private static final Instant SINCE = Samples.RECEIVED_AT.minus(Duration.ofHours(2));
  private static final String MINE = "example.shop";

  private final StubGraph graph = new StubGraph();

  @BeforeEach
  void oneOldMedium() {
    ObjectNode medium = (ObjectNode) World.json("{\"id\": \"17\", \"username\": \"" + MINE + "\"}");
    graph.list("9", "media", List.of(medium.put("timestamp", World.graphTime(ago(90)))));
  }

  @AfterEach
  void stop() {
    graph.close();
  }

  @Test
  void commentsComeWithTheirReplies() {
    graph.list("17", "comments", List.of(comment("50", 80, "ada")));
    graph.list("50", "replies", List.of(comment("51", 1, "ben")));
    List<Interaction> comments = sweep();
    assertThat(comments).extracting(one -> one.key().nativeId()).containsExactly("50", "51");
    assertThat(comments.get(1).parent()).contains("50");
    assertThat(comments.get(1).conversation().orElseThrow().id()).isEqualTo("17");
  }

  @Test
  void ofRepliesOfOneSecondTheOldestComesFirst() {
    graph.list("17", "comments", List.of(comment("50", 1, "ada")));
    graph.list("50", "replies", List.of(comment("52", 1, "ben"), comment("51", 1, "ben")));
    assertThat(sweep()).extracting(one -> one.key().nativeId()).containsExactly("50", "51", "52");
  }

  @Test
  void everyReplyIsReadBackAlsoToAnOlderCommentOnAFurtherPage() {
    List<ObjectNode> comments = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      comments.add(comment("5" + i, 30 + i, "ada"));
    }
    graph.list("17", "comments", comments);
    List<ObjectNode> replies = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      replies.add(comment("60" + i, 40 - i, "ben"));
    }
    graph.list("53", "replies", replies);
    List<Interaction> told = sweep();
    assertThat(told)
        .extracting(one -> one.key().nativeId())
        .contains("50", "51", "52", "53", "54", "600", "601", "602", "603", "604")
        .doesNotHaveDuplicates();
    assertThat(told)
        .filteredOn(one -> one.key().nativeId().startsWith("60"))
        .allMatch(one -> one.parent().equals(Optional.of("53")))
        .allMatch(one -> one.conversation().orElseThrow().id().equals("17"));
  }

  @Test
  void whatTheAccountItselfSaidIsOutboundHoweverItIsNamed() {
    ObjectNode byUser = comment("50", 1, "ada").without(List.of("username"));
    byUser.putObject("user").put("id", "9");
    graph.list("17", "comments", List.of(byUser, comment("51", 1, MINE), comment("52", 1, MINE)));
    graph.list(
        "51",
        "replies",
        List.of(comment("61", 1, MINE), comment("62", 1, MINE), comment("63", 1, MINE)));
    assertThat(sweep())
        .hasSize(6)
        .allMatch(one -> one.direction() == Direction.OUT)
        .allMatch(one -> one.customer().isEmpty());
    assertThat(graph.calls.get(0).parameters().get("fields")).contains(",username,", ",user,");
  }

  @Test
  void aCopySaysWhetherItIsHidden() {
    graph.list("17", "comments", List.of(comment("50", 1, "ada").put("hidden", true)));
    assertThat(sweep())
        .extracting(Interaction::action)
        .containsExactly(Action.OBSERVED, Action.HIDDEN);
  }

  private static ObjectNode comment(String id, int hours, String username) {
    return ((ObjectNode) World.json("{\"id\": \"" + id + "\", \"text\": \"words\"}"))
        .put("timestamp", World.graphTime(ago(hours)))
        .put("username", username);
  }

  private static Instant ago(int hours) {
    return Samples.RECEIVED_AT.minus(Duration.ofHours(hours));
  }

  private List<Interaction> sweep() {
    CatchUpReader reader =
        (CatchUpReader)
            Samples.connector(
                Map.of(
                    "instagram-accounts",
                    "9@8",
                    "access-token",
                    StubGraph.TOKEN,
                    "graph-url",
                    graph.url()));
    List<Interaction> told = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      CatchUpAnswer.Page page =
          (CatchUpAnswer.Page)
              reader.read(new CatchUpSource("instagram/9/media", ""), SINCE, cursor);
      assertThat(new String(page.body(), UTF_8)).doesNotContain(StubGraph.TOKEN);
      for (Item item : reader.split(page.body(), Samples.RECEIVED_AT)) {
        told.add(((Item.Contact) item).interaction());
      }
      cursor = page.next();
    } while (cursor.isPresent());
    return told;
  }
}
