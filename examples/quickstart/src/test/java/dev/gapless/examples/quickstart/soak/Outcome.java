// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.soak;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * How a run ended.
 *
 * @param calls how often each route of the CRM was called
 */
record Outcome(
    RunOptions options,
    Aftermath aftermath,
    Evidence evidence,
    CrashVerdict verdict,
    JsonNode calls) {

  /** Everything that must not be, in words; empty is what was promised. */
  List<String> problems() {
    JsonNode books = aftermath.books();
    List<String> problems = new ArrayList<>();
    for (Finding finding : Finding.values()) {
      expect(verdict.found(finding).isEmpty(), finding.label() + " is not 0", problems);
    }
    expect(
        aftermath.unanswered() == 0,
        aftermath.unanswered() + " webhooks were never acknowledged",
        problems);
    long waiting = books.path("waiting").asLong();
    expect(waiting == 0, waiting + " events still wait", problems);
    expect(books.path("balances").asBoolean(), "the books do not balance", problems);
    expect(
        books.path("agrees").asBoolean(),
        "a second count of the journal's rows differs from its books",
        problems);
    expect(
        books.path("received").asLong() == aftermath.tally().acknowledgedEvents(),
        "the journal has received another number of events than were acknowledged",
        problems);
    return problems;
  }

  private static void expect(boolean holds, String otherwise, List<String> problems) {
    if (!holds) {
      problems.add(otherwise);
    }
  }
}
