// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.send;

import dev.gapless.api.channel.Item;
import dev.gapless.api.channel.WebhookReceiver;
import dev.gapless.examples.quickstart.channel.Connectors;
import dev.gapless.examples.quickstart.channel.Payload;
import dev.gapless.examples.quickstart.console.Arguments;
import dev.gapless.examples.quickstart.console.Command;
import dev.gapless.examples.quickstart.console.Console;
import dev.gapless.examples.quickstart.console.Patience;
import dev.gapless.examples.quickstart.console.Place;
import dev.gapless.examples.quickstart.console.Plain;
import dev.gapless.examples.quickstart.console.ToldException;
import dev.gapless.examples.quickstart.console.UsageException;
import dev.gapless.examples.quickstart.host.DemoSettings;
import dev.gapless.examples.quickstart.host.Host;
import dev.gapless.examples.quickstart.host.HostFile;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code send [--host URL] [--secret S] [--account ID] CHANNEL FILE…}: posts everything first, then
 * says of each item what became of it.
 */
public final class SendCommand implements Command {
  private static final String HOST = "--host";
  private static final String SECRET = "--secret";
  private static final String ACCOUNT = "--account";
  private static final String USAGE =
      "send [--host URL] [--secret SECRET] [--account ID] CHANNEL FILE…";

  private final Console console;
  private final Path folder;
  private final Duration patience;

  /**
   * @param folder where a host that was started leaves word
   * @param patience how long items may stay on their way after the last was posted
   */
  public SendCommand(Console console, Path folder, Duration patience) {
    this.console = console;
    this.folder = folder;
    this.patience = patience;
  }

  @Override
  public int run(List<String> words) {
    Arguments arguments = Arguments.of("send", Set.of(), Set.of(HOST, SECRET, ACCOUNT), words);
    if (arguments.rest().size() < 2) {
      throw new UsageException("send: say which channel and which files: " + USAGE);
    }
    String channel = arguments.rest().get(0);
    WebhookReceiver reader = Connectors.reader(channel, arguments.value(ACCOUNT));
    String secret = arguments.value(SECRET).orElse(DemoSettings.APP_SECRET);
    if (secret.isBlank()) {
      throw new UsageException("send: " + SECRET + " is blank; no host takes that");
    }
    URI url = url(arguments);
    HostClient host = reached(url);
    console.say("to " + url + "/webhooks/" + channel);
    Sender sender = new Sender(host, channel, secret, reader);
    return report(post(arguments.rest().subList(1, arguments.rest().size()), sender), host);
  }

  private URI url(Arguments arguments) {
    try {
      URI url =
          arguments
              .value(HOST)
              .map(URI::create)
              .or(() -> HostFile.read(folder))
              .orElse(URI.create("http://127.0.0.1:" + Host.USUAL_PORT));
      if (url.getHost() != null) {
        return url;
      }
    } catch (IllegalArgumentException e) {
      // Told below, like an address without a host.
    }
    throw new UsageException("send: " + HOST + " must be an address like http://127.0.0.1:8085");
  }

  private static HostClient reached(URI url) {
    HostClient host = new HostClient(url);
    if (!host.isThere()) {
      throw new ToldException(
          "No host answers at "
              + url
              + ". Start one in another terminal:\n  "
              + Place.call()
              + " host");
    }
    return host;
  }

  private static List<Sent> post(List<String> files, Sender sender) {
    List<Sent> sent = new ArrayList<>();
    Payload.read(files).forEach(payload -> sent.addAll(sender.send(payload)));
    return sent;
  }

  private int report(List<Sent> sent, HostClient host) {
    long end = System.nanoTime() + patience.toNanos();
    Map<Fate.Outcome, Integer> totals = new EnumMap<>(Fate.Outcome.class);
    for (Sent one : sent) {
      Fate fate = one.item().map(item -> followed(one, item, host, end)).orElse(one.fate());
      totals.merge(fate.outcome(), 1, Integer::sum);
      console.say(Plain.line(line(one, fate)));
    }
    console.say(total(sent, totals));
    if (totals.containsKey(Fate.Outcome.WAITING)) {
      host.stopped()
          .forEach(
              (crm, why) -> console.say(Plain.line("nothing goes to CRM '" + crm + "': " + why)));
    }
    boolean open =
        totals.containsKey(Fate.Outcome.WAITING) || totals.containsKey(Fate.Outcome.ERROR);
    return open ? 1 : 0;
  }

  private static Fate followed(Sent one, Item item, HostClient host, long end) {
    if (one.fate().outcome() != Fate.Outcome.WAITING) {
      return one.fate();
    }
    try {
      return Patience.until(
          () -> Fate.of(item, host.trace(item.event().item())),
          fate -> fate.outcome() != Fate.Outcome.WAITING,
          Duration.ofNanos(Math.max(0, end - System.nanoTime())));
    } catch (ToldException e) {
      return new Fate(Fate.Outcome.ERROR, e.getMessage());
    }
  }

  private static String line(Sent one, Fate fate) {
    return one.file()
        + ": "
        + one.item().map(item -> ItemName.of(item) + ": ").orElse("")
        + fate.shown()
        + (one.seenBefore() ? ", seen before" : "");
  }

  private String total(List<Sent> sent, Map<Fate.Outcome, Integer> totals) {
    long files = sent.stream().map(Sent::file).distinct().count();
    String outcomes =
        totals.entrySet().stream()
            .map(entry -> entry.getValue() + " " + entry.getKey().label())
            .collect(Collectors.joining(", "));
    String waited =
        totals.containsKey(Fate.Outcome.WAITING)
            ? " (still so " + patience.toSeconds() + " s after the last was posted)"
            : "";
    long again = sent.stream().filter(Sent::seenBefore).count();
    String repeats = again > 0 ? "; " + again + " of them seen before" : "";
    return count(files, "file")
        + ", "
        + count(sent.size(), "item")
        + ": "
        + outcomes
        + waited
        + repeats;
  }

  private static String count(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
