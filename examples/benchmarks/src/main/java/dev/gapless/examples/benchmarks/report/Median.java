// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.benchmarks.report;

import java.util.List;

/** The middle one: what a busy moment of the machine moves least. */
public final class Median {
  private Median() {}

  public static double of(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
