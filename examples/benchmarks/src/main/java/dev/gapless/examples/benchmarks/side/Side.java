// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.benchmarks.side;

/**
 * A server that takes signed webhooks on a port of this machine and answers 2xx when they are
 * durable. Every side stands behind the same web server with the same number of threads.
 */
public interface Side extends AutoCloseable {
  /** Requests in work at once: more than processors, for each waits for the disk. */
  int THREADS = 64;

  /** Threads that read from and write to sockets. */
  int IO_THREADS = 2;

  int port();

  /** How many distinct webhooks (or their one message) are durable. */
  long stored();

  /**
   * Does as it is told, if it is a word it knows.
   *
   * @return what it has to say to that
   */
  default String command(String word) {
    throw new IllegalArgumentException("unknown command: " + word);
  }

  @Override
  void close();
}
