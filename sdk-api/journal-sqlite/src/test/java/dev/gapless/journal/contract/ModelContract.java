// SPDX-License-Identifier: Apache-2.0
package dev.gapless.journal.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gapless.engine.journal.Journal;
import dev.gapless.engine.journal.JournalOpener;
import dev.gapless.engine.journal.JournalTransaction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;

/** Whatever is done to a journal, it answers as the model does. */
public abstract class ModelContract {
  /** How a group of changes ends. */
  public enum End {
    COMMIT,
    COMMIT_AND_REOPEN,
    FAIL
  }

  /** Changes of one commit. */
  public record Group(List<Change> changes, End end) {}

  /** The same journal whenever the folder is the same. */
  protected abstract JournalOpener opener(Path folder);

  @Property(seed = "7691461020427578215", tries = 150, shrinking = ShrinkingMode.BOUNDED)
  void answersLikeTheModel(@ForAll("groups") List<Group> groups) throws IOException {
    Path folder = Files.createTempDirectory("journal");
    JournalOpener opener = opener(folder);
    Journal model = new ModelJournal();
    Journal journal = opener.open(Clock.systemUTC());
    try {
      register(model);
      register(journal);
      for (Group group : groups) {
        assertThat(run(journal, group)).isEqualTo(run(model, group));
        if (group.end() == End.COMMIT_AND_REOPEN) {
          journal.close();
          journal = opener.open(Clock.systemUTC());
        }
        assertThat(journal.read(Answers::of)).containsExactlyEntriesOf(model.read(Answers::of));
      }
    } finally {
      journal.close();
      delete(folder);
    }
  }

  private static void register(Journal journal) {
    journal.commit(tx -> List.of(tx.addDestination("crm 0", 0), tx.addDestination("crm 1", 4)));
  }

  private static List<Object> run(Journal journal, Group group) {
    if (group.end() == End.FAIL) {
      return runAndFail(journal, group);
    }
    return journal.commit(tx -> apply(tx, group));
  }

  private static List<Object> runAndFail(Journal journal, Group group) {
    IllegalArgumentException planned = new IllegalArgumentException("planned");
    assertThatThrownBy(
            () ->
                journal.commit(
                    tx -> {
                      apply(tx, group);
                      throw planned;
                    }))
        .isSameAs(planned);
    return List.of("failed");
  }

  private static List<Object> apply(JournalTransaction tx, Group group) {
    return group.changes().stream().map(change -> change.apply(tx)).toList();
  }

  @Provide
  Arbitrary<List<Group>> groups() {
    Arbitrary<Integer> number = Arbitraries.integers().between(0, 7);
    Arbitrary<Change> change =
        Combinators.combine(Arbitraries.of(Change.Kind.class), number, number, number)
            .as(Change::new);
    Arbitrary<End> end =
        Arbitraries.frequency(
            Tuple.of(6, End.COMMIT), Tuple.of(1, End.COMMIT_AND_REOPEN), Tuple.of(3, End.FAIL));
    return Combinators.combine(change.list().ofMinSize(1).ofMaxSize(25), end)
        .as(Group::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(12);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(ModelContract::deleteOne);
    }
  }

  private static void deleteOne(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
