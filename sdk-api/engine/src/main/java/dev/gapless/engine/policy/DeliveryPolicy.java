// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.policy;

import java.time.Duration;

/**
 * How deliveries to one CRM are treated.
 *
 * @param attempts refusals of one entry until it is parked, at least 1
 * @param people what happens to entries of unknown and of doubtful people
 * @param linger how long an entry waits for others to share its call, and a question about its
 *     person; zero sends it at once. With one, calls go one after another unless very many
 *     conversations wait, and who is in no timeline is remembered for a minute or until a replay
 */
public record DeliveryPolicy(int attempts, PeoplePolicy people, Duration linger) {
  public static final DeliveryPolicy DEFAULT = new DeliveryPolicy(8, PeoplePolicy.DEFAULT);

  public DeliveryPolicy {
    if (attempts < 1) {
      throw new IllegalArgumentException("attempts is " + attempts + ", must be at least 1");
    }
    if (linger.isNegative()) {
      throw new IllegalArgumentException("linger is " + linger + ", must not be negative");
    }
  }

  /** No entry waits for others. */
  public DeliveryPolicy(int attempts, PeoplePolicy people) {
    this(attempts, people, Duration.ZERO);
  }
}
