// SPDX-License-Identifier: Apache-2.0
package dev.gapless.api.crm;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a check of the CRM's set-up found; empty findings mean that entries can be written.
 *
 * @param findings every problem, all at once
 */
public record SetupReport(List<Finding> findings) {
  public SetupReport {
    findings = List.copyOf(findings);
  }

  /** Nothing to mend. */
  public static SetupReport ok() {
    return new SetupReport(List.of());
  }

  /** Whether entries can be written. */
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
