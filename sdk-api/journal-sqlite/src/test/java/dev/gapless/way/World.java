// SPDX-License-Identifier: Apache-2.0
package dev.gapless.way;

import dev.gapless.api.channel.ChannelConnectorProvider;
import dev.gapless.api.crm.Once;
import dev.gapless.engine.Audit;
import dev.gapless.engine.Gapless;
import dev.gapless.engine.GaplessBuilder;
import dev.gapless.engine.GaplessBuilder.ConnectionSettings;
import dev.gapless.engine.policy.CatchUpPolicy;
import dev.gapless.engine.policy.DeliveryPolicy;
import dev.gapless.engine.policy.PersonChooser;
import dev.gapless.engine.policy.RetentionPolicy;
import dev.gapless.journal.sqlite.SqliteJournal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** One engine over a real journal, a channel and a CRM, with a clock of its own. */
final class World implements AutoCloseable {
  final ManualClock clock = new ManualClock();
  final LineChannel channel = new LineChannel();
  ChannelConnectorProvider connector = channel;
  CatchUpPolicy catchUp = CatchUpPolicy.DEFAULT;
  RetentionPolicy retention = RetentionPolicy.DEFAULT;
  final FakeCrm crm;

  /** A second CRM, where a test wants one. */
  Optional<FakeCrm> other = Optional.empty();

  final FailingJournal journal;
  private final Path folder;
  DeliveryPolicy policy = DeliveryPolicy.DEFAULT;
  Optional<PersonChooser> chooser = Optional.empty();
  Consumer<ConnectionSettings> line = settings -> {};
  Gapless gapless;

  World(Once once) {
    this(once, world -> {});
  }

  /** A world that is changed before its engine is built. */
  World(Once once, Consumer<World> first) {
    crm = new FakeCrm(once, clock);
    folder = temporaryFolder();
    journal = new FailingJournal(SqliteJournal.at(folder.resolve("journal.db")));
    first.accept(this);
    gapless = open();
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory(Path.of("target"), "way");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Gapless open() {
    GaplessBuilder builder =
        Gapless.builder()
            .journal(journal)
            .provider(connector)
            .provider(crm)
            .channel("line", settings -> line.accept(settings.catchUp(catchUp)))
            .crm("fake", this::configure)
            .retention(retention)
            .clock(clock)
            .random(new Random(1));
    other.ifPresent(second -> builder.provider(second).crm(second.name(), settings -> {}));
    return builder.build();
  }

  private void configure(ConnectionSettings settings) {
    settings.policy(policy);
    chooser.ifPresent(settings::personChooser);
  }

  int post(String... lines) {
    return gapless.webhook("line", LineChannel.signed(List.of(lines))).status();
  }

  /** One piece of time, and whatever is due in it. */
  void tick(Duration by) {
    clock.advance(by);
    crm.settle();
    work();
  }

  /** Delivers what is due; a process that dies on the way is started again. */
  void work() {
    try {
      gapless.runDueWork();
    } catch (FakeCrm.Killed e) {
      restart();
    }
  }

  /** Every commit is durable when it returns, so letting go of the engine is what a kill does. */
  void restart() {
    gapless.close();
    gapless = open();
  }

  /** Time passes until nothing waits, or for two hours. */
  void drain() {
    work();
    for (int i = 0; i < 720 && books().waiting() > 0; i++) {
      tick(Duration.ofSeconds(10));
    }
  }

  Audit books() {
    return gapless.audit().get(0);
  }

  /** The books of a destination beside the CRM. */
  Audit books(String name) {
    return gapless.audit().stream().filter(one -> one.crm().equals(name)).findFirst().orElseThrow();
  }

  Path folder() {
    return folder;
  }

  @Override
  public void close() {
    gapless.close();
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(World::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path path) {
    try {
      Files.delete(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
