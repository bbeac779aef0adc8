// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.Action;
import dev.gapless.api.Fullness;
import dev.gapless.api.InteractionBuilder;
import dev.gapless.api.Kind;
import dev.gapless.api.channel.Item;
import dev.gapless.http.payload.Envelope;
import dev.gapless.http.payload.Fields;
import java.util.Optional;

/** Reads changes of a page's feed, its mentions and its ratings. */
final class FeedReader {
  private FeedReader() {}

  /** The fields {@code feed} and {@code ratings}. */
  static Item feed(Element change) {
    return read(change, VerbTable.verb(change.json()), false);
  }

  /** The field {@code mention}: something elsewhere that names the page. */
  static Item mention(Element change) {
    return read(change, VerbTable.verb(change.json()), true);
  }

  /** A change of a field that this version does not know, with an author or a thread. */
  static Item unknown(Element change) {
    return unknown(change, change.frame().field().orElse("field"));
  }

  private static Item read(Element change, String verb, boolean mentions) {
    Optional<String> item = Fields.text(change.json(), "item");
    Optional<ItemTable.Row> row = item.flatMap(ItemTable::row);
    Optional<String> rule =
        row.isPresent() ? NoticeTable.rule(verb) : item.flatMap(NoticeTable::rule);
    if (rule.isPresent()) {
      return change.notice(item.orElse(verb), rule.get());
    }
    return row.map(known -> read(change, verb, known, mentions))
        .orElseGet(() -> unknown(change, "item"));
  }

  private static Item read(Element change, String verb, ItemTable.Row row, boolean mentions) {
    PublicDraft draft = new PublicDraft(change, row.ownIfNobody());
    if (row.role() == ItemTable.Role.REACTION) {
      return PublicReaction.read(draft, verb);
    }
    Content content = PostContent.read(row, change.json());
    return VerbTable.action(verb)
        .map(action -> known(draft, row.role(), action, content, mentions))
        .orElseGet(
            () ->
                draft.unsupported(
                    subject(row.role(), change), Revision.unknown(verb, change), content, "verb"));
  }

  /** A copy of a post, comment or review that was read back, in the form of a feed change. */
  static Item copy(Element change) {
    ItemTable.Row row = row(change);
    return known(
        new PublicDraft(change, row.ownIfNobody()),
        row.role(),
        Action.OBSERVED,
        PostContent.read(row, change.json()),
        false);
  }

  private static ItemTable.Row row(Element change) {
    return Fields.text(change.json(), "item").flatMap(ItemTable::row).orElseThrow();
  }

  private static Item known(
      PublicDraft draft, ItemTable.Role role, Action action, Content content, boolean mentions) {
    Kind kind = mentions ? Kind.MENTION : kind(role);
    Subject subject = subject(role, draft.change());
    Revision revision =
        kind == Kind.MENTION && action == Action.CREATED
            ? Revision.mention()
            : Revision.of(action, draft.change(), subject, content);
    InteractionBuilder builder = draft.start(subject, kind, revision);
    if (mentions && !draft.hasAuthor()) {
      builder.fullness(Fullness.THIN);
    }
    return draft.finish(builder, revision, content);
  }

  private static Item unknown(Element change, String field) {
    JsonNode json = change.json();
    Content content = PostContent.unknown(json);
    Revision revision = Revision.unknown(Fields.text(json, "item").orElse(field), change);
    return PublicDraft.looksLikeContact(change)
        ? new PublicDraft(change, false)
            .unsupported(Subject.unknown(change), revision, content, field)
        : change.notice(Fields.word(json, "item").orElse("item"), Envelope.UNKNOWN);
  }

  private static Subject subject(ItemTable.Role role, Element change) {
    return switch (role) {
      case COMMENT -> Subject.comment(change);
      case REVIEW -> Subject.review(change);
      case POST, MENTION, REACTION -> Subject.post(change);
    };
  }

  private static Kind kind(ItemTable.Role role) {
    return switch (role) {
      case COMMENT -> Kind.COMMENT;
      case REVIEW -> Kind.REVIEW;
      case MENTION -> Kind.MENTION;
      case REACTION -> Kind.REACTION;
      case POST -> Kind.POST;
    };
  }
}
