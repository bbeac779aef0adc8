// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.story;

import dev.gapless.api.Delivery;
import dev.gapless.api.ItemKey;
import dev.gapless.engine.Audit;
import dev.gapless.engine.Gapless;
import dev.gapless.examples.quickstart.console.Console;
import dev.gapless.examples.quickstart.console.Patience;
import dev.gapless.examples.quickstart.console.Place;
import dev.gapless.examples.quickstart.console.Plain;
import dev.gapless.examples.quickstart.host.DemoSettings;
import dev.gapless.examples.quickstart.host.Host;
import dev.gapless.examples.quickstart.host.RunFolder;
import dev.gapless.examples.quickstart.send.HostClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Two messages and an edit, written to a real org; nothing else is changed there. */
final class OrgStory {
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

  private final Console console;
  private final Path folder;
  private final OrgCredentials org;
  private final UnaryOperator<String> reference;

  /**
   * @param reference what stands in the settings for a variable of the environment
   */
  OrgStory(Console console, Path folder, OrgCredentials org, UnaryOperator<String> reference) {
    this.console = console;
    this.folder = folder;
    this.org = org;
    this.reference = reference;
  }

  /** Returns whether everything arrived. */
  boolean tell() {
    Path run = RunFolder.make(folder, "salesforce", Instant.now());
    Path settings = DemoSettings.write(run, org.settings(reference));
    console.say("settings " + Place.fromHere(settings) + ", without your secrets");
    try (Host host = Host.open(Gapless.fromProperties(settings).build(), Optional.of(0))) {
      Platform platform = new Platform(new HostClient(host.url()), DemoSettings.APP_SECRET);
      deliver(platform, Instant.now());
      console.say("two messages and an edit of the first are acknowledged; on their way …");
      boolean settled =
          Patience.until(
              () -> audit(host).waiting() == 0 || audit(host).stopped().isPresent(), LONGEST_WAIT);
      return settled && report(host, platform);
    }
  }

  /** Ids of their own, so that each run makes entries of its own. */
  private static void deliver(Platform platform, Instant now) {
    String id = "wamid.quickstart-" + now.getEpochSecond() + "-";
    platform.deliver(
        new Webhook()
            .text(Customer.ZOE, id + "1", now.minusSeconds(60), "Hello! Is my order on its way?")
            .text(Customer.ZOE, id + "2", now.minusSeconds(30), "The blue one, I mean.")
            .bytes());
    platform.deliver(
        new Webhook()
            .edit(Customer.ZOE, id + "3", now, id + "1", "Hello! Is my parcel on its way?")
            .bytes());
  }

  private static Audit audit(Host host) {
    return host.gapless().audit().get(0);
  }

  private boolean report(Host host, Platform platform) {
    Audit audit = audit(host);
    audit
        .stopped()
        .ifPresent(why -> why.lines().forEach(line -> console.say("stopped  " + Plain.line(line))));
    boolean all = true;
    for (ItemKey key : platform.kinds().keySet()) {
      Optional<Delivery> delivery =
          host.gapless().trace(key).flatMap(trace -> trace.deliveries().stream().findFirst());
      Optional<String> entry = delivery.flatMap(one -> one.refs().entry());
      console.say(
          entry
              .map(id -> "written  " + org.link(id))
              .orElseGet(
                  () -> delivery.flatMap(Delivery::reason).map(Plain::line).orElse("waits")));
      all &= entry.isPresent();
    }
    console.say(
        "received %d = written %d + parked %d + ignored %d + waiting %d"
            .formatted(
                audit.received(),
                audit.written(),
                audit.parked(),
                audit.ignored(),
                audit.waiting()));
    return all && audit.waiting() == 0;
  }
}
