// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.Attachment;
import dev.gapless.http.payload.Data;
import dev.gapless.http.payload.Fields;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The types of attachments to messages, and how the payload of each is read.
 *
 * @see <a
 *     href="https://developers.facebook.com/docs/messenger-platform/reference/webhook-events/messages">Messages
 *     webhook event</a>
 */
final class AttachmentTable {
  /** What the payload of a type holds. */
  enum Form {
    /** A file at an address. */
    FILE,
    /** A thing on the platform: a title, if any, and an address that may be missing. */
    THING,
    /** An address that a person shared, perhaps with a title. */
    LINK,
    /** Two coordinates. */
    PLACE,
    /** Elements with titles. */
    ELEMENTS,
    /** Nothing but the type. */
    SIGN,
    /** The platform says that it cannot be shown. */
    HIDDEN
  }

  /**
   * @param type the platform's word
   * @param form what its payload holds
   */
  record Row(String type, Form form) {}

  static final List<Row> ROWS =
      List.of(
          new Row("image", Form.FILE),
          new Row("video", Form.FILE),
          new Row("audio", Form.FILE),
          new Row("file", Form.FILE),
          new Row("sticker", Form.FILE),
          new Row("animated_image", Form.FILE),
          new Row("ephemeral", Form.FILE),
          new Row("story_mention", Form.THING),
          new Row("ig_story", Form.THING),
          new Row("share", Form.LINK),
          new Row("reel", Form.THING),
          new Row("ig_reel", Form.THING),
          new Row("post", Form.THING),
          new Row("ig_post", Form.THING),
          new Row("fallback", Form.LINK),
          new Row("location", Form.PLACE),
          new Row("template", Form.ELEMENTS),
          new Row("appointment_booking", Form.ELEMENTS),
          new Row("like_heart", Form.SIGN),
          new Row("unsupported_type", Form.HIDDEN));

  private static final Map<String, Row> BY_TYPE =
      ROWS.stream().collect(Collectors.toUnmodifiableMap(Row::type, Function.identity()));

  private static final List<String> IDS =
      List.of("attachment_id", "reel_video_id", "ig_post_media_id", "id");

  /** The type of every link that a person shared. */
  static final String LINK = "link";

  /** Copies that are read back do not have it, so the picture's own name comes first. */
  private static final String STICKER = "sticker_id";

  /**
   * One attachment, read.
   *
   * @param text what it says in words, for messages without any
   * @param known whether it was read as its type promises
   */
  record Part(Optional<Attachment> attachment, Optional<String> text, Data data, boolean known) {
    @Override
    public String toString() {
      return "Part[***]";
    }
  }

  private AttachmentTable() {}

  /**
   * Reads one attachment.
   *
   * @param number its place in the message, from 1, for the names of its data
   */
  static Part read(JsonNode attachment, int number) {
    String type = Fields.word(attachment, "type").orElse("unknown");
    Optional<Row> row = Optional.ofNullable(BY_TYPE.get(type));
    String prefix = "attachment." + number;
    Address address = address(attachment);
    return row.map(known -> read(known, prefix, attachment, address))
        .orElseGet(
            () ->
                part(
                    reference(type, attachment, address),
                    Optional.empty(),
                    odd(prefix, address),
                    false));
  }

  private static Part read(Row row, String prefix, JsonNode attachment, Address address) {
    String type = row.type();
    return switch (row.form()) {
      case FILE ->
          part(file(type, attachment, address), Optional.empty(), odd(prefix, address), true);
      case THING -> {
        Optional<String> title = title(attachment);
        yield thing(reference(type, attachment, address), prefix, title, address, title);
      }
      case LINK -> link(prefix, attachment, address);
      case PLACE -> place(prefix, attachment.path("payload"));
      case ELEMENTS -> elements(reference(type, attachment, address), prefix, attachment);
      case SIGN -> part(sign(type), Optional.of("❤️"), new Data(), true);
      case HIDDEN ->
          part(reference(type, attachment, address), Optional.empty(), new Data(), false);
    };
  }

  private static Attachment file(String type, JsonNode attachment, Address address) {
    boolean sticker = type.equals("image") && attachment.path("payload").hasNonNull(STICKER);
    return reference(sticker ? "sticker" : type, attachment, address);
  }

  /** Webhooks and copies have other words and ids for the same link. */
  private static Part link(String prefix, JsonNode attachment, Address address) {
    Attachment link = new Attachment(LINK, address.target(), address.web(), Optional.empty());
    Optional<String> title = title(attachment);
    return thing(link, prefix, title, address, Content.lines(title, address.text()));
  }

  private static Part thing(
      Attachment what,
      String prefix,
      Optional<String> title,
      Address address,
      Optional<String> words) {
    Data data = new Data().add(prefix + ".title", title).addAll(odd(prefix, address));
    return part(what, words, data, true);
  }

  /** What stands in the place of an address and is none. */
  private static Data odd(String prefix, Address address) {
    Optional<String> none = address.isWeb() ? Optional.empty() : address.text();
    return new Data().add(prefix + ".url", none);
  }

  private static Part place(String prefix, JsonNode payload) {
    JsonNode point = payload.path("coordinates");
    Optional<String> latitude = Fields.text(point, "lat");
    Optional<String> longitude = Fields.text(point, "long");
    Optional<String> words = latitude.flatMap(lat -> longitude.map(lon -> lat + ", " + lon));
    Data data =
        new Data()
            .add(prefix + ".latitude", latitude)
            .add(prefix + ".longitude", longitude)
            .add(prefix + ".title", Fields.text(payload, "title"));
    return new Part(Optional.of(sign("location")), words, data, words.isPresent());
  }

  private static Part elements(Attachment what, String prefix, JsonNode attachment) {
    JsonNode payload = attachment.path("payload");
    JsonNode list =
        payload.path("product").has("elements")
            ? payload.path("product").path("elements")
            : payload.path("elements");
    Stream<String> titles =
        list.valueStream().flatMap(element -> Fields.text(element, "title").stream());
    Stream<String> own =
        Stream.of(Fields.text(payload, "text"), Fields.text(payload, "title"), title(attachment))
            .flatMap(Optional::stream)
            .limit(1);
    Data data = new Data().add(prefix + ".template", Fields.text(payload, "template_type"));
    String words = Content.lines(Stream.concat(own, titles));
    return part(what, Optional.of(words).filter(t -> !t.isEmpty()), data, true);
  }

  private static Part part(Attachment attachment, Optional<String> text, Data data, boolean known) {
    return new Part(Optional.of(attachment), text, data, known);
  }

  private static Attachment sign(String type) {
    return new Attachment(type, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static Attachment reference(String type, JsonNode attachment, Address address) {
    JsonNode payload = attachment.path("payload");
    Optional<String> id =
        Fields.firstId(payload, IDS).or(address::lasting).or(() -> Fields.id(payload, STICKER));
    return new Attachment(type, id, address.web(), Fields.text(attachment, "mime_type"));
  }

  /** In the payload, or beside it in older events and in samples, there in capitals too. */
  private static Address address(JsonNode attachment) {
    return Address.of(
        Fields.text(attachment.path("payload"), "url")
            .or(() -> Fields.text(attachment, "url"))
            .or(() -> Fields.text(attachment, "URL")));
  }

  private static Optional<String> title(JsonNode attachment) {
    return Fields.text(attachment, "title")
        .or(() -> Fields.text(attachment.path("payload"), "title"));
  }
}
