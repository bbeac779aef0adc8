// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.media;

import dev.gapless.api.channel.MediaSource;
import dev.gapless.api.crm.CrmAdapter;
import dev.gapless.engine.books.Books;
import dev.gapless.engine.delivery.Follower;
import dev.gapless.engine.journal.DestinationRow;
import dev.gapless.engine.journal.Journal;
import dev.gapless.engine.journal.Purpose;
import dev.gapless.engine.policy.MediaPolicy;
import dev.gapless.engine.retention.Leftovers;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The destinations that files are brought to, and how they hang together with the CRMs'. */
public final class MediaDestinations {
  private final Media media;
  private final Map<String, DestinationRow> rows;
  private final Journal journal;
  private final Books books;
  private final Clock clock;
  private final Map<String, MediaFiles> directories = new LinkedHashMap<>();

  /**
   * @param rows the destinations in use, by name
   */
  public MediaDestinations(
      Media media, Map<String, DestinationRow> rows, Journal journal, Books books, Clock clock) {
    this.media = media;
    this.rows = rows;
    this.journal = journal;
    this.books = books;
    this.clock = clock;
    media.fetching().forEach((channel, policy) -> directories.put(channel, files(policy)));
  }

  private static MediaFiles files(MediaPolicy policy) {
    return new MediaFiles(policy.directory().orElseThrow());
  }

  /** Fetches the files of a channel. */
  public CrmAdapter fetch(String channel) {
    MediaSource source = media.source(channel).orElseThrow();
    MediaPolicy policy = Objects.requireNonNull(media.fetching().get(channel), channel);
    return new Fetch(
        channel, source, policy, Objects.requireNonNull(directories.get(channel), channel));
  }

  /** Hands files to a CRM. */
  public CrmAdapter handOver(String crm, CrmAdapter adapter) {
    List<Integer> others =
        rows(Purpose.FILE).stream()
            .filter(row -> !row.connection().equals(crm))
            .map(DestinationRow::id)
            .toList();
    return new HandOver(
        adapter, directories, new HandedItems(journal, row(Purpose.ENTRY, crm).id(), others));
  }

  /** Files that are here only until every CRM has them; what is stored for good is not ours. */
  public Leftovers leftovers() {
    Map<Integer, MediaFiles> passing = new LinkedHashMap<>();
    directories.forEach(
        (channel, files) -> {
          if (media.isHandedOver(channel)) {
            passing.put(row(Purpose.MEDIA, channel).id(), files);
          }
        });
    return new PassingFiles(passing);
  }

  /** What follows when files of a channel are here. */
  public List<Follower> afterFetch(String channel) {
    return media.isHandedOver(channel)
        ? rows(Purpose.FILE).stream().<Follower>map(to -> after(channel, to.connection())).toList()
        : List.of();
  }

  /** What follows when a CRM has an entry. */
  public List<Follower> afterEntry(String crm) {
    return media.fetching().keySet().stream()
        .filter(media::isHandedOver)
        .limit(1)
        .map(channel -> after(channel, crm).ofEntries())
        .toList();
  }

  /** What follows when a CRM has files. */
  public List<Follower> afterHandOver() {
    return List.of(AfterFetch.ofHandOver(clock));
  }

  private AfterFetch after(String channel, String crm) {
    return new AfterFetch(channel, row(Purpose.ENTRY, crm), row(Purpose.FILE, crm), books, clock);
  }

  private List<DestinationRow> rows(Purpose purpose) {
    return rows.values().stream().filter(row -> row.purpose() == purpose).toList();
  }

  private DestinationRow row(Purpose purpose, String connection) {
    String name = purpose.destination(connection);
    return Objects.requireNonNull(rows.get(name), name);
  }
}
