// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.host;

import dev.gapless.engine.Gapless;
import dev.gapless.examples.quickstart.console.Arguments;
import dev.gapless.examples.quickstart.console.Command;
import dev.gapless.examples.quickstart.console.Console;
import dev.gapless.examples.quickstart.console.Place;
import dev.gapless.examples.quickstart.console.UsageException;
import dev.gapless.examples.quickstart.crm.DemoCrm;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code host [--config FILE] [--port N]}: the host with the settings of a file, or with a demo CRM
 * of its own, until the process is ended.
 */
public final class HostCommand implements Command {
  private static final String CONFIG = "--config";
  private static final String PORT = "--port";

  private final Console console;
  private final Path folder;

  /**
   * @param folder where the files of a demo go, and word of where the host is
   */
  public HostCommand(Console console, Path folder) {
    this.console = console;
    this.folder = folder;
  }

  @Override
  public int run(List<String> words) {
    Arguments arguments = Arguments.of("host", Set.of(), Set.of(CONFIG, PORT), words).nothingElse();
    Optional<Integer> port = arguments.port(PORT);
    Optional<Path> config = arguments.value(CONFIG).map(HostCommand::path);
    if (config.isPresent()) {
      serve(config.get(), port);
    } else {
      demo(port);
    }
    Lifetime.untilEnded();
    return 0;
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new UsageException("host: " + CONFIG + " is no path that this system can name");
    }
  }

  private void serve(Path config, Optional<Integer> port) {
    Host host = Host.open(Gapless.fromProperties(config).build(), port);
    Lifetime.closeAtEnd(
        () -> {
          HostFile.remove(folder, host.url());
          host.close();
        });
    HostFile.write(folder, host.url());
    console.say("listening on " + host.url());
  }

  private void demo(Optional<Integer> port) {
    DemoCrm crm = DemoCrms.start(Optional.empty());
    Path run = RunFolder.make(folder, "host", Instant.now());
    Path settings = DemoSettings.write(run, crm.url());
    serve(settings, port);
    console.say("CRM on " + crm.url() + ", in memory");
    console.say("settings " + Place.fromHere(settings));
    console.say("journal  " + Place.fromHere(DemoSettings.journal(run)));
    console.say("try      " + Place.call() + " send whatsapp FILE…");
    console.say("Ctrl-C ends both.");
  }
}
