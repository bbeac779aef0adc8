// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.Attachment;
import dev.gapless.http.payload.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Photos, videos and links of a post or comment; each by its id, else by what of its address stays.
 */
final class PostMedia {
  private static final String PHOTO = "photo";
  private static final String VIDEO = "video";
  private static final String LINK = "link";

  private PostMedia() {}

  static List<Attachment> read(String item, JsonNode value) {
    List<Attachment> found = new ArrayList<>(photos(item, value));
    video(item, value).ifPresent(found::add);
    if (!item.equals(PHOTO) && !item.equals(VIDEO)) {
      web(value, LINK)
          .map(url -> attachment(LINK, Fields.id(value, "share_id"), Optional.of(url)))
          .ifPresent(found::add);
    }
    return found;
  }

  private static List<Attachment> photos(String item, JsonNode value) {
    List<String> ids = all(value, "photo_ids", "photo_id");
    List<String> urls =
        all(value, "photos", PHOTO, item.equals(PHOTO) ? LINK : PHOTO).stream()
            .filter(url -> Address.web(Optional.of(url)).isPresent())
            .distinct()
            .toList();
    List<Attachment> photos = new ArrayList<>();
    for (int i = 0; i < Math.max(ids.size(), urls.size()); i++) {
      photos.add(attachment(PHOTO, at(ids, i), at(urls, i)));
    }
    return photos;
  }

  private static Optional<Attachment> video(String item, JsonNode value) {
    Optional<String> id = Fields.id(value, "video_id");
    Optional<String> url =
        web(value, VIDEO).or(() -> item.equals(VIDEO) ? web(value, LINK) : Optional.empty());
    return id.isPresent() || url.isPresent()
        ? Optional.of(attachment(VIDEO, id, url))
        : Optional.empty();
  }

  private static Attachment attachment(String type, Optional<String> id, Optional<String> url) {
    return new Attachment(type, id.or(() -> url.flatMap(Address::lasting)), url, Optional.empty());
  }

  private static Optional<String> web(JsonNode value, String name) {
    return Address.web(Fields.text(value, name));
  }

  /** Every text under the names, in lists and alone. */
  private static List<String> all(JsonNode value, String... names) {
    List<String> found = new ArrayList<>();
    for (String name : names) {
      JsonNode part = value.path(name);
      if (part.isArray()) {
        part.forEach(one -> Fields.text(one).ifPresent(found::add));
      } else {
        Fields.text(value, name).ifPresent(found::add);
      }
    }
    return found.stream().distinct().toList();
  }

  private static Optional<String> at(List<String> list, int index) {
    return index < list.size() ? Optional.of(list.get(index)) : Optional.empty();
  }
}
