// SPDX-License-Identifier: Apache-2.0
package dev.gapless.way;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gapless.api.Delivery;
import dev.gapless.api.Refusal;
import dev.gapless.api.channel.MediaSource;
import dev.gapless.api.config.ConfigurationException;
import dev.gapless.api.crm.Once;
import dev.gapless.engine.Audit;
import dev.gapless.engine.policy.MediaPolicy;
import dev.gapless.way.FakeFileRoom.Mood;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The way of files that come with contacts, one promise a test. */
class MediaWayTest {
  private static final String FETCH = "media/line";
  private static final String HAND_OVER = "files/fake";

  private final World world = new World(new Once.Enforced());
  private final FakeFiles files = new FakeFiles();
  private final Path directory = world.folder().resolve("media");

  private void policy(MediaPolicy policy) {
    world.connector = AbleChannel.fetching(world.channel, files);
    world.line = settings -> settings.media(policy);
    world.restart();
  }

  private void storing() {
    policy(MediaPolicy.store(directory));
  }

  private void handingOver() {
    world.crm.takesFiles = true;
    policy(MediaPolicy.crm(directory));
  }

  @AfterEach
  void balanceAndClose() {
    assertThat(world.gapless.audit()).allMatch(Audit::balances);
    assertThat(world.gapless.deepAudit())
        .allSatisfy(deep -> assertThat(deep.recounted()).isEqualTo(deep.counted()));
    world.close();
  }

  @Test
  void filesThatNoCrmEverTookGoWithTheKeysOfTheirContact() {
    handingOver();
    world.crm.rejected.add("m1");
    world.post("file;m1;c1;0;look;a");
    world.drain();
    assertThat(stored()).hasSize(1);
    for (int day = 0; day < 403; day++) {
      world.tick(Duration.ofDays(1));
    }
    assertThat(stored()).isEmpty();
    assertThat(world.gapless.trace(LineChannel.key("m1"))).isEmpty();
  }

  @Test
  void filesOfTheArchiveOutliveTheirContact() {
    storing();
    world.post("file;m1;c1;0;look;a");
    world.drain();
    for (int day = 0; day < 403; day++) {
      world.tick(Duration.ofDays(1));
    }
    assertThat(world.gapless.trace(LineChannel.key("m1"))).isEmpty();
    assertThat(stored()).hasSize(1);
  }

  @Test
  void fetchesNothingUnlessTold() {
    policy(MediaPolicy.DEFAULT);
    world.post("file;m1;c1;0;look;a");
    world.work();
    assertThat(files.asked).isEmpty();
    assertThat(world.crm.shown.get("m1").attachments()).hasSize(1);
    assertThat(world.gapless.audit()).hasSize(1);
  }

  @Test
  void doesNotMentionFilesWhereThePolicyIsNone() {
    policy(MediaPolicy.none());
    world.post("file;m1;c1;0;look;a");
    world.work();
    assertThat(world.crm.shown.get("m1").attachments()).isEmpty();
    assertThat(world.crm.shown.get("m1").text()).isEqualTo("look");
  }

  @Test
  void storesAFileUnderANameOfItsOwnThatTheEntryKnows() {
    storing();
    world.post("file;m1;c1;0;look;a,?b,link");
    world.work();
    String digest = LineChannel.key("m1").sha256Hex();
    String stem = digest.substring(0, 2) + "/" + digest;
    assertThat(content(stem + "-0.jpg")).isEqualTo("content of a");
    assertThat(content(stem + "-1.jpg")).isEqualTo("content of ?b");
    assertThat(stored()).hasSize(2);
    assertThat(world.crm.shown.get("m1").data())
        .containsEntry("media.0", stem + "-0.jpg")
        .containsEntry("media.1", stem + "-1")
        .hasSize(2);
    assertThat(world.crm.updates).isEmpty();
    assertThat(world.books(FETCH).written()).isEqualTo(1);
  }

