// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.story;

import dev.gapless.engine.Audit;
import dev.gapless.engine.DeepAudit;
import dev.gapless.engine.Gapless;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The end of the story in figures, from three sides that do not know each other: what the platform
 * was acknowledged, what the journal says, and what the CRM has.
 */
record Books(Platform platform, Audit audit, DeepAudit deep, JournalSide journal, CrmSide crm) {

  static Books read(Platform platform, Gapless gapless, CrmWitness crm) {
    return new Books(
        platform,
        gapless.audit().get(0),
        gapless.deepAudit().get(0),
        JournalSide.of(gapless, platform.kinds()),
        CrmSide.of(crm));
  }

  boolean balanced() {
    return problems().isEmpty();
  }

  /** Everything that does not fit, in words; empty is what was promised. */
  List<String> problems() {
    List<String> problems = new ArrayList<>();
    expect(audit.balances(), "the books do not balance", problems);
    expect(deep.agrees(), "a second count of the journal's rows differs from its books", problems);
    expect(audit.waiting() == 0, "events still waiting: " + audit.waiting(), problems);
    expect(
        audit.received() == platform.events() && audit.repeats() == platform.repeats(),
        "the journal has not counted what was acknowledged",
        problems);
    expect(written().equals(crm.totals()), "the CRM's entries differ from the journal's", problems);
    expect(
        journal.entryIds().equals(crm.entryIds()),
        "the journal knows other entries than the CRM has",
        problems);
    expect(crm.twice() == 0, "entries made twice: " + crm.twice(), problems);
    expect(crm.outOfOrder() == 0, "entries out of order: " + crm.outOfOrder(), problems);
    return problems;
  }

  private static void expect(boolean holds, String otherwise, List<String> problems) {
    if (!holds) {
      problems.add(otherwise);
    }
  }

  private Map<Total, Long> written() {
    Map<Total, Long> written = new TreeMap<>(journal.totals());
    written.keySet().removeIf(total -> !total.outcome().equals(Total.WRITTEN));
    return written;
  }
}
