// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.salesforce.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gapless.api.DeliveryStatus;
import dev.gapless.api.Interaction;
import dev.gapless.api.Party;
import dev.gapless.api.crm.Entry;
import dev.gapless.http.entry.ConversationKey;
import dev.gapless.http.entry.EntryTexts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** What stands in the fields of an entry. Immutable but for the name of the closed status. */
public final class EntryFields {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private final Profile profile;
  private final EntryTexts texts;
  private final ZoneId zone;
  private final Optional<String> owner;
  private final Optional<String> inbox;
  private final Supplier<String> closedStatus;

  /**
   * @param zone of fields that hold a date only, and of the time in the subject
   * @param owner the id of the user or queue that entries belong to
   * @param inbox the id of the record that entries without a person point to
   * @param closedStatus asked only while entries are made
   */
  public EntryFields(
      Profile profile,
      EntryTexts texts,
      ZoneId zone,
      Optional<String> owner,
      Optional<String> inbox,
      Supplier<String> closedStatus) {
    this.profile = profile;
    this.texts = texts;
    this.zone = zone;
    this.owner = owner;
    this.inbox = inbox;
    this.closedStatus = closedStatus;
  }

  Profile profile() {
    return profile;
  }

  /** The record of a new entry. */
  ObjectNode created(Entry entry) {
    ObjectNode record = record();
    profile.fields().forEach(field -> put(record, field, entry));
    entry
        .person()
        .ifPresentOrElse(
            person ->
                Optional.ofNullable(profile.person().get(person.type()))
                    .ifPresent(field -> record.put(field, person.id())),
            () -> inbox.ifPresent(id -> record.put(profile.inbox(), id)));
    return record;
  }

  /** A change of an entry: the fields that are ours alone. */
  ObjectNode changed(Entry entry) {
    ObjectNode record = record().put("id", entry.refs().entry().orElseThrow());
    put(record, entry, ProfileField.When.OWN);
    return record;
  }

  /** Adds the texts to a change. */
  void addTexts(ObjectNode record, Entry entry) {
    put(record, entry, ProfileField.When.TEXT);
  }

  private ObjectNode record() {
    ObjectNode record = JsonNodeFactory.instance.objectNode();
    record.putObject("attributes").put("type", profile.object());
    return record;
  }

  private void put(ObjectNode record, Entry entry, ProfileField.When when) {
    profile.fields().stream()
        .filter(field -> field.when() == when)
        .forEach(field -> put(record, field, entry));
  }

  private void put(ObjectNode record, ProfileField field, Entry entry) {
    value(field, entry).ifPresent(value -> record.set(field.name(), value));
  }

  private Optional<JsonNode> value(ProfileField field, Entry entry) {
    Interaction contact = entry.interaction();
    return switch (field.role()) {
      case "sequence" -> Optional.of(LongNode.valueOf(entry.sequence()));
      case "occurredAt" -> Optional.of(moment(entry.occurredAt()));
      case "changedAt" -> Optional.of(moment(contact.changedAt()));
      case "date" -> text(Optional.of(LocalDate.ofInstant(entry.occurredAt(), zone).toString()));
      case "closedStatus" -> text(Optional.of(closedStatus.get()));
      case "owner" -> text(owner);
      case "text" -> text(Optional.of(text(entry)));
      case "subject" -> text(Optional.of(subject(entry)));
      case "digest" -> text(Optional.of(FieldText.digest(subject(entry), text(entry))));
      case "permalink" -> text(permalink(contact, field.length()));
      default -> text(word(field.role(), entry).map(word -> cut(word, field.length())));
    };
  }

  private static Optional<String> word(String role, Entry entry) {
    Interaction contact = entry.interaction();
    return switch (role) {
      case "key" -> Optional.of(entry.key().sha256Hex());
      case "nativeId" -> Optional.of(entry.key().nativeId());
      case "channel" -> Optional.of(entry.key().channel());
      case "account" -> Optional.of(entry.key().account()).filter(text -> !text.isEmpty());
      case "kind" -> Optional.of(contact.kind().label());
      case "action" -> Optional.of(contact.action().label());
      case "direction" -> Optional.of(contact.direction().label());
      case "visibility" -> Optional.of(contact.visibility().label());
      case "conversation" -> Optional.of(ConversationKey.of(contact));
      case "author" -> contact.author().flatMap(Party::name);
      case "status" -> contact.status().map(DeliveryStatus::label);
      default -> throw new IllegalArgumentException("no value is called " + role);
    };
  }

  private String cut(String word, int length) {
    return FieldText.fit(FieldText.line(word), length, "");
  }

  private static JsonNode moment(Instant instant) {
    return TextNode.valueOf(MOMENT.format(instant));
  }

  private static Optional<JsonNode> text(Optional<String> text) {
    return text.map(TextNode::valueOf);
  }

  /** An address that does not fit is of no use cut. */
  private static Optional<String> permalink(Interaction contact, int length) {
    return Optional.ofNullable(contact.data().get("permalink"))
        .filter(url -> url.length() <= length && url.matches("https://[!-~]+"));
  }

  /** Channel, direction and time for those who read a list, then the beginning of the text. */
  private String subject(Entry entry) {
    Interaction contact = entry.interaction();
    String head =
        String.join(
            " ",
            entry.key().channel(),
            contact.direction().label(),
            TIME.format(entry.occurredAt().atZone(zone)));
    String line = head + " · " + FieldText.line(texts.text(contact));
    return FieldText.fit(line, limit("subject"), "…");
  }

  /** The text as it stands in its field. */
  String text(Entry entry) {
    return FieldText.fit(whole(entry), limit("text"), texts.cutMark());
  }

  /** The text before it was cut. */
  String whole(Entry entry) {
    return FieldText.clean(texts.text(entry.interaction()));
  }

  /** Whether the field cannot hold the whole text. */
  boolean isCut(Entry entry) {
    return FieldText.stored(whole(entry)) > limit("text");
  }

  /**
   * An agent's text with the new one behind it: the agent's stays whole, ours takes what room is
   * left. The one that stands last is not added again.
   */
  String behind(String agents, Entry entry) {
    String block = block(entry);
    String normal = agents.replace("\r\n", "\n");
    long room = limit("text") - FieldText.stored(normal);
    String fitting =
        room < texts.changed().length() + 8L
            ? ""
            : FieldText.fit(block, (int) room, texts.cutMark());
    return isBehind(normal, entry) || (!fitting.isEmpty() && normal.endsWith(fitting))
        ? normal
        : normal + fitting;
  }

  /** Whether the whole of the new text stands behind an agent's. */
  boolean isBehind(String agents, Entry entry) {
    return agents.replace("\r\n", "\n").strip().endsWith(block(entry).strip());
  }

  private String block(Entry entry) {
    return "\n\n" + texts.changed() + "\n" + whole(entry);
  }

  private int limit(String role) {
    return profile.field(role).map(ProfileField::length).orElse(Integer.MAX_VALUE);
  }
}
