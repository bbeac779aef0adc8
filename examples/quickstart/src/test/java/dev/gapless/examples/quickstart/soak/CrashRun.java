// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.soak;

import dev.gapless.api.Delivery;
import dev.gapless.api.GaplessException;
import dev.gapless.engine.Gapless;
import dev.gapless.examples.quickstart.console.Console;
import dev.gapless.examples.quickstart.console.Place;
import dev.gapless.examples.quickstart.console.ToldException;
import dev.gapless.examples.quickstart.console.UsageException;
import dev.gapless.examples.quickstart.host.Lifetime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * {@code mvn -Psoak -Dkills=N [-Dseed=S] [-Dstrategy=enforced|confirmed|none]
 * [-Dcrm=demo|salesforce]}: kills a host N times under load and compares what it acknowledged with
 * what the CRM has. Only loopback addresses.
 *
 * <p>Exit status 0 if nothing was lost, twice or out of order and the books agree, 1 if anything
 * was, 2 if the command makes no sense. A seed repeats payloads, moments and faults as far as
 * chance decides them; how threads and processes interleave is the machine's own.
 */
public final class CrashRun {
  private static final int MOST_PARKED = 1_000_000;

  private final Console console;
  private final RunOptions options;
  private final Path folder;

  private CrashRun(Console console, RunOptions options, Path folder) {
    this.console = console;
    this.options = options;
    this.folder = folder;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    Console console = Console.standard();
    int status = 1;
    try {
      RunOptions options = RunOptions.of(System.getProperties(), Clock.systemUTC());
      Path folder = Place.folder().resolve("soak").resolve(options.name());
      makeEmpty(folder);
      // Read by the logger's settings, so before the first logger is made.
      System.setProperty("quickstart.folder", folder.toString());
      status = new CrashRun(console, options, folder).run() ? 0 : 1;
    } catch (UsageException e) {
      console.complain(e.getMessage());
      status = 2;
    } catch (ToldException | GaplessException e) {
      console.complain(e.getMessage());
    }
    System.exit(status);
  }

  private static void makeEmpty(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (Stream<Path> old = Files.walk(folder)) {
      for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
    Files.createDirectory(folder);
  }

  private boolean run() throws IOException, InterruptedException {
    console.say("Crash run. The same again: " + options.command());
    SplittableRandom random = new SplittableRandom(options.seed());
    LateCommits timer = new LateCommits();
    try (CrmServer crm = server(timer, random.split())) {
      Path settings = HostSettings.write(folder, crm);
      makePeople(crm);
      Trial trial = new Trial(options, crm, timer, settings, random);
      Lifetime.closeAtEnd(trial::abandon);
      return judge(trial.run(console), crm, settings);
    } finally {
      timer.shutdownNow();
    }
  }

  private CrmServer server(LateCommits timer, SplittableRandom random)
      throws IOException, InterruptedException {
    return options.isSalesforce()
        ? new SalesforceServer(timer, random)
        : new DemoServer(options.strategy(), timer, random);
  }

  /** Half of the customers are known to the CRM, the others' entries go to its inbox. */
  private static void makePeople(CrmServer crm) throws IOException, InterruptedException {
    for (int i = 0; i < Traffic.CONVERSATIONS; i += 2) {
      crm.makePerson("Person " + i, "+" + Talk.number(i));
    }
  }

  private boolean judge(Aftermath aftermath, CrmServer crm, Path settings)
      throws IOException, InterruptedException {
    try (Gapless gapless = Gapless.fromProperties(settings).build()) {
      Evidence evidence =
          new Evidence(
              options.strategy(), aftermath.posted(), crm.rows(), crm.creations(), parked(gapless));
      Outcome outcome =
          new Outcome(options, aftermath, evidence, CrashVerdict.of(evidence), crm.calls());
      Path report = folder.resolveSibling(options.name() + ".json");
      tell(outcome, report);
      new Offenders(console, gapless, evidence).print(outcome.verdict());
      return tellEnd(outcome.problems(), report);
    }
  }

  private static Map<String, String> parked(Gapless gapless) {
    Map<String, String> reasons = new HashMap<>();
    for (Delivery one : gapless.parked(HostSettings.CRM, MOST_PARKED)) {
      reasons.put(one.subject().sha256Hex(), one.reason().orElse(""));
    }
    return reasons;
  }

  private void tell(Outcome outcome, Path file) throws IOException {
    Report report = new Report(outcome);
    report.write(file);
    console.say("");
    report.print(console);
  }

  private boolean tellEnd(List<String> problems, Path report) {
    console.say("");
    problems.forEach(problem -> console.say("NOT AS PROMISED: " + problem));
    console.say(
        problems.isEmpty()
            ? "As promised: nothing lost, nothing twice, nothing out of order; the books agree."
            : "The same again: " + options.command());
    console.say("Report: " + report);
    return problems.isEmpty();
  }
}
