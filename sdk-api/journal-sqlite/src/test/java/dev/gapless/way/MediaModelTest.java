// SPDX-License-Identifier: Apache-2.0
package dev.gapless.way;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.api.Delivery;
import dev.gapless.api.Refusal;
import dev.gapless.api.crm.Once;
import dev.gapless.engine.Audit;
import dev.gapless.engine.policy.MediaPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/**
 * What is promised of files, over any sequence of contacts, changes, faults, crashes and waiting.
 */
class MediaModelTest {
  private static final List<String> LISTS = List.of("a", "a,b", "?c", "b,?c,a", "");

  @Property(tries = 60)
  void storesWhatIsThereAndDeletesWhatIsWithdrawn(@ForAll("lives") List<Step> life) {
    live(life, false);
  }

  @Property(tries = 60)
  void handsEachFileOverOnceAndKeepsNone(@ForAll("lives") List<Step> life) {
    live(life, true);
  }

  private static void live(List<Step> life, boolean handingOver) {
    try (World world = new World(new Once.Enforced())) {
      Stage stage = new Stage(world, handingOver);
      for (Step step : life) {
        step.does().accept(stage);
        assertThat(world.gapless.audit()).allMatch(Audit::balances);
        assertThat(world.crm.files.taken).describedAs("nothing twice").doesNotHaveDuplicates();
      }
      stage.end();
      assertThat(world.gapless.deepAudit())
          .allSatisfy(deep -> assertThat(deep.recounted()).isEqualTo(deep.counted()));
      if (handingOver) {
        stage.allHandedOver();
      } else {
        stage.allStored();
      }
    }
  }

  /** A world with a platform's files, and what must come of it; computed without the engine. */
  private static final class Stage {
    final World world;
    final FakeFiles files = new FakeFiles();
    final Path directory;
    private final Map<String, String> originals = new TreeMap<>();
    private final Map<String, Integer> editedAt = new HashMap<>();
    private final Map<String, String> edits = new HashMap<>();
    private final Set<String> removed = new HashSet<>();

    Stage(World world, boolean handingOver) {
      this.world = world;
      directory = world.folder().resolve("media");
      world.connector = AbleChannel.fetching(world.channel, files);
      world.crm.takesFiles = handingOver;
      MediaPolicy policy = handingOver ? MediaPolicy.crm(directory) : MediaPolicy.store(directory);
      world.line = settings -> settings.media(policy);
      world.restart();
    }

    void post(String line) {
      assertThat(world.post(line)).isEqualTo(200);
      String[] part = line.split(";", -1);
      switch (part[0]) {
        case "file" -> originals.putIfAbsent(part[1], part[5]);
        case "message" -> originals.putIfAbsent(part[1], "");
        case "refile" -> {
          int second = Integer.parseInt(part[3]);
          if (second >= editedAt.getOrDefault(part[1], 0)) {
            editedAt.put(part[1], second);
            edits.put(part[1], part[5]);
          }
        }
        default -> removed.add(part[1]);
      }
    }

    /** The platform and the CRM are well, and everybody has acted on what was parked. */
    void end() {
      files.down = Optional.empty();
      files.troubles.clear();
      for (int i = 0; i < 3; i++) {
        for (int minute = 0; minute < 20; minute++) {
          world.tick(Duration.ofMinutes(1));
        }
        world.gapless.replay("media/line");
      }
      assertThat(world.books().waiting()).isZero();
      assertThat(world.books("media/line").waiting()).isZero();
      assertThat(world.books("media/line").parked()).isZero();
    }

    void allStored() {
      Map<String, String> expected = new TreeMap<>();
      shown()
          .forEach(
              (id, names) -> {
                for (int index = 0; index < names.size(); index++) {
                  String digest = LineChannel.key(id).sha256Hex();
                  expected.put(digest + "-" + index + ".jpg", "content");
                }
              });
      assertThat(stored().keySet()).containsAll(expected.keySet());
      Set<String> withdrawn =
          removed.stream()
              .map(id -> LineChannel.key(id).sha256Hex())
              .collect(Collectors.toUnmodifiableSet());
      assertThat(stored().keySet())
          .noneMatch(name -> name.endsWith(".part"))
          .noneMatch(name -> withdrawn.contains(name.substring(0, 64)));
    }

    void allHandedOver() {
      assertThat(world.books("files/fake").waiting()).isZero();
      Set<String> parked =
          world.gapless.parked("files/fake", 999).stream()
              .map(Delivery::subject)
              .map(key -> key.nativeId())
              .collect(Collectors.toUnmodifiableSet());
      shown()
          .forEach(
              (id, names) -> {
                if (!parked.contains(id)) {
                  String entry = world.crm.rowsOf(LineChannel.key(id)).get(0).id();
                  for (int index = 0; index < names.size(); index++) {
                    String start = entry + "/" + index + " ";
                    assertThat(world.crm.files.taken)
                        .filteredOn(one -> one.startsWith(start))
                        .hasSize(1);
                  }
                }
              });
      if (parked.isEmpty()) {
        assertThat(stored()).isEmpty();
      }
    }

