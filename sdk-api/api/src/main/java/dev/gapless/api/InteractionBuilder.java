// SPDX-License-Identifier: Apache-2.0
package dev.gapless.api;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds an {@link Interaction}. Not safe for use by several threads. */
public final class InteractionBuilder {
  final ItemKey key;
  Instant occurredAt;
  Instant changedAt;
  Kind kind = Kind.MESSAGE;
  Action action = Action.CREATED;
  Direction direction = Direction.IN;
  Visibility visibility = Visibility.PRIVATE;
  Fullness fullness = Fullness.FULL;
  Optional<Conversation> conversation = Optional.empty();
  Optional<String> parent = Optional.empty();
  Optional<String> target = Optional.empty();
  Optional<Party> author = Optional.empty();
  Optional<Party> customer = Optional.empty();
  Optional<DeliveryStatus> status = Optional.empty();
  String text = "";
  List<Attachment> attachments = List.of();
  Map<String, String> data = Map.of();

  InteractionBuilder(ItemKey key, Instant occurredAt) {
    this.key = key;
    this.occurredAt = occurredAt;
    this.changedAt = occurredAt;
  }

  InteractionBuilder(InteractionBuilder other) {
    this(other.key, other.occurredAt);
    changedAt = other.changedAt;
    kind = other.kind;
    action = other.action;
    direction = other.direction;
    visibility = other.visibility;
    fullness = other.fullness;
    conversation = other.conversation;
    parent = other.parent;
    target = other.target;
    author = other.author;
    customer = other.customer;
    status = other.status;
    text = other.text;
    attachments = other.attachments;
    data = other.data;
  }

  public InteractionBuilder occurredAt(Instant value) {
    occurredAt = value;
    return this;
  }

  public InteractionBuilder changedAt(Instant value) {
    changedAt = value;
    return this;
  }

  public InteractionBuilder kind(Kind value) {
    kind = value;
    return this;
  }

  public InteractionBuilder action(Action value) {
    action = value;
    return this;
  }

  public InteractionBuilder direction(Direction value) {
    direction = value;
    return this;
  }

  public InteractionBuilder visibility(Visibility value) {
    visibility = value;
    return this;
  }

  public InteractionBuilder fullness(Fullness value) {
    fullness = value;
    return this;
  }

  public InteractionBuilder conversation(Conversation value) {
    conversation = Optional.of(value);
    return this;
  }

  public InteractionBuilder parent(String nativeId) {
    parent = Optional.of(nativeId);
    return this;
  }

  public InteractionBuilder target(String nativeId) {
    target = Optional.of(nativeId);
    return this;
  }

  public InteractionBuilder author(Party value) {
    author = Optional.of(value);
    return this;
  }

  public InteractionBuilder customer(Party value) {
    customer = Optional.of(value);
    return this;
  }

  public InteractionBuilder text(String value) {
    text = value;
    return this;
  }

  public InteractionBuilder attachments(List<Attachment> values) {
    attachments = List.copyOf(values);
    return this;
  }

  public InteractionBuilder status(DeliveryStatus value) {
    status = Optional.of(value);
    return this;
  }

  /** Replaces all data; the order given is kept. */
  public InteractionBuilder data(Map<String, String> values) {
    data = values.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(values));
    return this;
  }

  /** A new interaction; the builder may go on being used. */
  public Interaction build() {
    return new Interaction(new InteractionBuilder(this));
  }

  List<Object> values() {
    return List.of(
        key,
        occurredAt,
        changedAt,
        kind,
        action,
        direction,
        visibility,
        fullness,
        conversation,
        parent,
        target,
        author,
        customer,
        status,
        text,
        attachments,
        data);
  }
}
