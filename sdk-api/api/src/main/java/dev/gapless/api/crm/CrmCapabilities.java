// SPDX-License-Identifier: Apache-2.0
package dev.gapless.api.crm;

/**
 * What a CRM connection can do.
 *
 * @param maxBatch entries per call, 1 to 10,000
 * @param lanesInBatch how entries of one lane may share a call
 * @param once what keeps an entry from being written twice
 * @param maxConcurrentCalls calls towards this connection at the same time, 1 to 1,000
 */
public record CrmCapabilities(
    int maxBatch, LanesInBatch lanesInBatch, Once once, int maxConcurrentCalls) {

  /** How entries of one lane may share a call. */
  public enum LanesInBatch {
    /** At most one entry of a lane per call: the CRM may write a batch in any order. */
    ONE_ENTRY,
    /** Several: once an entry of a lane is not written, no later entry of that lane is. */
    PREFIX
  }

  public CrmCapabilities {
    if (maxBatch < 1 || maxBatch > 10_000) {
      throw new IllegalArgumentException("maxBatch is " + maxBatch + ", must be 1 to 10000");
    }
    if (maxConcurrentCalls < 1 || maxConcurrentCalls > 1_000) {
      throw new IllegalArgumentException(
          "maxConcurrentCalls is " + maxConcurrentCalls + ", must be 1 to 1000");
    }
  }
}
