// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.salesforce;

import java.time.Instant;

/**
 * One committed write of an entry.
 *
 * @param number counts from 1 without gaps, in the order of commits
 * @param at when it was committed
 * @param created whether it made the entry
 * @param id of the record
 * @param key the writer's key of the entry
 * @param conversation the writer's name of the conversation
 * @param sequence the writer's receipt sequence
 */
public record OrgArrival(
    long number,
    Instant at,
    boolean created,
    String id,
    String key,
    String conversation,
    long sequence) {}
