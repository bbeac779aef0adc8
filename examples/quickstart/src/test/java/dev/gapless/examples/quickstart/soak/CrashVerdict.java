// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.soak;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Compares what was acknowledged with what the CRM has. Items are named by their CRM key. */
final class CrashVerdict {
  private static final String MAY_HAVE_BEEN_WRITTEN = "may have been written";

  private final Evidence evidence;
  private final Map<String, Posted> byKey = new HashMap<>();
  private final Map<String, Posted> byMark = new HashMap<>();
  private final Map<Finding, Set<String>> found = new EnumMap<>(Finding.class);
  private int steppedOut;

  private CrashVerdict(Evidence evidence) {
    this.evidence = evidence;
    for (Finding finding : Finding.values()) {
      found.put(finding, new TreeSet<>());
    }
    for (Posted posted : evidence.posted()) {
      byKey.put(posted.key().sha256Hex(), posted);
      byMark.put(posted.mark(), posted);
    }
  }

  static CrashVerdict of(Evidence evidence) {
    CrashVerdict verdict = new CrashVerdict(evidence);
    verdict.checkRows();
    verdict.checkParked();
    evidence.creations().stream()
        .collect(groupingBy(CrmRow::conversation))
        .values()
        .forEach(verdict::checkArrival);
    evidence.rows().stream()
        .collect(groupingBy(CrmRow::conversation))
        .values()
        .forEach(verdict::checkSequence);
    return verdict;
  }

  private void checkRows() {
    Map<Posted, List<CrmRow>> rows = new HashMap<>();
    for (CrmRow row : evidence.rows()) {
      if (!byKey.containsKey(row.key())) {
        report(Finding.NEVER_POSTED, row.key());
      }
      owner(row)
          .ifPresent(owner -> rows.computeIfAbsent(owner, none -> new ArrayList<>()).add(row));
    }
    byKey.forEach((key, posted) -> checkItem(key, posted, rows.getOrDefault(posted, List.of())));
  }

  /** Whose entry it is: by our key, or, should that be another, by what is written there. */
  private Optional<Posted> owner(CrmRow row) {
    return Optional.ofNullable(byKey.get(row.key()))
        .or(() -> Optional.ofNullable(byMark.get(row.text().split(" ", 2)[0])));
  }

  private void checkItem(String key, Posted posted, List<CrmRow> rows) {
    if (rows.size() > 1) {
      report(Finding.TWICE, key);
    }
    if (evidence.parked().containsKey(key)) {
      return;
    }
    if (rows.isEmpty()) {
      report(Finding.LOST, key);
    } else if (rows.stream().noneMatch(posted::isShownBy)) {
      report(Finding.WRONG_STATE, key);
    }
  }

  /** Where the CRM can be asked nothing is in doubt for ever, and no refusal was bound to last. */
  private void checkParked() {
    evidence
        .parked()
        .forEach(
            (key, reason) -> {
              if (evidence.strategy() != Strategy.NONE
                  || !reason.startsWith(MAY_HAVE_BEEN_WRITTEN)) {
                report(Finding.WRONGLY_PARKED, key);
              }
            });
  }

  /** What is parked has stepped out of its lane: the CRM may commit it whenever it likes. */
  private void checkArrival(List<CrmRow> creations) {
    Set<String> seen = new HashSet<>();
    int last = -1;
    for (CrmRow creation : creations) {
      Posted posted = byKey.get(creation.key());
      if (posted == null || !seen.add(creation.key())) {
        continue;
      }
      if (posted.position() > last) {
        last = posted.position();
      } else if (evidence.parked().containsKey(creation.key())) {
        steppedOut++;
      } else {
        report(Finding.OUT_OF_ORDER, creation.key());
      }
    }
  }

  /** The timeline is sorted by these numbers, whenever an entry came. */
  private void checkSequence(List<CrmRow> rows) {
    List<CrmRow> inOrder =
        rows.stream()
            .filter(row -> byKey.containsKey(row.key()))
            .sorted(Comparator.comparingInt(row -> byKey.get(row.key()).position()))
            .toList();
    for (int i = 1; i < inOrder.size(); i++) {
      CrmRow before = inOrder.get(i - 1);
      CrmRow row = inOrder.get(i);
      if (!row.key().equals(before.key()) && row.sequence() <= before.sequence()) {
        report(Finding.OUT_OF_ORDER, row.key());
      }
    }
  }

  private void report(Finding finding, String key) {
    found.get(finding).add(key);
  }

  /** The items about which this was found. */
  Set<String> found(Finding finding) {
    return found.get(finding);
  }

  /** Parked entries that the CRM made after later ones of their conversation; they may. */
  int steppedOut() {
    return steppedOut;
  }

  boolean isClean() {
    return found.values().stream().allMatch(Set::isEmpty);
  }

  /** What was posted under a key, if anything was. */
  Optional<Posted> posted(String key) {
    return Optional.ofNullable(byKey.get(key));
  }
}
