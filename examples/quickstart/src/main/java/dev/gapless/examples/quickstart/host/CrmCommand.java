// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.host;

import dev.gapless.examples.quickstart.console.Arguments;
import dev.gapless.examples.quickstart.console.Command;
import dev.gapless.examples.quickstart.console.Console;
import dev.gapless.examples.quickstart.crm.DemoCrm;
import java.util.List;
import java.util.Set;

/** {@code crm [--port N]}: the demo CRM alone, until the process is ended. */
public final class CrmCommand implements Command {
  private static final String PORT = "--port";

  private final Console console;

  public CrmCommand(Console console) {
    this.console = console;
  }

  @Override
  public int run(List<String> words) {
    Arguments arguments = Arguments.of("crm", Set.of(), Set.of(PORT), words).nothingElse();
    DemoCrm crm = DemoCrms.start(arguments.port(PORT));
    Lifetime.closeAtEnd(crm::close);
    console.say("listening on " + crm.url());
    console.say("A host writes to it with these lines in its gapless.properties:");
    console.say("");
    console.say(DemoSettings.crm(crm.url()));
    console.say("It keeps everything in memory. Ctrl-C ends it.");
    Lifetime.untilEnded();
    return 0;
  }
}
