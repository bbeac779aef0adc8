// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.soak;

import dev.gapless.api.Delivery;
import dev.gapless.engine.Gapless;
import dev.gapless.engine.Trace;
import dev.gapless.examples.quickstart.console.Console;
import java.util.List;

/** Shows the way of each item that something was found about, without its text. */
final class Offenders {
  private static final int MOST = 10;

  private final Console console;
  private final Gapless gapless;
  private final Evidence evidence;

  Offenders(Console console, Gapless gapless, Evidence evidence) {
    this.console = console;
    this.gapless = gapless;
    this.evidence = evidence;
  }

  void print(CrashVerdict verdict) {
    for (Finding finding : Finding.values()) {
      verdict.found(finding).stream().limit(MOST).forEach(key -> print(finding, key, verdict));
    }
  }

  private void print(Finding finding, String key, CrashVerdict verdict) {
    console.say("");
    console.say(finding.label() + " " + key);
    evidence.rows().stream()
        .filter(row -> row.key().equals(key))
        .forEach(
            row -> console.say("  CRM has it " + row.action() + ", sequence " + row.sequence()));
    List<String> order = evidence.creations().stream().map(CrmRow::key).toList();
    for (int i = 0; i < order.size(); i++) {
      if (order.get(i).equals(key)) {
        console.say("  CRM made it as entry " + (i + 1));
      }
    }
    verdict.posted(key).ifPresent(this::print);
  }

  private void print(Posted posted) {
    console.say("  posted as " + posted.mark() + ", last " + posted.action());
    gapless
        .trace(posted.key())
        .ifPresentOrElse(this::print, () -> console.say("  the journal does not know it"));
  }

  private void print(Trace trace) {
    for (Trace.Event event : trace.events()) {
      console.say(
          "  "
              + event.sequence()
              + " "
              + event.change()
              + event.rule().map(rule -> ", " + rule).orElse(""));
    }
    for (Delivery delivery : trace.deliveries()) {
      console.say(
          "  delivery %s, attempts %d, entry %s%s"
              .formatted(
                  delivery.state(),
                  delivery.attempts(),
                  delivery.refs().entry().orElse("none"),
                  delivery.reason().map(reason -> ", " + reason).orElse("")));
    }
  }
}
