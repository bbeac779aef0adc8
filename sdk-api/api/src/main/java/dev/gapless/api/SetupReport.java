// SPDX-License-Identifier: Apache-2.0
package dev.gapless.api;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a check of a connection's set-up found; empty findings mean that it can work.
 *
 * @param findings every problem, all at once
 * @param notes what works today and will not for ever, as a token or a version about to end
 */
public record SetupReport(List<Finding> findings, List<Finding> notes) {
  public SetupReport {
    findings = List.copyOf(findings);
    notes = List.copyOf(notes);
  }

  /** A report without notes. */
  public SetupReport(List<Finding> findings) {
    this(findings, List.of());
  }

  /** Nothing to mend. */
  public static SetupReport ok() {
    return new SetupReport(List.of());
  }

  /** Whether it can work. */
  public boolean isOk() {
    return findings.isEmpty();
  }

  /** All findings in one text, one a line. */
  public String summary() {
    return findings.stream().map(Finding::summary).collect(Collectors.joining("\n"));
  }

  /**
   * One problem.
   *
   * @param category {@link Refusal.Category#SETUP}, or what kept us from looking
   * @param subject the field, right or setting
   * @param problem what is wrong with it
   * @param remedy what somebody has to do
   */
  public record Finding(Refusal.Category category, String subject, String problem, String remedy) {
    /** One line. */
    public String summary() {
      return subject + ": " + problem + ". " + remedy;
    }
  }
}