  @Test
  void keepsNoBooksOfContactsWithoutFiles() {
    storing();
    world.post("message;m1;c1;hello", "notice;n1", "file;m2;c1;0;shared;link", "garbled;g1");
    world.post("message;m1;c1;hello");
    world.work();
    assertThat(world.books(FETCH).received()).isZero();
    assertThat(world.books(FETCH).repeats()).isZero();
    assertThat(world.crm.shown.get("m2").data()).isEmpty();
  }

  @Test
  void writesTheTextAtOnceWhileTheFetchFails() {
    storing();
    files.troubles.put("a", FakeFiles.refusing(Refusal.Category.TRANSIENT));
    world.post("file;m1;c1;0;look;a", "file;m2;c1;0;next;b");
    world.work();
    assertThat(world.crm.rows).hasSize(2);
    assertThat(world.books(FETCH).waiting()).isEqualTo(1);
    assertThat(world.books(FETCH).written())
        .describedAs("another file of the same conversation does not wait")
        .isEqualTo(1);
    files.troubles.clear();
    world.tick(Duration.ofSeconds(2));
    assertThat(stored()).hasSize(2);
  }

  @Test
  void parksWhatIsGoneAndFetchesTheRest() {
    storing();
    files.troubles.put("a", FakeFiles.refusing(Refusal.Category.GONE));
    world.post("file;m1;c1;0;look;a,b");
    world.work();
    assertThat(reason(FETCH)).isEqualTo("gone (1): file 1: no such file");
    assertThat(stored()).hasSize(1);
  }

  @Test
  void triesOnForOneFileThoughAnotherIsGone() {
    storing();
    files.troubles.put("a", FakeFiles.refusing(Refusal.Category.GONE));
    files.troubles.put("b", FakeFiles.refusing(Refusal.Category.TRANSIENT));
    world.post("file;m1;c1;0;look;a,b");
    world.work();
    assertThat(world.books(FETCH).waiting()).isEqualTo(1);
    files.troubles.remove("b");
    world.tick(Duration.ofSeconds(2));
    assertThat(stored()).hasSize(1);
    assertThat(reason(FETCH)).startsWith("gone");
  }

  @Test
  void replaysWhatWasParkedAndFetchesOnlyWhatIsMissing() {
    storing();
    files.troubles.put("a", FakeFiles.refusing(Refusal.Category.INVALID));
    world.post("file;m1;c1;0;look;a,b");
    world.work();
    files.troubles.clear();
    assertThat(world.gapless.replay(FETCH)).isEqualTo(1);
    world.work();
    assertThat(stored()).hasSize(2);
    assertThat(files.asked).containsExactly("a", "b", "a");
  }

  @Test
  void stopsForAThrottledPlatformAndSpendsNoAttempt() {
    storing();
    files.down =
        Optional.of(
            Refusal.of(Refusal.Category.THROTTLED, Refusal.Scope.CONNECTION, "4", "too fast")
                .retryAfter(Duration.ofMinutes(5)));
    world.post("file;m1;c1;0;look;a", "file;m2;c1;0;look;b");
    IntStream.range(0, 29).forEach(i -> world.tick(Duration.ofSeconds(10)));
    assertThat(files.asked).hasSize(1);
    assertThat(world.books(FETCH).stopped().orElseThrow()).contains("too fast");
    assertThat(delivery("m1", FETCH).attempts()).isZero();
    files.down = Optional.empty();
    world.tick(Duration.ofMinutes(1));
    assertThat(stored()).hasSize(2);
  }

  @Test
  void givesUpOnAFileThatBreaksTheConnectorAndOnNoOther() {
    storing();
    files.troubles.put(
        "a",
        to -> {
          throw new IllegalStateException("secret");
        });
    world.post("file;m1;c1;0;look;a");
    IntStream.range(0, 8).forEach(i -> world.tick(Duration.ofMinutes(2)));
    assertThat(reason(FETCH))
        .isEqualTo(
            "gave up after 8 attempts; transient: file 1: the connector broke with"
                + " IllegalStateException");
    world.post("file;m2;c1;0;look;b");
    world.work();
    assertThat(stored()).hasSize(1);
  }

