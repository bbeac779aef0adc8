// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.names;

import dev.gapless.api.Identifier;
import dev.gapless.api.ItemKey;
import dev.gapless.api.Party;
import dev.gapless.engine.journal.JournalTransaction;
import dev.gapless.engine.journal.JournalView;
import dev.gapless.engine.journal.Purpose;
import dev.gapless.engine.retention.Remembered;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What platforms have said of names, kept in the journal: per identifier within its account, the
 * name or that there was none, and when it was asked.
 */
final class NameMemory {
  private static final Duration NAMED_FOR = Duration.ofDays(30);
  private static final Duration NAMELESS_FOR = Duration.ofDays(1);
  private static final String OWNER = Purpose.NAME.destination("");

  private final Set<String> types;

  /**
   * @param types identifier types that can be asked for on any channel
   */
  NameMemory(Set<String> types) {
    this.types = types;
  }

  /**
   * @param name empty if the platform had none that we may see
   */
  record Answer(Instant asked, Optional<String> name) {
    /** Whether it need not be asked again. */
    boolean isFresh(Instant now) {
      Duration age = name.isPresent() ? NAMED_FOR : NAMELESS_FOR;
      return asked.plus(age).isAfter(now);
    }
  }

  Optional<Answer> find(JournalView view, ItemKey item, Party party) {
    return keys(item, party)
        .flatMap(key -> view.state(OWNER, key).stream())
        .findFirst()
        .map(NameMemory::read);
  }

  void remember(
      JournalTransaction tx, ItemKey item, Party party, Optional<String> name, Instant now) {
    String value = now.getEpochSecond() + " " + name.orElse("");
    keys(item, party).forEach(key -> tx.putState(OWNER, key, value));
  }

  /** Names that were told long ago. */
  static Remembered remembered() {
    return new Remembered() {
      @Override
      public String owner() {
        return OWNER;
      }

      @Override
      public boolean isFrom(String value, Instant before) {
        return !read(value).asked().isAfter(before);
      }
    };
  }

  private static Answer read(String value) {
    int end = value.indexOf(' ');
    Instant asked = Instant.ofEpochSecond(Long.parseLong(value.substring(0, end)));
    return new Answer(asked, Optional.of(value.substring(end + 1)).filter(name -> !name.isBlank()));
  }

  private Stream<String> keys(ItemKey item, Party party) {
    return party.identifiers().stream()
        .filter(one -> types.contains(one.type()))
        .map(one -> key(item, one));
  }

  /** An identifier as a page-scoped one means somebody else on another account. */
  private static String key(ItemKey item, Identifier one) {
    return Stream.of(item.tenant(), item.channel(), item.account(), one.type(), one.value())
        .map(part -> part.length() + ":" + part)
        .collect(Collectors.joining("|"));
  }
}
