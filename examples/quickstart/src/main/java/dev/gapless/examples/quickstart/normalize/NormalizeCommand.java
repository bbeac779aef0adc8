// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.normalize;

import dev.gapless.api.channel.Item;
import dev.gapless.api.channel.WebhookReceiver;
import dev.gapless.examples.quickstart.channel.Connectors;
import dev.gapless.examples.quickstart.channel.Envelope;
import dev.gapless.examples.quickstart.channel.Payload;
import dev.gapless.examples.quickstart.console.Arguments;
import dev.gapless.examples.quickstart.console.Command;
import dev.gapless.examples.quickstart.console.Console;
import dev.gapless.examples.quickstart.console.UsageException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/** {@code normalize [--account ID] CHANNEL FILE…}: reads, sends nothing, keeps nothing. */
public final class NormalizeCommand implements Command {
  private static final String ACCOUNT = "--account";

  private final Console console;

  public NormalizeCommand(Console console) {
    this.console = console;
  }

  @Override
  public int run(List<String> words) {
    Arguments arguments = Arguments.of("normalize", Set.of(), Set.of(ACCOUNT), words);
    if (arguments.rest().size() < 2) {
      throw new UsageException(
          "normalize: say which channel and which files: normalize [--account ID] CHANNEL FILE…");
    }
    WebhookReceiver reader = Connectors.reader(arguments.rest().get(0), arguments.value(ACCOUNT));
    List<String> files = arguments.rest().subList(1, arguments.rest().size());
    ItemLine line = new ItemLine(arguments.rest().get(0), noPlatformsTime());
    Payload.read(files).forEach(payload -> lines(payload, reader, line));
    return 0;
  }

  /** An instant that no platform can name, so that one can tell it from theirs. */
  private static Instant noPlatformsTime() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS).plusNanos(1);
  }

  private void lines(Payload payload, WebhookReceiver reader, ItemLine line) {
    if (payload instanceof Payload.Body body) {
      lines(body, reader, line);
    } else if (payload instanceof Payload.Problem problem) {
      console.say(line.error(problem.file(), problem.error()));
    }
  }

  private void lines(Payload.Body body, WebhookReceiver reader, ItemLine line) {
    try {
      for (Item item :
          reader.split(Envelope.around(line.channel(), body.bytes()), line.receivedAt())) {
        console.say(line.of(body.file(), item));
      }
    } catch (RuntimeException e) {
      // The engine would park such a body whole; only the class, for the message may quote it.
      console.say(
          line.error(body.file(), "the connector broke with " + e.getClass().getSimpleName()));
    }
  }
}