  @Test
  void takesAnIoExceptionOfTheConnectorsOwnForNoFaultOfTheDisk() {
    storing();
    files.troubles.put(
        "a",
        to -> {
          throw new IOException("connection reset");
        });
    world.post("file;m1;c1;0;look;a");
    world.work();
    assertThat(world.books(FETCH).stopped()).isEmpty();
    assertThat(delivery("m1", FETCH).attempts()).isEqualTo(1);
  }

  @Test
  void leavesNoHalfFileWhenTheProcessDiesWhileItFetches() throws IOException {
    storing();
    files.troubles.put(
        "a",
        to -> {
          to.write("half".getBytes(StandardCharsets.UTF_8));
          throw new FakeCrm.Killed();
        });
    world.post("file;m1;c1;0;look;a");
    world.work();
    assertThat(stored()).isEmpty();
    String digest = LineChannel.key("m1").sha256Hex();
    Path part = directory.resolve(digest.substring(0, 2)).resolve(digest + "-0.part");
    Files.writeString(part, "what a kill leaves behind, longer than the file itself");
    files.troubles.clear();
    world.work();
    assertThat(stored()).hasSize(1);
    assertThat(content(stored().get(0))).isEqualTo("content of a");
  }

  @Test
  void fetchesNothingAgainWhenTheProcessDiesBetweenTheMoveAndTheJournal() {
    storing();
    world.work();
    files.troubles.put(
        "?b",
        to -> {
          world.journal.full = true;
          to.write("content of ?b".getBytes(StandardCharsets.UTF_8));
          return new MediaSource.Answer.Fetched("image/png");
        });
    world.post("file;m1;c1;0;look;a,?b");
    assertThatThrownBy(world::work).hasMessage("disk full");
    world.journal.full = false;
    world.restart();
    world.work();
    assertThat(files.asked).containsExactly("a", "?b");
    assertThat(world.books(FETCH).written()).isEqualTo(1);
    assertThat(stored()).hasSize(2);
  }

  @Test
  void stopsWithOneAlarmWhileTheDirectoryCannotBeWritten() throws IOException {
    Files.writeString(directory, "in the way");
    storing();
    world.post("file;m1;c1;0;look;a");
    IntStream.range(0, 20).forEach(i -> world.tick(Duration.ofSeconds(10)));
    assertThat(world.crm.rows).hasSize(1);
    assertThat(files.asked).isEmpty();
    assertThat(world.books(FETCH).stopped().orElseThrow())
        .contains("channel.line.media-directory")
        .contains("Check that it is there");
    Files.delete(directory);
    world.tick(Duration.ofMinutes(2));
    assertThat(stored()).hasSize(1);
  }

  @Test
  void fetchesWhatHappensNowBeforeWhatHappenedLongAgo() {
    storing();
    world.work();
    world.clock.advance(Duration.ofHours(3));
    world.post("file;m1;c1;0;old;a", "file;m2;c1;0;old;b");
    world.clock.advance(Duration.ofSeconds(5));
    world.post("file;m3;c1;10800;new;c");
    world.work();
    assertThat(files.asked).containsExactly("c", "a", "b");
  }

  @Test
  void deletesTheFilesOfAWithdrawnContact() {
    storing();
    world.post("file;m1;c1;0;look;a,?b", "file;m2;c1;0;stays;c");
    world.work();
    world.post("remove;m1;c1;5");
    world.work();
    assertThat(stored()).hasSize(1);
    assertThat(content(stored().get(0))).isEqualTo("content of c");
    assertThat(world.crm.shown.get("m1").data()).isEmpty();
  }

  @Test
  void fetchesNothingOfAContactThatWasWithdrawnBefore() {
    storing();
    world.post("file;m1;c1;0;look;a");
    world.post("remove;m1;c1;5");
    world.work();
    assertThat(files.asked).isEmpty();
    assertThat(stored()).isEmpty();
  }

