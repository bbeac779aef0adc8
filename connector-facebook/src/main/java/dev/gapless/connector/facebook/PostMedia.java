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
      Address link = address(value, LINK);
      if (link.isWeb()) {
        found.add(attachment(LINK, Fields.id(value, "share_id"), link));
      }
    }
    return found;
  }

  private static List<Attachment> photos(String item, JsonNode value) {
    List<String> ids = all(value, "photo_ids", "photo_id");
    List<Address> addresses = new ArrayList<>();
    for (String text : all(value, "photos", PHOTO, item.equals(PHOTO) ? LINK : PHOTO)) {
      Address address = Address.of(Optional.of(text));
      if (address.isWeb()) {
        addresses.add(address);
      }
    }
    List<Attachment> photos = new ArrayList<>();
    for (int i = 0; i < Math.max(ids.size(), addresses.size()); i++) {
      photos.add(attachment(PHOTO, at(ids, i), at(addresses, i).orElse(Address.NONE)));
    }
    return photos;
  }

  private static Optional<Attachment> video(String item, JsonNode value) {
    Optional<String> id = Fields.id(value, "video_id");
    Address own = address(value, VIDEO);
    Address address = own.isWeb() || !item.equals(VIDEO) ? own : address(value, LINK);
    return id.isPresent() || address.isWeb()
        ? Optional.of(attachment(VIDEO, id, address))
        : Optional.empty();
  }

  private static Attachment attachment(String type, Optional<String> id, Address address) {
    return new Attachment(type, id.or(address::lasting), address.web(), Optional.empty());
  }

  private static Address address(JsonNode value, String name) {
    return Address.of(Fields.text(value, name));
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
    return found.size() < 2 ? found : found.stream().distinct().toList();
  }

  private static <T> Optional<T> at(List<T> list, int index) {
    return index < list.size() ? Optional.of(list.get(index)) : Optional.empty();
  }
}
