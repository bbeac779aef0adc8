// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import dev.gapless.api.Action;
import dev.gapless.api.Direction;
import dev.gapless.api.Fullness;
import dev.gapless.api.Interaction;
import dev.gapless.api.InteractionBuilder;
import dev.gapless.api.ItemKey;
import dev.gapless.api.Kind;
import dev.gapless.api.Party;
import dev.gapless.api.Visibility;
import dev.gapless.api.channel.Item;
import dev.gapless.http.payload.Data;
import dev.gapless.http.payload.Fields;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A public contact in the making: what posts, comments, reviews and reactions have in common. */
final class PublicDraft {
  /** The company is the author without any name of a person in it. */
  private static final Party COMPANY = new Party(Optional.empty(), List.of());

  private static final List<String> THREADS = List.of("post_id", "comment_id", "media");

  private final Element change;
  private final Author author;
  private final boolean own;
  private final Optional<Instant> at;

  /**
   * @param ownIfNobody whether it is the company's own when no author is named
   */
  PublicDraft(Element change, boolean ownIfNobody) {
    this.change = change;
    this.author = Author.of(change);
    this.own = author.id().map(change::isOwn).orElse(ownIfNobody && !author.isKnown());
    this.at =
        change
            .time(change.json().path("created_time"))
            .or(() -> change.time(change.json().path("timestamp")));
  }

  /** Whether a change that nobody has described has an author or a thread. */
  static boolean looksLikeContact(Element change) {
    return Author.of(change).isKnown() || THREADS.stream().anyMatch(change.json()::has);
  }

  Element change() {
    return change;
  }

  boolean hasAuthor() {
    return author.isKnown();
  }

  /** Stands for the author in keys; where nobody is named, each element is its own. */
  Optional<String> actor() {
    return own ? Optional.of("company") : author.id().or(author::handle).or(author::name);
  }

  /** When it happened, by the platform's clock if that says anything. */
  Instant occurredAt() {
    return at.or(change::sentAt).orElse(change.receivedAt());
  }

  /** A contact that can be shown. */
  Item contact(Kind kind, Subject subject, Revision revision, Content content) {
    return finish(start(subject, kind, revision), revision, content);
  }

  /** A contact of which only a part can be shown, for the named reason. */
  Item unsupported(Subject subject, Revision revision, Content content, String field) {
    content
        .data()
        .add("unsupported.item", Fields.text(change.json(), "item"))
        .add("unsupported.field", Optional.of(field));
    InteractionBuilder builder =
        start(subject, Kind.UNSUPPORTED, revision).fullness(Fullness.PLACEHOLDER);
    return finish(builder, revision, content);
  }

  InteractionBuilder start(Subject subject, Kind kind, Revision revision) {
    return start(subject.key(change), subject, kind, revision);
  }

  /** The same under a key of its own, as of a reaction. */
  InteractionBuilder start(ItemKey key, Subject where, Kind kind, Revision revision) {
    InteractionBuilder builder =
        Interaction.builder(key, occurredAt())
            .kind(kind)
            .action(revision.action())
            .visibility(Visibility.PUBLIC)
            .direction(own ? Direction.OUT : Direction.IN);
    revision.at().ifPresent(builder::changedAt);
    where.thread().ifPresent(builder::conversation);
    where.parent().ifPresent(builder::parent);
    if (own) {
      builder.author(COMPANY);
    } else {
      author.party().ifPresent(party -> builder.author(party).customer(party));
    }
    return builder;
  }

  /**
   * @param content to whose data the circumstances are added
   */
  Item finish(InteractionBuilder builder, Revision revision, Content content) {
    addCircumstances(content.data());
    content.fill(builder);
    if (revision.action() == Action.REMOVED) {
      builder.text("").attachments(List.of());
    }
    Interaction reading = builder.build();
    return new Item.Contact(change.path(), Revision.change(revision.change(), reading), reading);
  }

  private void addCircumstances(Data data) {
    boolean timed = at.isPresent() || change.sentAt().isPresent();
    data.add("time.replaced", timed ? Optional.empty() : Optional.of("created_time"))
        .mark("encoding.replaced", change.isRepaired());
  }
}