    private Map<String, List<String>> shown() {
      Map<String, List<String>> all = new TreeMap<>();
      originals.forEach(
          (id, names) -> {
            if (!removed.contains(id)) {
              String now = edits.getOrDefault(id, names);
              all.put(id, Stream.of(now.split(",")).filter(name -> !name.isEmpty()).toList());
            }
          });
      return all;
    }

    private Map<String, String> stored() {
      Map<String, String> all = new TreeMap<>();
      if (Files.isDirectory(directory)) {
        try (Stream<Path> found = Files.walk(directory)) {
          for (Path file : found.filter(Files::isRegularFile).toList()) {
            all.put(file.getFileName().toString(), Files.readString(file, StandardCharsets.UTF_8));
          }
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      return all;
    }
  }

  /** One thing that happens. */
  private record Step(String name, Consumer<Stage> does) {
    @Override
    public String toString() {
      return name;
    }
  }

  @Provide
  Arbitrary<List<Step>> lives() {
    Arbitrary<Step> step =
        Arbitraries.frequencyOf(
            Tuple.of(8, lines()),
            Tuple.of(6, ticks()),
            Tuple.of(3, troubles()),
            Tuple.of(2, rooms()),
            Tuple.of(2, crms()),
            Tuple.of(1, Arbitraries.just(step("well", MediaModelTest::well))),
            Tuple.of(1, Arbitraries.just(step("crash", stage -> stage.world.restart()))));
    return step.list().ofMinSize(5).ofMaxSize(40);
  }

  private static void well(Stage stage) {
    stage.files.troubles.clear();
    stage.files.down = Optional.empty();
  }

  private static Arbitrary<Step> lines() {
    Arbitrary<Integer> id = Arbitraries.integers().between(1, 5);
    Arbitrary<String> names = Arbitraries.of(LISTS);
    Arbitrary<Integer> second = Arbitraries.integers().between(1, 20);
    return Combinators.combine(Arbitraries.integers().between(0, 6), id, names, second)
        .as(
            (kind, number, list, at) -> {
              String item = "m" + number + ";c" + number % 2;
              String line =
                  switch (kind) {
                    case 0, 1, 2 -> "file;" + item + ";0;text;" + list;
                    case 3 -> "message;" + item + ";text";
                    case 4, 5 -> "refile;" + item + ";" + at + ";new;" + edited(at);
                    default -> "remove;" + item + ";" + at;
                  };
              return step(line, stage -> stage.post(line));
            });
  }

  /** Edits of one second are one edit, so they bring the same files. */
  private static String edited(int second) {
    return LISTS.get(second % LISTS.size());
  }

  private static Arbitrary<Step> ticks() {
    return Arbitraries.integers()
        .between(0, 20)
        .map(seconds -> step("tick", stage -> stage.world.tick(Duration.ofSeconds(seconds))));
  }

  private static Arbitrary<Step> troubles() {
    Arbitrary<String> file = Arbitraries.of("a", "b", "?c");
    Arbitrary<FakeFiles.Trouble> trouble =
        Arbitraries.of(
            FakeFiles.refusing(Refusal.Category.TRANSIENT),
            FakeFiles.refusing(Refusal.Category.GONE),
            to -> {
              to.write(1);
              throw new FakeCrm.Killed();
            },
            to -> {
              throw new IllegalStateException("broken");
            });
    Arbitrary<Step> one =
        Combinators.combine(file, trouble)
            .as((id, what) -> step("trouble", stage -> stage.files.troubles.put(id, what)));
    Refusal down = Refusal.of(Refusal.Category.OUTAGE, Refusal.Scope.CONNECTION, "", "down");
    return Arbitraries.oneOf(
        one, Arbitraries.just(step("down", stage -> stage.files.down = Optional.of(down))));
  }

  private static Arbitrary<Step> rooms() {
    return Arbitraries.of(FakeFileRoom.Mood.values())
        .map(mood -> step("room " + mood, stage -> stage.world.crm.files.mood = mood));
  }

  private static Arbitrary<Step> crms() {
    return Arbitraries.of(
            FakeCrm.Mood.WELL,
            FakeCrm.Mood.ANSWER_LOST,
            FakeCrm.Mood.KILLED_AFTER,
            FakeCrm.Mood.KILLED_BEFORE,
            FakeCrm.Mood.LOCKED)
        .map(mood -> step("crm " + mood, stage -> stage.world.crm.mood = mood));
  }

  private static Step step(String name, Consumer<Stage> does) {
    return new Step(name, does);
  }
}
