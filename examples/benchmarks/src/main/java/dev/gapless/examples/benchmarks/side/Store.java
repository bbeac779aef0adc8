// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.benchmarks.side;

import java.util.List;

/** Where bodies are kept; used by one thread at a time. */
interface Store extends AutoCloseable {
  /** Keeps them all; when it returns they are durable. */
  void add(List<byte[]> bodies);

  @Override
  void close();
}
