// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Named threads that do not keep an application from ending. */
final class DaemonThreads implements ThreadFactory {
  private final AtomicInteger made = new AtomicInteger();

  @Override
  public Thread newThread(Runnable task) {
    Thread thread = new Thread(task, "gapless-" + made.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  }
}
