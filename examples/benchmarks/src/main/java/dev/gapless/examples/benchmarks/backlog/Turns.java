// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.benchmarks.backlog;

import dev.gapless.examples.benchmarks.report.Figures;
import dev.gapless.examples.benchmarks.report.Median;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What each size took, turn by turn. */
final class Turns {
  private final Map<Integer, List<Double>> micros = new LinkedHashMap<>();

  void add(int waiting, double one) {
    micros.computeIfAbsent(waiting, none -> new ArrayList<>()).add(one);
  }

  /** The median of each size, and of the ratios of last to first. */
  void report(Figures out, String what) {
    micros.forEach((waiting, all) -> out.put(what + "_us_" + waiting, Median.of(all)));
    List<List<Double>> all = List.copyOf(micros.values());
    List<Double> first = all.get(0);
    List<Double> last = all.get(all.size() - 1);
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < first.size(); i++) {
      ratios.add(last.get(i) / first.get(i));
    }
    out.put(what + "_ratio", Median.of(ratios));
  }
}
