// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.graph.setup;

import dev.gapless.api.Refusal;
import dev.gapless.api.Refusal.Category;
import dev.gapless.api.SetupReport;
import dev.gapless.api.SetupReport.Finding;
import dev.gapless.api.config.ConfigurationException;
import dev.gapless.http.graph.GraphAccess;
import dev.gapless.http.graph.GraphAnswer;
import dev.gapless.http.graph.GraphResult;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Collects what a check of a set-up finds. For one thread. */
public final class Findings {
  private final List<Finding> problems = new ArrayList<>();
  private final List<Finding> notes = new ArrayList<>();

  public Findings() {}

  /** Something that keeps it from working, and what somebody has to do. */
  public void problem(String subject, String problem, String remedy) {
    problems.add(new Finding(Category.SETUP, subject, problem, remedy));
  }

  /** Something that works today. */
  public void note(String subject, String note, String remedy) {
    notes.add(new Finding(Category.SETUP, subject, note, remedy));
  }

  /** Something the platform refused to tell or to do. */
  public void refused(String subject, Refusal refusal) {
    problems.add(
        new Finding(
            refusal.category(), subject, refusal.summary(), "Then check the set-up once more"));
  }

  /** A secret that cannot be looked up now. */
  public void unusable(ConfigurationException problem) {
    refused("configuration", GraphAccess.refusal(problem));
  }

  /** The answer of a call that looks at the subject; none is a finding. */
  public Optional<GraphAnswer> answered(String subject, GraphResult result) {
    if (result instanceof GraphResult.Answered answered) {
      return Optional.of(answered.answer());
    }
    refused(subject, ((GraphResult.Unanswered) result).refusal());
    return Optional.empty();
  }

  /** A problem for each wanted name that is not there. */
  public void missing(
      String what, Collection<String> wanted, Collection<String> there, String remedy) {
    wanted.stream()
        .filter(name -> !there.contains(name))
        .forEach(name -> problem(what + " " + name, "missing", remedy));
  }

  /** Whether more questions are in vain: the platform is not reached or does not take the token. */
  public boolean isEnough() {
    return problems.stream()
        .map(Finding::category)
        .anyMatch(each -> each == Category.OUTAGE || each == Category.AUTHENTICATION);
  }

  /** All there is. */
  public SetupReport report() {
    return new SetupReport(problems, notes);
  }
}
