// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.Attachment;
import dev.gapless.api.ItemKey;
import dev.gapless.api.Refusal;
import dev.gapless.api.channel.MediaSource.Answer;
import dev.gapless.http.graph.GraphCall;
import dev.gapless.http.graph.GraphResult;
import dev.gapless.http.media.Expected;
import dev.gapless.http.media.MediaOutcome;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.Set;

/**
 * Fetches files from where the webhook says they are. These addresses are signed, need no token and
 * end after some time; those of messages are then asked for anew.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/reference/message">Message</a>
 */
final class Files {
  /** What is a file, of posts and of messages; the rest is links, places and signs. */
  private static final Set<String> TYPES =
      Set.of(
          "photo",
          "image",
          "animated_image",
          "sticker",
          "video",
          "audio",
          "file",
          "ephemeral",
          "story_mention");

  private final Platform platform;

  Files(Platform platform) {
    this.platform = platform;
  }

  static boolean isFile(Attachment attachment) {
    return attachment.url().isPresent() && TYPES.contains(attachment.type());
  }

  Answer fetch(ItemKey item, Attachment attachment, long maxBytes, OutputStream to)
      throws IOException {
    Refusal refusal = refused(Refusal.Category.INVALID, "the contact names no address of the file");
    if (attachment.url().isPresent()) {
      MediaOutcome outcome = download(attachment, maxBytes, to);
      if (outcome instanceof MediaOutcome.Settled settled) {
        return settled.answer();
      }
      refusal = ((MediaOutcome.NoGood) outcome).refusal();
    }
    return item.space().equals("message") && platform.tokens().any()
        ? anew(item, attachment, maxBytes, to, refusal)
        : new Answer.Refused(refusal);
  }

  private Answer anew(
      ItemKey item, Attachment attachment, long maxBytes, OutputStream to, Refusal before)
      throws IOException {
    GraphCall call =
        GraphCall.get(item.nativeId()).with("fields", "attachments,sticker,shares,story");
    String page = platform.accounts().find(item.account(), false).page();
    GraphResult result = platform.api().send(call, platform.tokens().of(item.account(), page));
    if (!(result instanceof GraphResult.Answered answered)) {
      return new Answer.Refused(((GraphResult.Unanswered) result).refusal());
    }
    Optional<Attachment> found = same(answered.answer().json(), attachment);
    if (found.isEmpty()) {
      return new Answer.Refused(before);
    }
    MediaOutcome outcome = download(found.get(), maxBytes, to);
    return outcome instanceof MediaOutcome.Settled settled
        ? settled.answer()
        : new Answer.Refused(((MediaOutcome.NoGood) outcome).refusal());
  }

  /** The attachment of the message that is the same thing, at its new address. */
  private static Optional<Attachment> same(JsonNode message, Attachment wanted) {
    return MessageContent.read(FetchedMessage.event(message).path("message"))
        .content()
        .attachments()
        .stream()
        .filter(one -> one.isSameAs(wanted) && one.url().isPresent())
        .findFirst();
  }

  private MediaOutcome download(Attachment attachment, long maxBytes, OutputStream to)
      throws IOException {
    Expected expected = new Expected(attachment.mime(), attachment.sha256(), maxBytes);
    return platform.download().fetch(attachment.url().orElse(""), call -> call, expected, to);
  }

  private static Refusal refused(Refusal.Category category, String detail) {
    return Refusal.of(category, Refusal.Scope.ENTRY, "", detail);
  }
}
