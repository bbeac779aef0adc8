// SPDX-License-Identifier: Apache-2.0
package dev.gapless.api.config;

import java.util.Comparator;
import java.util.List;

/** Suggests the known name a typing error was probably meant to be. */
public final class NearestName {
  private NearestName() {}

  /** A sentence to end an error message with: the nearest name, or all of them. */
  public static String hint(String wrong, List<String> known) {
    return known.stream()
        .min(Comparator.comparingInt(name -> distance(wrong, name)))
        .filter(name -> distance(wrong, name) <= Math.max(2, wrong.length() / 3))
        .map(name -> "Did you mean '" + name + "'?")
        .orElse("Known: " + String.join(", ", known));
  }

  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best = Math.min(Math.min(row[j] + 1, row[j - 1] + 1), diagonal + cost);
        diagonal = row[j];
        row[j] = best;
      }
    }
    return row[b.length()];
  }
}
