// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gapless.engine.journal.Journal;
import dev.gapless.engine.journal.JournalException;
import java.io.File;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnershipTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T10:15:30Z"), ZoneOffset.UTC);

  @TempDir Path folder;
  private Path file;
  private final List<Duration> pauses = new ArrayList<>();

  @BeforeEach
  void name() {
    file = folder.resolve("gapless.db");
  }

  @Test
  void refusesASecondOpenerInThisProcess() {
    try (Journal first = opener().open(CLOCK)) {
      assertThatThrownBy(() -> opener().open(CLOCK))
          .isInstanceOf(JournalException.class)
          .hasMessageContaining("in use by another engine")
          .hasMessageContaining("process " + ProcessHandle.current().pid())
          .hasMessageContaining("owner since 2026-11-21T10:15:30Z")
          .hasMessageContaining(first.location());
    }
    opener().open(CLOCK).close();
  }

  @Test
  void refusesASecondProcessAndNamesTheFirst() {
    try (ChildJvm child = ChildJvm.start(HoldingChild.class, file.toString())) {
      assertThat(child.line()).contains("open");
      assertThatThrownBy(() -> opener().open(CLOCK))
          .isInstanceOf(JournalException.class)
          .hasMessageContaining("process " + child.pid())
          .hasMessageContaining("started 20");
    }
  }

  @Test
  void aRefusedOpenerDoesNotWeakenTheLock() {
    try (Journal first = opener().open(CLOCK)) {
      assertThatThrownBy(() -> opener().open(CLOCK)).isInstanceOf(JournalException.class);
      assertOtherProcessIsRefused();
      assertThat(first.<Long>read(view -> view.lastSequence())).isZero();
    }
  }

  @Test
  void anOpenerOfAnotherClassLoaderIsRefusedAndDoesNotWeakenTheLock() throws Exception {
    Journal first = opener().open(CLOCK);
    try (URLClassLoader loader =
        new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
      Object other = lockFileOf(loader);
      assertThat(call(other, "tryLock", "holder")).isEqualTo(false);
      assertThat(call(other, "tryLock", "holder")).isEqualTo(false);
      assertThat(call(other, "holder")).isEqualTo("");
      assertOtherProcessIsRefused();
      first.close();
      assertThat(call(other, "tryLock", "holder")).isEqualTo(true);
      assertOtherProcessIsRefused();
      call(other, "release");
    }
  }

  @Test
  void aKilledOwnerLeavesTheJournalFree() {
    try (ChildJvm child = ChildJvm.start(HoldingChild.class, file.toString())) {
      assertThat(child.line()).contains("open");
      child.kill();
      opener().open(CLOCK).close();
    }
  }

  @Test
  void waitsForAnOwnerThatGoes() {
    try (ChildJvm child = ChildJvm.start(HoldingChild.class, file.toString())) {
      assertThat(child.line()).contains("open");
      Pause rollingRestart =
          time -> {
            pauses.add(time);
            if (pauses.size() == 3) {
              child.kill();
            }
          };
      SqliteJournal.at(file).pause(rollingRestart).open(CLOCK).close();
      assertThat(pauses).hasSize(3);
    }
  }

  @Test
  void waitsNoLongerThanItWasTold() {
    try (Journal first = opener().open(CLOCK)) {
      SqliteJournal patient =
          SqliteJournal.at(file).lockWait(Duration.ofSeconds(2)).pause(pauses::add);
      assertThatThrownBy(() -> patient.open(CLOCK))
          .isInstanceOf(JournalException.class)
          .hasMessageContaining("Waited 2 s");
      assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus))
          .isEqualTo(Duration.ofSeconds(2));
      assertThat(first.location()).isNotEmpty();
    }
  }

  @Test
  void anInterruptEndsTheWait() {
    try (Journal first = opener().open(CLOCK)) {
      Pause interrupted =
          time -> {
            throw new InterruptedException();
          };
      assertThatThrownBy(() -> SqliteJournal.at(file).pause(interrupted).open(CLOCK))
          .isInstanceOf(JournalException.class)
          .hasMessageContaining("interrupted");
      assertThat(Thread.interrupted()).isTrue();
      assertThat(first.location()).isNotEmpty();
    }
  }

  @Test
  void namesNobodyIfTheLockFileIsSilent() throws Exception {
    try (FileChannel channel =
            FileChannel.open(lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = channel.lock()) {
      assertThat(held.isValid()).isTrue();
      assertThatThrownBy(() -> opener().open(CLOCK))
          .isInstanceOf(JournalException.class)
          .hasMessageContaining("its lock file does not say which");
    }
  }

  @Test
  void aFailedOpeningGivesTheLockBack() throws Exception {
    Files.writeString(file, "this is no database, whatever its name says");
    assertThatThrownBy(() -> opener().open(CLOCK)).hasMessageContaining("damaged");
    Files.delete(file);
    opener().open(CLOCK).close();
  }

  @Test
  void refusesANegativeWait() {
    assertThatThrownBy(() -> SqliteJournal.at(file).lockWait(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private void assertOtherProcessIsRefused() {
    try (ChildJvm child = ChildJvm.start(HoldingChild.class, file.toString())) {
      assertThat(child.line())
          .hasValueSatisfying(line -> assertThat(line).contains("in use by another engine"));
    }
  }

  private SqliteJournal opener() {
    return SqliteJournal.at(file).lockWait(Duration.ZERO);
  }

  private Path lockFile() {
    return folder.resolve("gapless.db.lock");
  }

  private Object lockFileOf(ClassLoader loader) throws Exception {
    Constructor<?> constructor =
        loader.loadClass(LockFile.class.getName()).getDeclaredConstructor(Path.class);
    constructor.setAccessible(true);
    return constructor.newInstance(lockFile());
  }

  private static Object call(Object on, String method, Object... arguments) throws Exception {
    for (Method candidate : on.getClass().getDeclaredMethods()) {
      if (candidate.getName().equals(method)) {
        candidate.setAccessible(true);
        return candidate.invoke(on, arguments);
      }
    }
    throw new NoSuchMethodException(method);
  }

  private static URL[] classPath() throws Exception {
    List<URL> urls = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      urls.add(Path.of(entry).toUri().toURL());
    }
    return urls.toArray(URL[]::new);
  }
}