  @Test
  void countsAContactThatGetsItsFirstFileByAnEdit() {
    storing();
    world.post("message;m1;c1;hello");
    world.work();
    assertThat(world.books(FETCH).received()).isZero();
    world.post("refile;m1;c1;5;with a picture;a");
    world.work();
    assertThat(world.books(FETCH).received()).isEqualTo(2);
    assertThat(world.books(FETCH).written()).isEqualTo(2);
    assertThat(stored()).hasSize(1);
  }

  @Test
  void countsAnEditWhoseOriginalComesLater() {
    storing();
    world.post("refile;m1;c1;5;with a picture;a");
    world.work();
    assertThat(files.asked).isEmpty();
    world.post("message;m1;c1;hello");
    world.work();
    assertThat(stored()).hasSize(1);
    assertThat(world.books(FETCH).received()).isEqualTo(2);
  }

  @Test
  void keepsBooksFromTheDayItIsSwitchedOn() {
    world.post("message;m1;c1;hello");
    world.work();
    storing();
    world.post("refile;m1;c1;5;with a picture;a");
    world.work();
    assertThat(world.books(FETCH).received()).isEqualTo(1);
    assertThat(world.books(FETCH).written()).isEqualTo(1);
  }

  @Test
  void handsAFileOverOnceAndKeepsNoCopy() {
    handingOver();
    world.post("file;m1;c1;0;look;a,b");
    world.work();
    assertThat(world.crm.files.taken)
        .containsExactly("T-1/0 image/jpeg content of a", "T-1/1 image/jpeg content of b");
    assertThat(stored()).isEmpty();
    world.post("refile;m1;c1;5;corrected;a,b");
    world.work();
    assertThat(world.crm.files.taken).hasSize(2);
    assertThat(files.asked).hasSize(2);
    assertThat(world.books(HAND_OVER).written()).isEqualTo(2);
  }

  @Test
  void handsOverWhatAnEditBrings() {
    handingOver();
    world.post("file;m1;c1;0;look;a");
    world.work();
    world.post("refile;m1;c1;5;and this;a,b");
    world.work();
    assertThat(world.crm.files.taken)
        .containsExactly("T-1/0 image/jpeg content of a", "T-1/1 image/jpeg content of b");
    assertThat(stored()).isEmpty();
  }

  @Test
  void fetchesAgainWhatAnEditTookOutAndAnotherPutBackBeforeItWasHandedOver() {
    handingOver();
    world.crm.rejected.add("m1");
    world.post("file;m1;c1;0;look;a");
    world.work();
    world.post("refile;m1;c1;5;nothing;");
    world.work();
    world.post("refile;m1;c1;6;this after all;a");
    world.work();
    world.crm.rejected.clear();
    world.gapless.replay("fake");
    world.work();
    assertThat(world.crm.files.taken).containsExactly("T-1/0 image/jpeg content of a");
    assertThat(files.asked).hasSize(2);
  }

  @Test
  void waitsForTheEntryWithoutSpendingAttempts() {
    handingOver();
    world.crm.rejected.add("m1");
    world.post("file;m1;c1;0;look;a");
    IntStream.range(0, 30).forEach(i -> world.tick(Duration.ofMinutes(1)));
    assertThat(files.asked).containsExactly("a");
    assertThat(world.crm.files.calls).isZero();
    assertThat(delivery("m1", HAND_OVER).attempts()).isZero();
    world.crm.rejected.clear();
    world.gapless.replay("fake");
    world.work();
    assertThat(world.crm.files.taken).hasSize(1);
  }

  @Test
  void parksWhatMayHaveBeenHandedOverWhenTheAnswerIsLost() {
    handingOver();
    world.crm.files.mood = Mood.ANSWER_LOST;
    world.post("file;m1;c1;0;look;a");
    world.work();
    assertThat(reason(HAND_OVER)).isEqualTo("may have been handed over: time-out");
    IntStream.range(0, 30).forEach(i -> world.tick(Duration.ofMinutes(1)));
    assertThat(world.crm.files.taken).hasSize(1);
  }

