// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.benchmarks.normalise;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gapless.api.channel.Item;
import dev.gapless.api.channel.WebhookReceiver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** From the bytes to the items, beside what it takes to read the same bytes into a tree. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SplitBenchmark {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant RECEIVED = Instant.parse("2026-11-22T00:00:00Z");

  /** {@code CHANNEL=FILE}. */
  @Param("")
  public String payload = "";

  private byte[] body = {};
  private WebhookReceiver receiver = Channel.receiver("whatsapp");

  /** Reads the file. */
  @Setup
  public void read() throws IOException {
    String[] parts = payload.split("=", 2);
    receiver = Channel.receiver(parts[0]);
    body = Files.readAllBytes(Path.of(parts[1]));
  }

  /** What the connector does. */
  @Benchmark
  public List<Item> split() {
    return receiver.split(body, RECEIVED);
  }

  /** What anybody has to do. */
  @Benchmark
  public JsonNode tree() throws IOException {
    return JSON.readTree(body);
  }
}
