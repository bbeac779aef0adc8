// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.benchmarks.normalise;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The connectors' own test payloads. */
final class Payloads {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> CHANNELS = List.of("facebook", "whatsapp");

  private Payloads() {}

  /** As {@code CHANNEL=FILE}, those with the frame of a webhook. */
  static List<String> of(Path module) {
    return CHANNELS.stream().flatMap(channel -> of(module, channel)).toList();
  }

  private static Stream<String> of(Path module, String channel) {
    Path folder =
        module
            .toAbsolutePath()
            .resolve("../../connector-" + channel + "/src/test/resources/" + channel)
            .normalize();
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Payloads::isWebhook)
          .sorted()
          .map(file -> channel + "=" + file)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isWebhook(Path file) {
    try {
      return file.toString().endsWith(".json") && JSON.readTree(file.toFile()).has("entry");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As {@code whatsapp_text}. */
  static String name(String payload) {
    String[] parts = payload.split("=", 2);
    String file = String.valueOf(Path.of(parts[1]).getFileName());
    return parts[0] + "_" + file.replace(".json", "").replace('-', '_');
  }
}
