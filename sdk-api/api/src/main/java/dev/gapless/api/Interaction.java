// SPDX-License-Identifier: Apache-2.0
package dev.gapless.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One normalised social contact and what happened to it. Immutable and safe to share between
 * threads. A connector makes one per event; the engine folds the events of an item and hands the
 * result, in the same type, to the CRM adapter.
 */
public final class Interaction {
  /** Under this name {@link #data()} says where a contact was taken from, if not from life. */
  public static final String SOURCE = "source";

  /** The {@link #SOURCE} of what a platform hands over as part of the past. */
  public static final String HISTORY = "history";

  private final InteractionBuilder from;

  Interaction(InteractionBuilder from) {
    this.from = from;
  }

  /**
   * Starts a full, inbound, private message created at {@code occurredAt}; everything can be
   * changed before {@link InteractionBuilder#build()}.
   */
  public static InteractionBuilder builder(ItemKey key, Instant occurredAt) {
    return new InteractionBuilder(key, occurredAt);
  }

  /** A builder that starts with all of this interaction's values. */
  public InteractionBuilder toBuilder() {
    return new InteractionBuilder(from);
  }

  public ItemKey key() {
    return from.key;
  }

  public Kind kind() {
    return from.kind;
  }

  public Action action() {
    return from.action;
  }

  public Direction direction() {
    return from.direction;
  }

  public Visibility visibility() {
    return from.visibility;
  }

  /** How much of the contact this reading holds. */
  public Fullness fullness() {
    return from.fullness;
  }

  /** The thread; empty when the platform names none, then the item has a lane of its own. */
  public Optional<Conversation> conversation() {
    return from.conversation;
  }

  /** Native id of what this answers or stands below. */
  public Optional<String> parent() {
    return from.parent;
  }

  /** Native id of what a reaction is about. */
  public Optional<String> target() {
    return from.target;
  }

  /** Who wrote it; empty when the platform hides the author. */
  public Optional<Party> author() {
    return from.author;
  }

  /**
   * The person outside the company whose timeline it belongs to: the author of an inbound contact,
   * the recipient of an outbound one.
   */
  public Optional<Party> customer() {
    return from.customer;
  }

  /** The text as written, never {@code null}; empty when there is none or it was removed. */
  public String text() {
    return from.text;
  }

  /** When the contact happened, by the platform's clock. An edit does not move it. */
  public Instant occurredAt() {
    return from.occurredAt;
  }

  /**
   * When this change happened, by the platform's clock; for a new contact {@link #occurredAt()}.
   */
  public Instant changedAt() {
    return from.changedAt;
  }

  public List<Attachment> attachments() {
    return from.attachments;
  }

  /** For outbound contacts: the highest status known. */
  public Optional<DeliveryStatus> status() {
    return from.status;
  }

  /**
   * What else the platform said, as readable names and values: error codes of a failed message, the
   * coordinates of a location, the advertisement a chat began with.
   */
  public Map<String, String> data() {
    return from.data;
  }

  /**
   * Whether its {@link #SOURCE} is the {@link #HISTORY}. Such a contact is written in its turn, but
   * other conversations, in which something has just happened, go first.
   */
  public boolean isHistory() {
    return HISTORY.equals(data().get(SOURCE));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Interaction that && from.values().equals(that.from.values());
  }

  @Override
  public int hashCode() {
    return from.values().hashCode();
  }

  /** Names the contact without its content, so that it may stand in a log line. */
  @Override
  public String toString() {
    return "Interaction[" + kind().label() + " " + action().label() + " " + key().sha256Hex() + "]";
  }
}
