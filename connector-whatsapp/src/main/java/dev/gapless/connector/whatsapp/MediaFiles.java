// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.whatsapp;

import dev.gapless.api.Attachment;
import dev.gapless.api.Refusal;
import dev.gapless.api.Refusal.Category;
import dev.gapless.api.Refusal.Scope;
import dev.gapless.api.channel.MediaSource.Answer;
import dev.gapless.api.config.ConfigurationException;
import dev.gapless.http.graph.GraphAccess;
import dev.gapless.http.graph.GraphCall;
import dev.gapless.http.graph.GraphResult;
import dev.gapless.http.media.Expected;
import dev.gapless.http.media.MediaOutcome;
import dev.gapless.http.media.MediaOutcome.NoGood;
import dev.gapless.http.media.MediaOutcome.Settled;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Fetches the files of messages: at the address the webhook names while that is good, else at the
 * one the file's id resolves to. An address is good for five minutes, an id for seven days.
 *
 * @see <a
 *     href="https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media">Media</a>
 */
final class MediaFiles {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,128}");

  private final Platform platform;

  MediaFiles(Platform platform) {
    this.platform = platform;
  }

  Answer fetch(Attachment attachment, long maxBytes, OutputStream to) throws IOException {
    if (platform.access().isEmpty()) {
      return new Answer.Refused(withoutToken());
    }
    try {
      return new Fetch(platform.access().get(), attachment, maxBytes, to).run();
    } catch (ConfigurationException e) {
      return new Answer.Refused(GraphAccess.refusal(e));
    }
  }

  /** One file on its way. */
  private final class Fetch {
    private final GraphAccess access;
    private final Attachment attachment;
    private final long maxBytes;
    private final OutputStream to;

    Fetch(GraphAccess access, Attachment attachment, long maxBytes, OutputStream to) {
      this.access = access;
      this.attachment = attachment;
      this.maxBytes = maxBytes;
      this.to = to;
    }

    Answer run() throws IOException {
      Refusal refusal = nothingNamed();
      if (attachment.url().isPresent()) {
        Expected expected = new Expected(attachment.mime(), attachment.sha256(), maxBytes);
        MediaOutcome outcome = download(attachment.url().get(), expected);
        if (outcome instanceof Settled settled) {
          return settled.answer();
        }
        refusal = ((NoGood) outcome).refusal();
      }
      Optional<String> id = attachment.id().filter(text -> ID.matcher(text).matches());
      return id.isPresent() ? resolve(id.get()) : new Answer.Refused(refusal);
    }

    private Answer resolve(String id) throws IOException {
      GraphResult result = platform.api().send(GraphCall.get(id), access);
      return result instanceof GraphResult.Answered answered
          ? resolved(ResolvedFile.of(answered.answer()))
          : new Answer.Refused(((GraphResult.Unanswered) result).refusal());
    }

    private Answer resolved(ResolvedFile file) throws IOException {
      if (file.size() > maxBytes) {
        return new Answer.Refused(
            invalid("the file has " + file.size() + " bytes, more than " + maxBytes));
      }
      MediaOutcome outcome = download(file.url(), file.expected(attachment, maxBytes));
      return outcome instanceof Settled settled
          ? settled.answer()
          : new Answer.Refused(((NoGood) outcome).refusal());
    }

    private MediaOutcome download(String url, Expected expected) throws IOException {
      return platform.download().fetch(url, access::authorize, expected, to);
    }
  }

  private static Refusal nothingNamed() {
    return invalid("the message names neither a usable id nor an address of the file");
  }

  private static Refusal withoutToken() {
    return Refusal.of(
        Category.SETUP,
        Scope.CONNECTION,
        "",
        "files cannot be fetched without a token. Set access-token, or keep references only");
  }

  private static Refusal invalid(String detail) {
    return Refusal.of(Category.INVALID, Scope.ENTRY, "", detail);
  }
}
