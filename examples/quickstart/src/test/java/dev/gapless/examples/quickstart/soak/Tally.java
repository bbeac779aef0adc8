// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.soak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Counts what the senders do. Thread-safe. */
final class Tally {
  private final List<Long> nanos = new ArrayList<>();
  private long posts;
  private long acknowledgedBodies;
  private long acknowledgedEvents;
  private long repeatsOfUnanswered;
  private long repeatsOfAcknowledged;

  synchronized void posted() {
    posts++;
  }

  /** A post was answered 2xx. */
  synchronized void answered(Duration time) {
    nanos.add(time.toNanos());
  }

  synchronized void acknowledged(WebhookBody body) {
    acknowledgedBodies++;
    acknowledgedEvents += body.items();
  }

  synchronized void repeatUnanswered() {
    repeatsOfUnanswered++;
  }

  synchronized void repeatAcknowledged() {
    repeatsOfAcknowledged++;
  }

  /** How often a body was sent off, repeats included. */
  synchronized long posts() {
    return posts;
  }

  /** How many different bodies were answered 2xx. */
  synchronized long acknowledgedBodies() {
    return acknowledgedBodies;
  }

  /** How many different events were in these. */
  synchronized long acknowledgedEvents() {
    return acknowledgedEvents;
  }

  synchronized long repeatsOfUnanswered() {
    return repeatsOfUnanswered;
  }

  synchronized long repeatsOfAcknowledged() {
    return repeatsOfAcknowledged;
  }

  /** The time within which this share of the answers came, in milliseconds. */
  synchronized double answerMillis(double share) {
    List<Long> sorted = new ArrayList<>(nanos);
    Collections.sort(sorted);
    return sorted.isEmpty() ? 0 : sorted.get((int) (share * (sorted.size() - 1))) / 10_000 / 100.0;
  }
}
