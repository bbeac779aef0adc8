// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.story;

import dev.gapless.engine.Audit;
import dev.gapless.examples.quickstart.console.Arguments;
import dev.gapless.examples.quickstart.console.Command;
import dev.gapless.examples.quickstart.console.Console;
import dev.gapless.examples.quickstart.console.Place;
import dev.gapless.examples.quickstart.console.UsageException;
import dev.gapless.examples.quickstart.console.Version;
import dev.gapless.examples.quickstart.host.DemoSettings;
import dev.gapless.examples.quickstart.host.Lifetime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code story [--once] [--crm salesforce]}: plays, reports, and stays for those who want to try
 * more.
 */
public final class StoryCommand implements Command {
  private static final String ONCE = "--once";
  private static final String CRM = "--crm";
  private static final String SALESFORCE = "salesforce";
  private static final Duration OUTAGE = Duration.ofSeconds(10);

  private final Console console;
  private final Path folder;
  private final Duration outage;

  /**
   * @param folder where journal and report go
   */
  public StoryCommand(Console console, Path folder) {
    this(console, folder, OUTAGE);
  }

  StoryCommand(Console console, Path folder, Duration outage) {
    this.console = console;
    this.folder = folder;
    this.outage = outage;
  }

  @Override
  public int run(List<String> words) {
    Arguments arguments = Arguments.of("story", Set.of(ONCE), Set.of(CRM), words).nothingElse();
    Optional<String> crm = arguments.value(CRM).filter(name -> !name.equals(DemoSettings.CRM));
    if (crm.isPresent()) {
      return playBefore(crm.get());
    }
    boolean once = arguments.has(ONCE);
    console.say(
        "Gapless " + Version.ofThis() + ": a host, a CRM and a few customers, all on this machine");
    new Report(folder).clear();
    return once ? playOnce() : playAndStay();
  }

  private int playBefore(String crm) {
    if (!crm.equals(SALESFORCE)) {
      throw new UsageException(
          "story: " + CRM + " must be " + DemoSettings.CRM + " or " + SALESFORCE);
    }
    OrgCredentials org = OrgCredentials.of(System.getenv());
    console.say("Gapless " + Version.ofThis() + ": a host on this machine, your org of Salesforce");
    return new OrgStory(console, folder, org, name -> "${env:" + name + "}").tell() ? 0 : 1;
  }

  private int playOnce() {
    try (Stage stage = Stage.set(folder)) {
      boolean balanced = play(stage);
      next(stage, true);
      return balanced ? 0 : 1;
    }
  }

  private int playAndStay() {
    Stage stage = Stage.set(folder);
    Lifetime.closeAtEnd(stage::close);
    boolean balanced = play(stage);
    next(stage, false);
    Lifetime.untilEnded();
    return balanced ? 0 : 1;
  }

  private boolean play(Stage stage) {
    console.say("");
    console.say(
        "    host  " + stage.host().url() + "  takes the webhooks, as your application would");
    console.say(
        "    CRM   "
            + stage.crm().url()
            + "  in memory, with "
            + stage.people().size()
            + " people in it");
    new Story(stage, new Teller(console), outage).tell();
    Books books = stage.books();
    new Report(folder).write(books);
    timelines(stage, books);
    audit(books);
    return books.balanced();
  }

  private void timelines(Stage stage, Books books) {
    console.say("");
    console.say(
        "The timelines, as the CRM has them, sorted by (occurred-at, sequence); times in UTC");
    new Timelines(console).show(books.crm().entries(), stage.people());
  }

  private void audit(Books books) {
    Audit audit = books.audit();
    console.say("");
    console.say("The books of CRM '" + audit.crm() + "', which says of itself: " + audit.once());
    console.say("");
    console.say(
        "    received %d = written %d + parked %d + ignored %d + erased %d + waiting %d%s"
            .formatted(
                audit.received(),
                audit.written(),
                audit.parked(),
                audit.ignored(),
                audit.erased(),
                audit.waiting(),
                audit.balances() ? "" : "   DOES NOT BALANCE"));
    audit
        .ignoredByRule()
        .forEach((rule, count) -> console.say("    ignored by rule '" + rule + "': " + count));
    console.say("    repeats, counted beside: " + audit.repeats());
    console.say(
        "    counted again from the journal's rows: "
            + (books.deep().agrees() ? "agrees" : "DIFFERS"));
    CrmSide crm = books.crm();
    console.say(
        "    read back from the CRM: %d entries by %d creates and %d updates; %d twice, %d out of order"
            .formatted(
                crm.entries().size(), crm.creates(), crm.updates(), crm.twice(), crm.outOfOrder()));
    console.say("");
    books.problems().forEach(problem -> console.say("    PROBLEM: " + problem));
    console.say(books.balanced() ? "The books balance." : "The books do not balance.");
  }

  private void next(Stage stage, boolean once) {
    console.say("");
    console.say("Written: report    " + Place.fromHere(new Report(folder).file()));
    console.say("         journal   " + Place.fromHere(stage.journal()));
    console.say("         settings  " + Place.fromHere(stage.settings()));
    console.say("         log       " + Place.fromHere(folder.resolve("quickstart.log")));
    console.say("");
    console.say("To try next:");
    console.say("  " + Place.call() + " normalize facebook " + payloads("facebook"));
    if (once) {
      console.say("  " + Place.call() + "    the same story, and it stays for 'send'");
    } else {
      console.say(
          "  "
              + Place.call()
              + " send whatsapp "
              + payloads("whatsapp")
              + "    in another terminal");
      console.say("");
      console.say("Host and CRM stay up for that. Ctrl-C ends them.");
    }
  }

  private String payloads(String channel) {
    Path payloads = folder.resolveSibling("payloads").resolve(channel);
    return Files.isDirectory(payloads) ? Place.fromHere(payloads).toString() : "FILE…";
  }
}
