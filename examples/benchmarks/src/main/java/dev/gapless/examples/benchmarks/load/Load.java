// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/**
 * The load generator: one thread, some keep-alive connections to one port of this machine, a signed
 * webhook that nobody has sent before on each. Used by one thread.
 *
 * <p>Closed loop: every connection sends the next as soon as the last is answered. Open loop: they
 * leave at moments drawn beforehand (Poisson), and the time counts from that moment, whether a
 * connection was free or not, so that a server that stalls is not asked less often.
 */
public final class Load implements AutoCloseable {
  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  private final Selector selector;
  private final InetSocketAddress address;
  private final int connections;
  private final List<Wire> wires = new ArrayList<>();
  private final Deque<Wire> idle = new ArrayDeque<>();
  private final Traffic traffic;
  private final Random random = new Random(7);
  private final Latencies latencies = new Latencies();
  private long next;
  private long answered;
  private long refused;

  /**
   * @param firstMessage the number of its first message; it never sends one twice
   */
  public Load(int port, int connections, Traffic traffic, long firstMessage) {
    this.connections = connections;
    this.traffic = traffic;
    this.next = firstMessage;
    try {
      address = new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port);
      selector = Selector.open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** For each stretch anew: servers close what has been silent for a minute. */
  private void connect() {
    wires.forEach(Wire::close);
    wires.clear();
    idle.clear();
    try {
      for (int i = 0; i < connections; i++) {
        wires.add(new Wire(address, selector));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    idle.addAll(wires);
  }

  /** As many as the server takes. */
  public LoadResult closed(Duration span) {
    begin();
    long start = System.nanoTime();
    long end = start + span.toNanos();
    while (System.nanoTime() < end) {
      while (!idle.isEmpty()) {
        send(idle.remove(), System.nanoTime());
      }
      select(Math.max(1, (end - System.nanoTime()) / 1_000_000));
    }
    LoadResult result = result(System.nanoTime() - start);
    finish();
    return result;
  }

  /** So many a second, whatever the server does. */
  public LoadResult open(double perSecond, Duration span) {
    begin();
    long start = System.nanoTime();
    long end = start + span.toNanos();
    double due = start;
    Deque<Long> waiting = new ArrayDeque<>();
    while (due < end || !waiting.isEmpty()) {
      long now = System.nanoTime();
      for (; due <= now && due < end; due += gap(perSecond)) {
        waiting.add((long) due);
      }
      while (!idle.isEmpty() && !waiting.isEmpty()) {
        send(idle.remove(), waiting.remove());
      }
      select(Math.max(1, (long) (due - System.nanoTime()) / 1_000_000));
    }
    finish();
    return result(System.nanoTime() - start);
  }

  private double gap(double perSecond) {
    return -Math.log(1 - random.nextDouble()) * 1e9 / perSecond;
  }

  private void begin() {
    connect();
    latencies.clear();
    answered = 0;
    refused = 0;
  }

  /** Waits for what is on its way. */
  private void finish() {
    while (idle.size() < wires.size()) {
      select(1_000);
    }
  }

  private LoadResult result(long nanos) {
    return new LoadResult(
        answered,
        refused,
        answered * 1e9 / nanos,
        latencies.millis(0.5),
        latencies.millis(0.95),
        latencies.millis(0.99));
  }

  /** How many have been sent since it was made. */
  public long sent() {
    return next;
  }

  private void send(Wire wire, long due) {
    wire.send(traffic.body(next++), due);
  }

  private void select(long millis) {
    try {
      selector.select(this::receive, millis);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void receive(SelectionKey key) {
    Wire wire = (Wire) key.attachment();
    int status = wire.receive();
    if (status != 0) {
      latencies.add(System.nanoTime() - wire.due());
      if (status >= 200 && status < 300) {
        answered++;
      } else {
        refused++;
      }
      idle.add(wire);
    }
  }

  @Override
  public void close() {
    wires.forEach(Wire::close);
    try {
      selector.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
