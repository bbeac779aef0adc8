// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.graph.setup;

import dev.gapless.http.graph.GraphVersion;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Compares versions of the Graph API with the table of what is answered until when. */
final class VersionCheck {
  private static final Period EARLY = Period.ofDays(90);

  private final Clock clock;

  VersionCheck(Clock clock) {
    this.clock = clock;
  }

  /**
   * @param subject where the version is named
   * @param remedy what to do about an old one
   */
  void run(String subject, String version, String remedy, Findings found) {
    Optional<GraphVersion> known = GraphVersion.find(version);
    if (known.isEmpty()) {
      unknown(subject, version, remedy, found);
      return;
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    Optional<LocalDate> end = known.get().ends();
    if (end.filter(day -> day.isBefore(today)).isPresent()) {
      found.problem(subject, version + " ended on " + end.get(), remedy);
    } else if (end.filter(day -> day.isBefore(today.plus(EARLY))).isPresent()) {
      found.note(subject, version + " ends on " + end.get(), remedy);
    }
  }

  private static void unknown(String subject, String version, String remedy, Findings found) {
    List<GraphVersion> known = GraphVersion.known();
    if (number(version) < number(known.get(known.size() - 1).name())) {
      found.problem(subject, version + " ended long ago", remedy);
    } else {
      found.note(
          subject,
          version + " is newer than this release, which cannot tell when it ends",
          "Look it up in the changelog of the Graph API");
    }
  }

  private static int number(String version) {
    return Integer.parseInt(version.substring(1, version.indexOf('.')));
  }
}
