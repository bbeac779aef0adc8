// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.host;

import dev.gapless.api.SetupReport;
import dev.gapless.engine.Gapless;
import dev.gapless.examples.quickstart.console.Arguments;
import dev.gapless.examples.quickstart.console.Command;
import dev.gapless.examples.quickstart.console.Console;
import dev.gapless.examples.quickstart.console.Plain;
import dev.gapless.examples.quickstart.console.UsageException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code check --config FILE [--repair CHANNEL]}: asks every connection of a settings file whether
 * its set-up is right. Takes the journal meanwhile, for it holds rotated tokens; a host that runs
 * on it answers the same at {@code /check}.
 */
public final class CheckCommand implements Command {
  private static final String CONFIG = "--config";
  private static final String REPAIR = "--repair";
  private static final int LONGEST_LINE = 600;

  private final Console console;

  public CheckCommand(Console console) {
    this.console = console;
  }

  @Override
  public int run(List<String> words) {
    Arguments arguments =
        Arguments.of("check", Set.of(), Set.of(CONFIG, REPAIR), words).nothingElse();
    Path config =
        arguments
            .value(CONFIG)
            .map(CheckCommand::path)
            .orElseThrow(() -> new UsageException("check: say which settings, with " + CONFIG));
    try (Gapless gapless = Gapless.fromProperties(config).build()) {
      arguments.value(REPAIR).ifPresent(channel -> repair(gapless, channel));
      Map<String, SetupReport> reports = gapless.checkSetup();
      reports.forEach(this::say);
      return reports.values().stream().allMatch(SetupReport::isOk) ? 0 : 1;
    }
  }

  private static void repair(Gapless gapless, String channel) {
    try {
      gapless.repairSetup(channel);
    } catch (IllegalArgumentException e) {
      throw new UsageException("check: " + e.getMessage());
    }
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new UsageException("check: " + CONFIG + " is no path that this system can name");
    }
  }

  private void say(String connection, SetupReport report) {
    console.say(connection + (report.isOk() ? ": fine" : ":"));
    report.findings().forEach(one -> console.say("  WRONG " + line(one)));
    report.notes().forEach(one -> console.say("  note  " + line(one)));
  }

  private static String line(SetupReport.Finding finding) {
    return Plain.line(finding.summary(), LONGEST_LINE);
  }
}
