// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.benchmarks.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What one benchmark found: named figures for machines, sentences for people. */
public final class Figures {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String name;
  private final List<String> conditions = new ArrayList<>();
  private final ObjectNode figures = JSON.createObjectNode();

  public Figures(String name) {
    this.name = name;
    figures.put("machine", Machine.describe());
  }

  /** A sentence about how it was measured; part of the table, not of the file. */
  public Figures condition(String sentence) {
    conditions.add(sentence);
    return this;
  }

  /** A figure, to three decimals. */
  public Figures put(String key, double value) {
    figures.put(key, Math.round(value * 1_000) / 1_000.0);
    return this;
  }

  /** A whole number. */
  public Figures put(String key, long value) {
    figures.put(key, value);
    return this;
  }

  /** What could not be measured here. */
  public Figures missing(String key) {
    figures.putNull(key);
    return this;
  }

  /** Writes {@code NAME.json} into the folder. */
  public void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(name + ".json");
    Files.writeString(file, figures.toPrettyString() + "\n", StandardCharsets.UTF_8);
  }

  /** The figure as text; for looking at. */
  public String text(String key) {
    return figures.path(key).asText();
  }

  /** Prints all of it. */
  @SuppressWarnings("SystemOut")
  public void print() {
    System.out.println();
    System.out.println(name);
    conditions.forEach(sentence -> System.out.println("  " + sentence));
    figures
        .properties()
        .forEach(
            one ->
                System.out.println(
                    String.format(
                        Locale.ROOT, "  %-32s %s", one.getKey(), one.getValue().asText())));
  }
}
