// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.policy;

/**
 * How deliveries to one CRM are treated.
 *
 * @param attempts refusals of one entry until it is parked, at least 1
 * @param people what happens to entries of unknown and of doubtful people
 */
public record DeliveryPolicy(int attempts, PeoplePolicy people) {
  public static final DeliveryPolicy DEFAULT = new DeliveryPolicy(8, PeoplePolicy.DEFAULT);

  public DeliveryPolicy {
    if (attempts < 1) {
      throw new IllegalArgumentException("attempts is " + attempts + ", must be at least 1");
    }
  }
}
