// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

/**
 * How far the write-ahead log may grow.
 *
 * @param checkpointPages from this many pages on, a commit also copies the log into the file, as
 *     far as readers let it; few make many random writes, many make a long pause
 * @param logBytes beyond this size of its file, a commit makes readers finish and empties the log
 */
record Limits(int checkpointPages, long logBytes) {
  /** A pause of about 30 ms on the disk this was measured on. */
  static final Limits DEFAULT = new Limits(4_000, 64L * 1024 * 1024);
}
