// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.media;

import dev.gapless.api.Attachment;
import dev.gapless.api.Interaction;
import dev.gapless.api.channel.MediaSource;
import dev.gapless.engine.delivery.Concern;
import dev.gapless.engine.delivery.Dressing;
import dev.gapless.engine.intake.Arrival;
import dev.gapless.engine.intake.Redaction;
import dev.gapless.engine.journal.DeliveryRow;
import dev.gapless.engine.journal.DestinationRow;
import dev.gapless.engine.journal.JournalView;
import dev.gapless.engine.policy.MediaPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the settings of all channels say of files. */
public final class Media {
  private static final Duration LIVE = Duration.ofHours(1);
  private static final Duration AHEAD = Duration.ofDays(1);

  /** Under this and its place stands where a stored file is, below the media directory. */
  private static final String LOCATION = "media.";

  private final Map<String, MediaPolicy> policies;
  private final Map<String, MediaSource> sources;

  /**
   * @param policies by channel
   * @param sources by channel, those that fetch
   */
  public Media(Map<String, MediaPolicy> policies, Map<String, MediaSource> sources) {
    this.policies = Map.copyOf(policies);
    this.sources = Map.copyOf(sources);
  }

  private Optional<MediaPolicy> policy(String connection) {
    return Optional.ofNullable(policies.get(connection));
  }

  private boolean isUse(String connection, MediaPolicy.Use use) {
    return policy(connection).filter(one -> one.use() == use).isPresent();
  }

  /** Where the entry shall not mention files, they are not even kept in what is folded. */
  public Redaction redaction() {
    return (connection, event) ->
        isUse(connection, MediaPolicy.Use.NONE) && !event.attachments().isEmpty()
            ? event.toBuilder().attachments(List.of()).build()
            : event;
  }

  /** Contacts with files are fetched for; what happens now goes before what happened long ago. */
  public Concern ofFetch() {
    return (view, to, arrival) ->
        arrival
            .visible()
            .filter(shown -> to.connection().equals(arrival.connection()))
            .filter(shown -> hasFile(arrival.connection(), shown))
            .map(shown -> due(shown, arrival.at()));
  }

  private boolean hasFile(String connection, Interaction shown) {
    return policy(connection).filter(MediaPolicy::isFetching).isPresent()
        && source(connection)
            .filter(source -> shown.attachments().stream().anyMatch(source::isFile))
            .isPresent();
  }

  /** As if it had waited for a day: the queue takes first what is due longest. */
  private static Instant due(Interaction shown, Instant receivedAt) {
    boolean live = shown.occurredAt().isAfter(receivedAt.minus(LIVE));
    return live ? receivedAt.minus(AHEAD) : receivedAt;
  }

  /** Nothing is handed over before it is fetched, so it is the fetch that asks for it. */
  public Concern ofHandOver() {
    return new Concern() {
      @Override
      public Optional<Instant> due(JournalView view, DestinationRow to, Arrival arrival) {
        return Optional.empty();
      }

      @Override
      public DeliveryRow changed(DeliveryRow done, Arrival arrival) {
        return isUse(arrival.connection(), MediaPolicy.Use.CRM)
            ? done.waiting(arrival.sequence(), LATER)
            : done.writtenUpTo(arrival.sequence(), done.refs());
      }
    };
  }

  /** The entry says where a stored file is or will be; it does not wait for it. */
  public Dressing locations(List<DestinationRow> fetches) {
    List<DestinationRow> storing =
        fetches.stream().filter(to -> isUse(to.connection(), MediaPolicy.Use.STORE)).toList();
    return (view, item, shown) ->
        shown.attachments().isEmpty()
            ? shown
            : storing.stream()
                .filter(to -> view.delivery(to.id(), item.id()).isPresent())
                .findFirst()
                .map(to -> located(source(to.connection()), shown))
                .orElse(shown);
  }

  private static Interaction located(Optional<MediaSource> source, Interaction shown) {
    Map<String, String> data = new LinkedHashMap<>(shown.data());
    for (int index = 0; index < shown.attachments().size(); index++) {
      Attachment attachment = shown.attachments().get(index);
      if (source.filter(one -> one.isFile(attachment)).isPresent()) {
        data.put(LOCATION + index, MediaFiles.location(shown.key(), index, attachment));
      }
    }
    return shown.toBuilder().data(data).build();
  }

  /** The channels whose files are fetched, with how. */
  public Map<String, MediaPolicy> fetching() {
    Map<String, MediaPolicy> fetching = new TreeMap<>(policies);
    fetching.values().removeIf(policy -> !policy.isFetching());
    return fetching;
  }

  boolean isHandedOver(String connection) {
    return isUse(connection, MediaPolicy.Use.CRM);
  }

  Optional<MediaSource> source(String connection) {
    return Optional.ofNullable(sources.get(connection));
  }
}
