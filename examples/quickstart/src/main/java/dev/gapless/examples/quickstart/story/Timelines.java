// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.story;

import dev.gapless.examples.quickstart.console.Console;
import dev.gapless.examples.quickstart.console.Plain;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Shows the CRM's timelines as an agent would see them. */
final class Timelines {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** Text comes last on its line: one that runs from right to left then disturbs nothing. */
  private static final int LONGEST_TEXT = 60;

  private final Console console;

  Timelines(Console console) {
    this.console = console;
  }

  /**
   * Shows one timeline after the other, then the inbox.
   *
   * @param people their names by the CRM's ids
   */
  void show(List<CrmEntry> entries, Map<String, String> people) {
    people.forEach((id, name) -> show(id + "  " + name, of(entries, Optional.of(id))));
    show("inbox (nobody the CRM knows, or nobody in particular)", of(entries, Optional.empty()));
  }

  private static List<CrmEntry> of(List<CrmEntry> entries, Optional<String> person) {
    return entries.stream()
        .filter(entry -> entry.person().equals(person))
        .sorted(CrmEntry.TIMELINE)
        .toList();
  }

  private void show(String title, List<CrmEntry> entries) {
    console.say("");
    console.say("    " + Plain.line(title));
    show("in private", "private", entries);
    show("in public", "public", entries);
  }

  /** What only the two of them can read, apart from what everybody can. */
  private void show(String title, String visibility, List<CrmEntry> entries) {
    List<CrmEntry> some =
        entries.stream().filter(entry -> entry.visibility().equals(visibility)).toList();
    if (!some.isEmpty()) {
      console.say("      " + title);
      some.forEach(entry -> console.say("        " + line(entry)));
    }
  }

  private static String line(CrmEntry entry) {
    return String.format(
        Locale.ROOT,
        "%s  %-5s %-3s  %-11s %-8s  %s",
        TIME.format(entry.occurredAt()),
        entry.id(),
        entry.direction(),
        entry.kind(),
        entry.action(),
        Plain.line(entry.text(), LONGEST_TEXT));
  }
}
