// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.Identifier;
import dev.gapless.api.Party;
import dev.gapless.http.payload.Fields;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A person or account as one element shows it; each part may be missing, and all of them are where
 * the platform may not show the person to us.
 */
record Author(Optional<String> id, Optional<String> name, Optional<String> handle, String idType) {

  static final Author NOBODY =
      new Author(Optional.empty(), Optional.empty(), Optional.empty(), Identifier.FACEBOOK_PSID);

  /** Who wrote a change; older payloads and reviews have fields of their own for it. */
  static Author of(Element change) {
    JsonNode json = change.json();
    return in(json.path("from"), idType(change))
        .or(flat(json, "sender", idType(change)))
        .or(flat(json, "reviewer", idType(change)));
  }

  /** An object with id, name and user name. */
  static Author in(JsonNode json, String idType) {
    return new Author(
        Fields.id(json, "id"), Fields.text(json, "name"), Fields.text(json, "username"), idType);
  }

  static String idType(Element element) {
    return element.isInstagram() ? Identifier.INSTAGRAM_IGSID : Identifier.FACEBOOK_PSID;
  }

  private static Author flat(JsonNode json, String role, String idType) {
    return new Author(
        Fields.id(json, role + "_id"), Fields.text(json, role + "_name"), Optional.empty(), idType);
  }

  private Author or(Author other) {
    return new Author(id.or(other::id), name.or(other::name), handle.or(other::handle), idType);
  }

  boolean isKnown() {
    return id.isPresent() || name.isPresent() || handle.isPresent();
  }

  /** Empty for somebody of whom nothing is known. */
  Optional<Party> party() {
    List<Identifier> identifiers =
        Stream.of(
                id.map(value -> new Identifier(idType, value)),
                handle.map(value -> new Identifier(Identifier.HANDLE, value)))
            .flatMap(Optional::stream)
            .toList();
    return isKnown()
        ? Optional.of(new Party(name.or(() -> handle), identifiers))
        : Optional.empty();
  }

  /** Says nothing about who it is. */
  @Override
  public String toString() {
    return "Author[***]";
  }
}
