// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine;

import dev.gapless.api.channel.ChannelConnector;
import dev.gapless.api.channel.Enricher;
import dev.gapless.api.channel.MediaSource;
import dev.gapless.api.crm.CrmAdapter;
import dev.gapless.api.crm.FileTaker;
import dev.gapless.engine.GaplessBuilder.ConnectionSettings;
import dev.gapless.engine.books.Books;
import dev.gapless.engine.delivery.Concern;
import dev.gapless.engine.delivery.Dressing;
import dev.gapless.engine.delivery.Follower;
import dev.gapless.engine.delivery.Ties;
import dev.gapless.engine.intake.Redaction;
import dev.gapless.engine.journal.Committer;
import dev.gapless.engine.journal.DestinationRow;
import dev.gapless.engine.journal.Journal;
import dev.gapless.engine.journal.Purpose;
import dev.gapless.engine.media.Media;
import dev.gapless.engine.media.MediaDestinations;
import dev.gapless.engine.names.Names;
import dev.gapless.engine.policy.MediaPolicy;
import dev.gapless.engine.retention.Retention;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** What is brought for the sake of entries, beside them: files and names. */
final class Sides {
  private final GaplessBuilder from;
  private final Map<String, CrmAdapter> crms;
  private final Map<String, Enricher> enrichers;
  private final Map<String, MediaPolicy> policies;
  private final Media media;
  private final Names names;

  Sides(GaplessBuilder from, Map<String, ChannelConnector> channels, Map<String, CrmAdapter> crms) {
    this.from = from;
    this.crms = crms;
    this.enrichers = able(channels, Enricher.class);
    this.policies = byChannel(from, one -> one.media);
    this.media = new Media(policies, able(channels, MediaSource.class));
    Map<String, Duration> waits = byChannel(from, one -> one.namesWait);
    this.names = new Names(enrichers, waits, from.clock);
  }

  private static <T> Map<String, T> byChannel(
      GaplessBuilder from, Function<ConnectionSettings, T> what) {
    Map<String, T> all = new LinkedHashMap<>();
    from.channels.forEach((name, settings) -> all.put(name, what.apply(settings)));
    return all;
  }

  private static <T> Map<String, T> able(Map<String, ChannelConnector> channels, Class<T> ability) {
    Map<String, T> able = new LinkedHashMap<>();
    channels.forEach(
        (name, one) -> {
          if (ability.isInstance(one)) {
            able.put(name, ability.cast(one));
          }
        });
    return able;
  }

  /** What channels and CRMs are asked for and cannot do. */
  static List<String> problems(
      GaplessBuilder from, Map<String, ChannelConnector> channels, Map<String, CrmAdapter> crms) {
    List<String> problems = new ArrayList<>();
    from.channels.forEach(
        (name, settings) -> {
          if (channels.containsKey(name)) {
            check(name, settings.media, channels.get(name) instanceof MediaSource, crms, problems);
          }
        });
    crms.keySet().stream()
        .filter(name -> Purpose.of(name) != Purpose.ENTRY)
        .map(name -> "crm." + name + ": the name begins like one of our own. Choose another")
        .forEach(problems::add);
    return problems;
  }

  private static void check(
      String channel,
      MediaPolicy policy,
      boolean fetches,
      Map<String, CrmAdapter> crms,
      List<String> problems) {
    String place = "channel." + channel + ".media: ";
    if (policy.isFetching() && !fetches) {
      problems.add(place + "this channel's files cannot be fetched. Use reference or none");
    }
    if (policy.use() == MediaPolicy.Use.CRM) {
      crms.forEach(
          (crm, adapter) -> {
            if (!(adapter instanceof FileTaker)) {
              problems.add(place + "crm." + crm + " takes no files. Use store, reference or none");
            }
          });
    }
  }

  Redaction redaction() {
    return media.redaction();
  }

  Map<Purpose, Concern> concerns() {
    return Map.of(
        Purpose.ENTRY, names.ofEntries(),
        Purpose.MEDIA, media.ofFetch(),
        Purpose.FILE, media.ofHandOver(),
        Purpose.NAME, names.ofAsking());
  }

  /** The names of all destinations that are needed, the CRMs' first. */
  List<String> wanted() {
    boolean handOver = policies.values().stream().anyMatch(one -> one.use() == MediaPolicy.Use.CRM);
    return Stream.of(
            crms.keySet().stream(),
            media.fetching().keySet().stream().map(Purpose.MEDIA::destination),
            crms.keySet().stream().filter(name -> handOver).map(Purpose.FILE::destination),
            enrichers.keySet().stream().map(Purpose.NAME::destination))
        .flatMap(names -> names)
        .toList();
  }

  /** What is behind each destination, and what it is tied to. */
  List<Side> behind(
      Map<String, DestinationRow> rows, Journal journal, Committer committer, Books books) {
    MediaDestinations files = files(rows, journal, books);
    return rows.values().stream()
        .map(row -> behind(row, List.copyOf(rows.values()), files, journal, committer))
        .toList();
  }

  private MediaDestinations files(Map<String, DestinationRow> rows, Journal journal, Books books) {
    return new MediaDestinations(media, rows, journal, books, from.clock);
  }

  /** What goes out of the journal with time, and what goes with it. */
  Retention retention(
      Map<String, DestinationRow> rows, Journal journal, Committer committer, Books books) {
    return new Retention(
        from.retention,
        committer,
        books,
        files(rows, journal, books).leftovers(),
        List.of(Names.remembered()),
        from.clock);
  }

  private Side behind(
      DestinationRow row,
      List<DestinationRow> all,
      MediaDestinations files,
      Journal journal,
      Committer committer) {
    String connection = row.connection();
    return switch (row.purpose()) {
      case ENTRY -> new Side(row, crm(connection), tiesOfEntries(files, all, connection));
      case MEDIA -> new Side(row, files.fetch(connection), following(files.afterFetch(connection)));
      case FILE ->
          new Side(
              row, files.handOver(connection, crm(connection)), following(files.afterHandOver()));
      case NAME ->
          new Side(
              row,
              names.asking(connection, journal, committer),
              following(List.of(names.afterAsking(of(Purpose.ENTRY, all)))));
    };
  }

  private static List<DestinationRow> of(Purpose purpose, List<DestinationRow> all) {
    return all.stream().filter(row -> row.purpose() == purpose).toList();
  }

  private static Ties following(List<Follower> followers) {
    return new Ties(List.of(), followers);
  }

  private Ties tiesOfEntries(MediaDestinations files, List<DestinationRow> all, String crm) {
    List<Follower> followers = new ArrayList<>(files.afterEntry(crm));
    followers.add(names.ofWritten());
    List<Dressing> dressings = List.of(media.locations(of(Purpose.MEDIA, all)), names.dressing());
    return new Ties(dressings, followers);
  }

  private CrmAdapter crm(String name) {
    return Objects.requireNonNull(crms.get(name), name);
  }

  /** A destination's adapter and ties. */
  record Side(DestinationRow row, CrmAdapter adapter, Ties ties) {}
}