  @Test
  void sendsOnlyTheDoubtfulFileAgainWhenAPersonSaysSo() {
    handingOver();
    world.crm.files.beforeTake =
        () -> world.crm.files.beforeTake = () -> world.crm.files.mood = Mood.BROKEN_AFTER;
    world.post("file;m1;c1;0;look;a,b,?c");
    world.work();
    assertThat(reason(HAND_OVER))
        .isEqualTo("may have been handed over: the adapter broke with IllegalStateException");
    world.gapless.replay(HAND_OVER);
    world.work();
    assertThat(world.crm.files.taken)
        .extracting(one -> one.substring(0, 5))
        .containsExactly("T-1/0", "T-1/1", "T-1/1", "T-1/2");
  }

  @Test
  void parksWhatMayHaveBeenHandedOverWhenTheProcessDies() {
    handingOver();
    world.crm.files.mood = Mood.KILLED_AFTER;
    world.post("file;m1;c1;0;look;a");
    world.work();
    world.work();
    assertThat(reason(HAND_OVER)).startsWith("may have been handed over: the process stopped");
    assertThat(world.crm.files.taken).hasSize(1);
    assertThat(world.books().written()).isEqualTo(1);
  }

  @Test
  void remembersACallOnItsWayWhateverIsFetchedMeanwhile() {
    handingOver();
    world.crm.files.mood = Mood.KILLED_AFTER;
    world.crm.files.beforeTake =
        () -> {
          world.post("refile;m1;c1;5;and this;a,b");
          world.gapless.runDueWork();
        };
    world.post("file;m1;c1;0;look;a");
    world.work();
    world.work();
    assertThat(reason(HAND_OVER)).startsWith("may have been handed over");
    assertThat(world.crm.files.taken).hasSize(1);
  }

  @Test
  void handsOverWhatAnEditBringsDuringACall() {
    handingOver();
    duringACall(() -> world.post("refile;m1;c1;5;and this;a,b"));
    world.post("file;m1;c1;0;look;a");
    world.work();
    assertBothAreHandedOver();
  }

  @Test
  void handsOverWhatAReplayBringsDuringACall() {
    handingOver();
    files.troubles.put("b", FakeFiles.refusing(Refusal.Category.GONE));
    duringACall(
        () -> {
          files.troubles.clear();
          world.gapless.replay(FETCH);
        });
    world.post("file;m1;c1;0;look;a,b");
    world.work();
    assertBothAreHandedOver();
  }

  @Test
  void handsOverWhatAnEditTookOutAndAnotherPutBackDuringACall() {
    handingOver();
    world.crm.rejected.add("m1");
    world.post("file;m1;c1;0;look;a,b");
    world.work();
    world.post("refile;m1;c1;5;only this;a");
    world.work();
    duringACall(() -> world.post("refile;m1;c1;6;that as well;a,b"));
    world.crm.rejected.clear();
    world.gapless.replay("fake");
    world.work();
    assertBothAreHandedOver();
  }

  private void duringACall(Runnable happens) {
    world.crm.files.beforeTake =
        () -> {
          happens.run();
          world.gapless.runDueWork();
        };
  }

  private void assertBothAreHandedOver() {
    assertThat(world.crm.files.taken)
        .containsExactly("T-1/0 image/jpeg content of a", "T-1/1 image/jpeg content of b");
    assertThat(stored()).isEmpty();
    assertThat(world.books(HAND_OVER).waiting() + world.books(HAND_OVER).parked()).isZero();
  }

  @Test
  void triesAgainWhatTheCrmRefusedForNow() {
    handingOver();
    world.crm.files.mood = Mood.LOCKED;
    world.post("file;m1;c1;0;look;a");
    world.work();
    assertThat(world.crm.files.taken).isEmpty();
    world.tick(Duration.ofSeconds(2));
    assertThat(world.crm.files.taken).hasSize(1);
  }

  @Test
  void handsOverWhatCameThoughAnotherFileIsGone() {
    handingOver();
    files.troubles.put("a", FakeFiles.refusing(Refusal.Category.GONE));
    world.post("file;m1;c1;0;look;a,b");
    world.work();
    assertThat(world.crm.files.taken).containsExactly("T-1/1 image/jpeg content of b");
    assertThat(world.books(FETCH).parked()).isEqualTo(1);
    assertThat(world.books(HAND_OVER).waiting()).isZero();
  }

