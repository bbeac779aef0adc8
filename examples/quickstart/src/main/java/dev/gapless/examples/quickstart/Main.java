// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart;

import dev.gapless.api.GaplessException;
import dev.gapless.api.config.NearestName;
import dev.gapless.examples.quickstart.classify.ClassifyCommand;
import dev.gapless.examples.quickstart.console.Command;
import dev.gapless.examples.quickstart.console.Console;
import dev.gapless.examples.quickstart.console.Place;
import dev.gapless.examples.quickstart.console.Plain;
import dev.gapless.examples.quickstart.console.ToldException;
import dev.gapless.examples.quickstart.console.UsageException;
import dev.gapless.examples.quickstart.console.Version;
import dev.gapless.examples.quickstart.host.CheckCommand;
import dev.gapless.examples.quickstart.host.CrmCommand;
import dev.gapless.examples.quickstart.host.HostCommand;
import dev.gapless.examples.quickstart.normalize.NormalizeCommand;
import dev.gapless.examples.quickstart.send.SendCommand;
import dev.gapless.examples.quickstart.story.StoryCommand;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The command line: a command and what belongs to it; without a command, the story. */
public final class Main {
  private static final int FAILED = 1;
  private static final int MISUSED = 2;
  private static final Set<String> HELP = Set.of("help", "--help", "-h");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final String USAGE =
      """
      story [--once] [--crm salesforce]               plays a short story and shows the books (default);
                                                      stays for 'send', or ends with --once; before your
                                                      own org with --crm salesforce
      normalize [--account ID] CHANNEL FILE…          shows what is read in payloads, a JSON line per item
      send [--host URL] [--secret S] [--account ID] CHANNEL FILE…
                                                      signs and posts payloads, says what became of each item
      host [--config FILE] [--port N]                 takes webhooks, with your settings or a demo CRM
      check --config FILE [--repair CHANNEL]          asks every connection whether its set-up is right
      crm [--port N]                                  the demo CRM alone
      classify salesforce FILE…                       says what recorded answers of a CRM mean
      help                                            this

      A FILE may be a folder: its *.json files are taken.""";

  private final Console console;
  private final Map<String, Supplier<Command>> commands;

  Main(Console console, Path folder) {
    this.console = console;
    this.commands =
        Map.of(
            "story", () -> new StoryCommand(console, folder),
            "normalize", () -> new NormalizeCommand(console),
            "send", () -> new SendCommand(console, folder, PATIENCE),
            "host", () -> new HostCommand(console, folder),
            "check", () -> new CheckCommand(console),
            "crm", () -> new CrmCommand(console),
            "classify", () -> new ClassifyCommand(console));
  }

  public static void main(String[] args) {
    // Read by the logger's settings, so before the first logger is made.
    System.setProperty("quickstart.folder", Place.folder().toString());
    System.exit(new Main(Console.standard(), Place.folder()).run(List.of(args)));
  }

  /** Runs what the words say; returns the exit status. */
  int run(List<String> words) {
    try {
      return dispatch(words);
    } catch (UsageException e) {
      console.complain(e.getMessage());
      console.complain("'" + Place.call() + " help' lists what there is");
      return MISUSED;
    } catch (ToldException e) {
      console.complain(e.getMessage());
      return FAILED;
    } catch (GaplessException e) {
      console.complain(String.valueOf(e.getMessage()));
      return FAILED;
    }
  }

  private int dispatch(List<String> words) {
    if (words.stream().findFirst().filter(HELP::contains).isPresent()) {
      console.say("Gapless " + Version.ofThis() + "\n\n" + Place.call() + " …\n\n" + USAGE);
      return 0;
    }
    boolean named = !words.isEmpty() && !words.get(0).startsWith("-");
    String name = named ? words.get(0) : "story";
    if (!commands.containsKey(name)) {
      throw new UsageException(
          "there is no command '"
              + Plain.line(name, 60)
              + "'. "
              + NearestName.hint(name, commands.keySet().stream().sorted().toList()));
    }
    return commands.get(name).get().run(named ? words.subList(1, words.size()) : words);
  }
}
