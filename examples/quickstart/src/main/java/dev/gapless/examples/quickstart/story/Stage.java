// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.story;

import dev.gapless.api.ItemKey;
import dev.gapless.engine.Audit;
import dev.gapless.engine.Gapless;
import dev.gapless.examples.quickstart.console.Patience;
import dev.gapless.examples.quickstart.console.Plain;
import dev.gapless.examples.quickstart.crm.DemoCrm;
import dev.gapless.examples.quickstart.host.DemoCrms;
import dev.gapless.examples.quickstart.host.DemoSettings;
import dev.gapless.examples.quickstart.host.Host;
import dev.gapless.examples.quickstart.host.HostFile;
import dev.gapless.examples.quickstart.host.RunFolder;
import dev.gapless.examples.quickstart.send.HostClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** All that the story needs: a CRM with people in it, a host before it, and the platform. */
final class Stage implements AutoCloseable {
  /** Loaded dice: no jitter in the waits, so that every telling takes as long. */
  private static final RandomGenerator HALF = () -> Long.MIN_VALUE;

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

  private final Path folder;
  private final DemoCrm crm;
  private final Path run;
  private final Path settings;
  private final Host host;
  private final CrmWitness witness;
  private final Platform platform;
  private final Map<String, String> people = new LinkedHashMap<>();

  private Stage(Path folder, DemoCrm crm, Path run, Path settings, Host host) {
    this.folder = folder;
    this.crm = crm;
    this.run = run;
    this.settings = settings;
    this.host = host;
    this.witness = new CrmWitness(crm.url());
    this.platform = new Platform(new HostClient(host.url()), DemoSettings.APP_SECRET);
  }

  /** Sets it up, with files in a new folder below. */
  static Stage set(Path folder) {
    DemoCrm crm = DemoCrms.start(Optional.empty());
    try {
      Path run = RunFolder.make(folder, "story", Instant.now());
      Path settings = DemoSettings.write(run, crm.url());
      Gapless gapless = Gapless.fromProperties(settings).random(HALF).build();
      Host host = Host.open(gapless, Optional.empty());
      HostFile.write(folder, host.url());
      Stage stage = new Stage(folder, crm, run, settings, host);
      stage.makePeople();
      return stage;
    } catch (RuntimeException e) {
      crm.close();
      throw e;
    }
  }

  private void makePeople() {
    for (Customer one : Customer.values()) {
      if (one.isInTheCrm()) {
        people.put(witness.makePerson(one), one.fullName());
      }
    }
  }

  /** Waits until nothing is on its way; says whether that came true. */
  boolean settle() {
    return Patience.until(() -> waiting() == 0, LONGEST_WAIT);
  }

  long waiting() {
    return audit().waiting();
  }

  Audit audit() {
    return host.gapless().audit().get(0);
  }

  /** The CRM's entry of an item, in words for the terminal. */
  String entry(String nativeId) {
    Optional<String> key = platform.key(nativeId).map(ItemKey::sha256Hex);
    return witness.entries().stream()
        .filter(entry -> key.filter(entry.key()::equals).isPresent())
        .findFirst()
        .map(entry -> entry.id() + " says: " + Plain.line(entry.text()))
        .orElse("no entry");
  }

  Books books() {
    return Books.read(platform, host.gapless(), witness);
  }

  DemoCrm crm() {
    return crm;
  }

  Host host() {
    return host;
  }

  Platform platform() {
    return platform;
  }

  /** Names by the CRM's ids. */
  Map<String, String> people() {
    return people;
  }

  Path settings() {
    return settings;
  }

  Path journal() {
    return DemoSettings.journal(run);
  }

  @Override
  public void close() {
    HostFile.remove(folder, host.url());
    host.close();
    crm.close();
  }
}
