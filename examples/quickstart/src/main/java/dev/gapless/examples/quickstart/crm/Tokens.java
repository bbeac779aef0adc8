// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.crm;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** The access tokens that are valid now. Thread-safe. */
public final class Tokens {
  private final InstantSource clock;
  private final Dice dice;
  private final Map<String, Instant> expiries = new HashMap<>();

  public Tokens(InstantSource clock, Dice dice) {
    this.clock = clock;
    this.dice = dice;
  }

  public synchronized String issue(Duration lifetime) {
    Instant now = clock.instant();
    expiries.values().removeIf(expiry -> !expiry.isAfter(now));
    String token = dice.token();
    expiries.put(token, now.plus(lifetime));
    return token;
  }

  public synchronized boolean isValid(String token) {
    return expiries.getOrDefault(token, Instant.MIN).isAfter(clock.instant());
  }

  public synchronized void expireAll() {
    expiries.clear();
  }
}
