// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.benchmarks.intake;

import dev.gapless.examples.benchmarks.load.Load;
import dev.gapless.examples.benchmarks.load.LoadResult;
import dev.gapless.examples.benchmarks.load.Traffic;
import dev.gapless.examples.benchmarks.process.Server;
import dev.gapless.examples.benchmarks.report.Median;
import dev.gapless.examples.benchmarks.side.Sides;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One side under load, in a process of its own. */
final class Contestant implements AutoCloseable {
  private static final int CUSTOMERS = 10_000;

  private final Server server;
  private final Load load;
  private final List<Double> rates = new ArrayList<>();
  private final List<Double> processorMicros = new ArrayList<>();

  Contestant(Sides side, Path folder, Map<String, String> environment, int connections) {
    server = Server.start(side, folder, environment);
    load = new Load(server.port(), connections, new Traffic(CUSTOMERS), 0);
  }

  void warmUp(Duration span) {
    checked(load.closed(span));
  }

  void measure(Duration slice) {
    Duration before = server.processorTime();
    long sent = load.sent();
    rates.add(checked(load.closed(slice)).perSecond());
    double nanos = server.processorTime().minus(before).toNanos();
    processorMicros.add(nanos / 1e3 / (load.sent() - sent));
  }

  LoadResult open(double perSecond, Duration span) {
    return checked(load.open(perSecond, span));
  }

  private static LoadResult checked(LoadResult result) {
    if (result.refused() > 0) {
      throw new IllegalStateException(result.refused() + " webhooks were not answered 2xx");
    }
    return result;
  }

  /** Webhooks per second, round by round. */
  List<Double> rates() {
    return rates;
  }

  /** Processor time of the server per webhook, in microseconds. */
  double processorMicros() {
    return Median.of(processorMicros);
  }

  double perSecond() {
    return Median.of(rates);
  }

  /** What was acknowledged is there, each once; otherwise its figures are worth nothing. */
  void verify() {
    if (server.stored() != load.sent()) {
      throw new IllegalStateException(
          load.sent() + " webhooks were acknowledged, " + server.stored() + " are durable");
    }
  }

  @Override
  public void close() {
    load.close();
    server.close();
  }
}
