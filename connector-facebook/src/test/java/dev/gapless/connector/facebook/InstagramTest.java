// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.api.Conversation;
import dev.gapless.api.Direction;
import dev.gapless.api.Fullness;
import dev.gapless.api.Identifier;
import dev.gapless.api.Interaction;
import dev.gapless.api.Kind;
import dev.gapless.api.Visibility;
import org.junit.jupiter.api.Test;

class InstagramTest {
  @Test
  void aCommentStandsBelowTheOriginalMediaEvenIfItWasBoosted() {
    Interaction comment = Samples.interaction("ig-comment");
    assertThat(comment.kind()).isEqualTo(Kind.COMMENT);
    assertThat(comment.visibility()).isEqualTo(Visibility.PUBLIC);
    assertThat(comment.key().nativeId()).isEqualTo("17900");
    assertThat(comment.key().account()).isEqualTo(Samples.INSTAGRAM);
    assertThat(comment.conversation()).contains(Conversation.of("17600"));
    assertThat(comment.parent()).contains("17899");
    assertThat(comment.author().orElseThrow().name()).contains("ada.example");
    assertThat(comment.author().orElseThrow().identifiers())
        .containsExactly(
            new Identifier(Identifier.INSTAGRAM_IGSID, Samples.ADA),
            new Identifier(Identifier.HANDLE, "ada.example"));
    assertThat(comment.data()).containsEntry("media.ad_title", "Spring");
    assertThat(comment.occurredAt()).isEqualTo(Samples.SENT_AT);
  }

  @Test
  void theFlatFormIsReadLikeTheNestedOne() {
    Interaction flat = Samples.interaction("ig-flat");
    assertThat(flat.text()).isEqualTo("flat");
    assertThat(flat.conversation()).contains(Conversation.of("17600"));
    assertThat(flat.key().account()).isEqualTo(Samples.INSTAGRAM);
  }

  @Test
  void theFlatFormCarriesMessagesToo() {
    String body =
        """
        {"object": "instagram", "entry": [{"id": "9", "time": 1792000005, "field": "messages",
          "value": {"sender": {"id": "1"}, "recipient": {"id": "9"}, "timestamp": "1792000000",
            "message": {"mid": "aWd1", "text": "hello"}}}]}
        """;
    Interaction message = Samples.read(body);
    assertThat(message.kind()).isEqualTo(Kind.MESSAGE);
    assertThat(message.visibility()).isEqualTo(Visibility.PRIVATE);
    assertThat(message.occurredAt()).isEqualTo(Samples.WRITTEN_AT);
  }

  @Test
  void aMentionNamesOnlyIds() {
    Interaction mention = Samples.interaction("ig-mention");
    assertThat(mention.kind()).isEqualTo(Kind.MENTION);
    assertThat(mention.fullness()).isEqualTo(Fullness.THIN);
    assertThat(mention.key().nativeId()).isEqualTo("17950");
    assertThat(mention.conversation()).contains(Conversation.of("17800"));
  }

  @Test
  void aReplyToAStorySaysWhichStory() {
    Interaction message = Samples.interaction("ig-message");
    assertThat(message.data()).containsEntry("story.id", "18").containsKey("story.url");
    assertThat(message.parent()).isEmpty();
    assertThat(message.author().orElseThrow().identifiers())
        .containsExactly(new Identifier(Identifier.INSTAGRAM_IGSID, Samples.ADA));
  }

  @Test
  void aCommentOfTheAccountItselfIsOutbound() {
    String body =
        """
        {"object": "instagram", "entry": [{"id": "9", "time": 1792000005, "changes": [
          {"field": "comments", "value": {"id": "1", "text": "thanks", "from": {"id": "9"}}}]}]}
        """;
    assertThat(Samples.read(body).direction()).isEqualTo(Direction.OUT);
    assertThat(Samples.read(body).customer()).isEmpty();
  }

  @Test
  void aCommentOfALiveBroadcastSaysSo() {
    String body =
        """
        {"object": "instagram", "entry": [{"id": "9", "time": 1792000005, "changes": [
          {"field": "live_comments", "value": {"id": "1", "text": "hi"}}]}]}
        """;
    assertThat(Samples.read(body).data()).containsEntry("live", "true");
    assertThat(Samples.read(body).author()).isEmpty();
  }
}
