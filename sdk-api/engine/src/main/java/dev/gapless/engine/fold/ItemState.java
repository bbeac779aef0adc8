// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.fold;

import dev.gapless.api.Action;
import dev.gapless.api.Attachment;
import dev.gapless.api.DeliveryStatus;
import dev.gapless.api.Direction;
import dev.gapless.api.Interaction;
import dev.gapless.api.InteractionBuilder;
import dev.gapless.api.Kind;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What all events of one item add up to. The same events give the same state in whatever order they
 * arrive: each part keeps its greatest candidate by a total order, and a removal is final.
 *
 * @param original the fullest reading of the contact itself
 * @param edit the latest edit; may be there before the original is
 * @param removedAt when it was withdrawn
 * @param exposure the latest hide or show
 * @param status the highest status of an outbound message
 */
public record ItemState(
    Optional<Interaction> original,
    Optional<Interaction> edit,
    Optional<Instant> removedAt,
    Optional<Interaction> exposure,
    Optional<Interaction> status) {

  /** Before any event. */
  public static final ItemState EMPTY =
      new ItemState(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** The state with one more event. */
  public ItemState with(Interaction event) {
    if (event.kind() == Kind.STATUS) {
      return new ItemState(original, edit, removedAt, exposure, Precedence.status(status, event));
    }
    if (event.kind() == Kind.REACTION && event.action() == Action.REMOVED) {
      // Taken back, but not for ever: the same person may react to the same thing again.
      return new ItemState(original, Precedence.latest(edit, event), removedAt, exposure, status);
    }
    return switch (event.action()) {
      case CREATED ->
          new ItemState(Precedence.original(original, event), edit, removedAt, exposure, status);
      case EDITED ->
          new ItemState(original, Precedence.latest(edit, event), removedAt, exposure, status);
      case HIDDEN, SHOWN ->
          new ItemState(original, edit, removedAt, Precedence.latest(exposure, event), status);
      case REMOVED ->
          new ItemState(original, edit, Precedence.earliest(removedAt, event), exposure, status);
      case OBSERVED -> withCopy(event);
    };
  }

  /** A copy read back: it may be the first sight, a fuller reading, or prove an edit. */
  private ItemState withCopy(Interaction copy) {
    int more = original.map(held -> Precedence.amount(copy, held)).orElse(1);
    if (more > 0) {
      Interaction created = copy.toBuilder().action(Action.CREATED).build();
      return new ItemState(
          Precedence.original(original, created), edit, removedAt, exposure, status);
    }
    boolean same = more < 0 || visible().map(now -> looksLike(now, copy)).orElse(true);
    return same ? this : with(copy.toBuilder().action(Action.EDITED).build());
  }

  private static boolean looksLike(Interaction now, Interaction copy) {
    List<Attachment> here = now.attachments();
    List<Attachment> there = copy.attachments();
    return now.text().equals(copy.text())
        && here.size() == there.size()
        && IntStream.range(0, here.size()).allMatch(i -> here.get(i).isSameAs(there.get(i)));
  }

  /** Whether the contact itself has been seen, not only changes of it. */
  public boolean hasOriginal() {
    return original.isPresent();
  }

  /** What a CRM shall show; empty while there is nothing to show. */
  public Optional<Interaction> visible() {
    if (original.isEmpty()) {
      return status.filter(ItemState::failed);
    }
    Interaction first = original.get();
    InteractionBuilder out = first.toBuilder();
    edit.filter(change -> !change.changedAt().isBefore(first.changedAt()))
        .ifPresent(change -> applyEdit(first, change, out));
    exposure.ifPresent(change -> out.action(change.action()).changedAt(change.changedAt()));
    if (first.direction() == Direction.OUT) {
      status.filter(ItemState::failed).ifPresent(failure -> applyFailure(out, failure));
    }
    removedAt.ifPresent(at -> remove(out, at));
    return Optional.of(out.build());
  }

  private static void applyEdit(Interaction first, Interaction change, InteractionBuilder out) {
    if (change.action() == Action.REMOVED) {
      remove(out, change.changedAt());
      return;
    }
    Map<String, String> data = new LinkedHashMap<>(first.data());
    data.putAll(change.data());
    out.action(Action.EDITED)
        .changedAt(change.changedAt())
        .text(change.text())
        .attachments(change.attachments())
        .data(data);
  }

  private static void remove(InteractionBuilder out, Instant at) {
    out.action(Action.REMOVED).changedAt(at).text("").attachments(List.of()).data(Map.of());
  }

  private static void applyFailure(InteractionBuilder out, Interaction failure) {
    Map<String, String> data = new LinkedHashMap<>(out.build().data());
    data.putAll(failure.data());
    out.status(DeliveryStatus.FAILED).data(data);
  }

  private static boolean failed(Interaction status) {
    return status.status().filter(DeliveryStatus.FAILED::equals).isPresent();
  }
}