  @Test
  void leavesFilesOutWhoseEntryWasDeletedInTheCrm() {
    handingOver();
    world.post("message;m1;c1;look");
    world.work();
    world.crm.rows.clear();
    world.post("refile;m1;c1;5;new;a");
    world.work();
    assertThat(world.books().ignoredByRule()).containsKey("deleted-in-crm");
    assertThat(world.crm.files.calls).isZero();
    assertThat(world.books(HAND_OVER).ignoredByRule()).containsEntry("deleted-in-crm", 2L);
  }

  @Test
  void leavesFilesOutThatWaitedForAnEntryThatWasDeletedInTheCrm() {
    handingOver();
    world.post("message;m1;c1;look");
    world.work();
    world.crm.rows.clear();
    world.crm.connection =
        Optional.of(Refusal.of(Refusal.Category.OUTAGE, Refusal.Scope.CONNECTION, "", "down"));
    world.post("refile;m1;c1;5;new;a");
    world.work();
    assertThat(world.books(HAND_OVER).waiting()).isEqualTo(2);
    world.crm.connection = Optional.empty();
    world.crm.files.mood = Mood.LOCKED;
    world.drain();
    assertThat(world.books(HAND_OVER).ignoredByRule()).containsEntry("deleted-in-crm", 2L);
    assertThat(world.crm.files.taken).isEmpty();
  }

  @Test
  void leavesAFileOutThatIsOnItsWayWhenItsEntryIsFoundGone() {
    handingOver();
    world.crm.files.beforeTake =
        () -> {
          world.crm.rows.clear();
          world.post("refile;m1;c1;5;new;a");
          world.gapless.runDueWork();
        };
    world.post("file;m1;c1;0;look;a");
    world.work();
    assertThat(world.crm.files.taken).hasSize(1);
    assertThat(world.books(HAND_OVER).ignoredByRule()).containsEntry("deleted-in-crm", 2L);
    assertThat(world.books(HAND_OVER).waiting()).isZero();
  }

  @Test
  void saysPlainlyThatTheCrmKeepsTheFilesOfAWithdrawnContact() {
    handingOver();
    world.post("file;m1;c1;0;look;a");
    world.work();
    world.post("remove;m1;c1;5");
    world.work();
    assertThat(reason(HAND_OVER)).contains("the CRM keeps its files [F-1]; delete them there");
    world.gapless.replay(HAND_OVER);
    world.work();
    assertThat(world.books(HAND_OVER).parked()).isZero();
    assertThat(world.books(HAND_OVER).written()).isEqualTo(2);
  }

  @Test
  void refusesToHandFilesToACrmThatTakesNone() {
    assertThatThrownBy(() -> policy(MediaPolicy.crm(directory)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("channel.line.media: crm.fake takes no files. Use store");
    policy(MediaPolicy.DEFAULT);
  }

  @Test
  void refusesToFetchFromAChannelThatCannot() {
    world.line = settings -> settings.media(MediaPolicy.store(directory));
    assertThatThrownBy(world::restart)
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("channel.line.media: this channel's files cannot be fetched");
    policy(MediaPolicy.DEFAULT);
  }

  private String reason(String destination) {
    List<Delivery> parked = world.gapless.parked(destination, 9);
    assertThat(parked).hasSize(1);
    return parked.get(0).reason().orElseThrow();
  }

  private Delivery delivery(String id, String destination) {
    return world.gapless.trace(LineChannel.key(id)).orElseThrow().deliveries().stream()
        .filter(one -> one.destination().equals(destination))
        .findFirst()
        .orElseThrow();
  }

  private List<String> stored() {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(Files::isRegularFile)
          .map(file -> directory.relativize(file).toString().replace('\\', '/'))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String content(String location) {
    try {
      return Files.readString(directory.resolve(location), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
