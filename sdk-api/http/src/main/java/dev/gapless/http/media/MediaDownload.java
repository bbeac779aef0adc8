// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.media;

import dev.gapless.api.Refusal;
import dev.gapless.api.Refusal.Category;
import dev.gapless.api.Refusal.Scope;
import dev.gapless.api.channel.MediaSource.Answer;
import dev.gapless.http.Download;
import dev.gapless.http.HttpAnswer;
import dev.gapless.http.HttpCall;
import dev.gapless.http.HttpConnection;
import dev.gapless.http.HttpOutcome;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Fetches a file from an address that a stranger may have chosen. Safe for many threads. Redirects
 * are followed to admitted hosts only, and three times at most.
 */
public final class MediaDownload {
  private static final int MOST_REDIRECTS = 3;

  private final HttpConnection http;
  private final MediaHosts hosts;
  private final Duration maxTime;
  private final Function<HttpAnswer, Optional<Refusal>> refusals;

  /**
   * @param maxTime how long a file may take
   * @param refusals why an answer is no success, if it says so
   */
  public MediaDownload(
      HttpConnection http,
      MediaHosts hosts,
      Duration maxTime,
      Function<HttpAnswer, Optional<Refusal>> refusals) {
    this.http = http;
    this.hosts = hosts;
    this.maxTime = maxTime;
    this.refusals = refusals;
  }

  /**
   * Fetches once; never sleeps or repeats.
   *
   * @param authorize adds what shows who we are; called for admitted hosts only
   * @throws IOException if {@code to} cannot be written, and only then
   */
  public MediaOutcome fetch(
      String address, UnaryOperator<HttpCall> authorize, Expected expected, OutputStream to)
      throws IOException {
    Optional<URI> next = hosts.admit(address);
    for (int i = 0; i <= MOST_REDIRECTS && next.isPresent(); i++) {
      URI here = next.get();
      CheckedFile file = new CheckedFile(to);
      HttpOutcome outcome =
          http.download(
              authorize.apply(HttpCall.of("GET", here)),
              new Download(head -> isFile(head, expected), file, expected.maxBytes(), maxTime));
      if (!(outcome instanceof HttpOutcome.Answered answered) || !isRedirect(answered.answer())) {
        return settle(outcome, expected, file);
      }
      next =
          answered.answer().header("Location").flatMap(there -> hosts.admit(resolve(here, there)));
    }
    return new MediaOutcome.NoGood(
        invalid(
            "the file is said to be at a host that is not the platform's. If the platform has a new"
                + " host for files, add it to media-hosts"));
  }

  private static String resolve(URI here, String location) {
    try {
      return here.resolve(location).toString();
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static boolean isRedirect(HttpAnswer answer) {
    return answer.status() >= 300 && answer.status() < 400;
  }

  private static boolean isFile(HttpAnswer head, Expected expected) {
    return head.status() == 200 && MediaTypes.mayBe(expected.mime(), head.header("Content-Type"));
  }

  private MediaOutcome settle(HttpOutcome outcome, Expected expected, CheckedFile file) {
    if (outcome instanceof HttpOutcome.NotSent notSent) {
      return settled(notSent.refusal());
    } else if (outcome instanceof HttpOutcome.MayHaveArrived lost) {
      return settled(Refusal.of(Category.TRANSIENT, Scope.ENTRY, "", lost.reason()));
    }
    HttpAnswer answer = ((HttpOutcome.Answered) outcome).answer();
    return isFile(answer, expected) ? check(answer, expected, file) : refused(answer);
  }

  /** What waiting helps is no fault of the address. */
  private MediaOutcome refused(HttpAnswer answer) {
    Refusal refusal =
        refusals
            .apply(answer)
            .orElseGet(() -> invalid("the answer is not of the type that was announced"));
    boolean passing =
        refusal.category().retryable() && answer.status() != 401 && answer.status() != 403;
    return passing ? settled(refusal) : new MediaOutcome.NoGood(refusal);
  }

  private static MediaOutcome check(HttpAnswer answer, Expected expected, CheckedFile file) {
    String mime =
        MediaTypes.telling(expected.mime())
            .or(() -> MediaTypes.telling(answer.header("Content-Type")))
            .orElse(MediaTypes.ANY);
    if (answer.bodyCut()) {
      return settled(invalid("the file has more than " + expected.maxBytes() + " bytes"));
    } else if (!expected.sha256().map(file::hasDigest).orElse(true)) {
      return settled(invalid("the file has another digest than was announced"));
    } else if (!MediaTypes.beginsAs(mime, file.head())) {
      return settled(invalid("the file does not begin as files of the announced type do"));
    }
    return new MediaOutcome.Settled(new Answer.Fetched(mime));
  }

  private static MediaOutcome settled(Refusal refusal) {
    return new MediaOutcome.Settled(new Answer.Refused(refusal));
  }

  private static Refusal invalid(String detail) {
    return Refusal.of(Category.INVALID, Scope.ENTRY, "", detail);
  }
}
