// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http;

import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow.Subscriber;

/** A request body that remembers whether anybody ever asked for it. */
final class WatchedBody implements BodyPublisher {
  private final BodyPublisher body;
  private volatile boolean touched;

  WatchedBody(BodyPublisher body) {
    this.body = body;
  }

  boolean touched() {
    return touched;
  }

  @Override
  public long contentLength() {
    return body.contentLength();
  }

  @Override
  public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
    touched = true;
    body.subscribe(subscriber);
  }
}
