// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine;

import java.util.Map;

/**
 * The books of one CRM connection, counted a second time from the events and deliveries themselves.
 *
 * @param books the counters at the moment the recount ended
 * @param counted the counters by name
 * @param recounted what the rows say, by name
 */
public record DeepAudit(Audit books, Map<String, Long> counted, Map<String, Long> recounted) {
  /** Whether both counts agree and the books balance. */
  public boolean agrees() {
    return books.balances() && counted.equals(recounted);
  }
}
