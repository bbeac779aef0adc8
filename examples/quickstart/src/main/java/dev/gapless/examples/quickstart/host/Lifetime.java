// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.host;

import java.util.concurrent.CountDownLatch;

/** The end of the process: by Ctrl-C or a signal. */
public final class Lifetime {
  private Lifetime() {}

  /** Has something closed when the process is asked to end. */
  public static void closeAtEnd(Runnable closing) {
    Runtime.getRuntime().addShutdownHook(new Thread(closing, "closing"));
  }

  /** Returns only if the thread is interrupted. */
  public static void untilEnded() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
