// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.crm;

import com.sun.net.httpserver.HttpHandler;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * Where a stand-in lives: its threads, its timer, its port, and the faults that are switched on.
 * Thread-safe.
 */
public final class Premises implements AutoCloseable {
  private static final int THREADS = 16;

  private final ExecutorService workers;
  private final Optional<ScheduledExecutorService> ownScheduler;
  private final ScheduledExecutorService scheduler;
  private Optional<Loopback> loopback = Optional.empty();
  private Runnable tokensEnd = () -> {};
  private volatile Faults faults = Faults.NONE;
  private boolean running;

  /**
   * @param name of its threads
   * @param given runs what happens later, and is never shut down; without one it has its own
   */
  public Premises(String name, Optional<ScheduledExecutorService> given) {
    ThreadFactory daemons = daemons(name);
    workers = Executors.newFixedThreadPool(THREADS, daemons);
    ownScheduler =
        given.isPresent()
            ? Optional.empty()
            : Optional.of(Executors.newSingleThreadScheduledExecutor(daemons));
    scheduler = given.or(() -> ownScheduler).orElseThrow();
  }

  private static ThreadFactory daemons(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }

  /**
   * Says what answers here; before {@link #start()}.
   *
   * @param tokensEnd expires all tokens
   */
  public synchronized void furnish(int port, HttpHandler handler, Runnable tokensEnd) {
    this.loopback = Optional.of(new Loopback(port, handler, workers));
    this.tokensEnd = tokensEnd;
  }

  public ExecutorService workers() {
    return workers;
  }

  public ScheduledExecutorService scheduler() {
    return scheduler;
  }

  /**
   * Listens.
   *
   * @throws java.io.UncheckedIOException when the port is taken
   */
  public synchronized void start() {
    running = true;
    applyOutage();
  }

  /** Where it listens, or did before an outage; known once it was started. */
  public synchronized URI url() {
    return loopback.orElseThrow().url();
  }

  /** The faults that are switched on. */
  public Faults faults() {
    return faults;
  }

  /**
   * Switches to these faults instead of all earlier ones. Calls that hang already keep their fate.
   *
   * <p>Once this returns, a port that refuses is closed, and one that does no longer is open.
   */
  public synchronized void faults(Faults next) {
    if (next.expireTokensNow()) {
      tokensEnd.run();
    }
    faults = next.toBuilder().expireTokensNow(false).build();
    applyOutage();
    if (next.outage() != Faults.Outage.NONE && !next.outageFor().isZero()) {
      endOutageLater(faults);
    }
  }

  private void applyOutage() {
    if (running && faults.outage() != Faults.Outage.REFUSE) {
      loopback.ifPresent(Loopback::open);
    } else {
      loopback.ifPresent(Loopback::close);
    }
  }

  private void endOutageLater(Faults these) {
    var unused =
        scheduler.schedule(
            () -> endOutage(these), these.outageFor().toNanos(), TimeUnit.NANOSECONDS);
  }

  @SuppressWarnings("ReferenceEquality") // a later switch to equal faults starts its own time
  private synchronized void endOutage(Faults these) {
    if (faults == these) {
      faults(these.toBuilder().outage(Faults.Outage.NONE).build());
    }
  }

  /** Stops listening and cuts all connections. What hangs on a timer given to it may still land. */
  @Override
  public synchronized void close() {
    running = false;
    applyOutage();
    workers.shutdownNow();
    ownScheduler.ifPresent(ExecutorService::shutdownNow);
  }
}
