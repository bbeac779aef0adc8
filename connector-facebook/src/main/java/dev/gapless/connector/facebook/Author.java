// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.Identifier;
import dev.gapless.api.Party;
import dev.gapless.http.payload.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
    String idType = idType(change);
    Author from = in(json.path("from"), idType);
    return from.id.isPresent() && from.name.isPresent()
        ? from
        : from.or(flat(json, "sender_id", "sender_name", idType))
            .or(flat(json, "reviewer_id", "reviewer_name", idType));
  }

  /** An object with id, name and user name. */
  static Author in(JsonNode json, String idType) {
    return new Author(
        Fields.id(json, "id"), Fields.text(json, "name"), Fields.text(json, "username"), idType);
  }

  static String idType(Element element) {
    return element.isInstagram() ? Identifier.INSTAGRAM_IGSID : Identifier.FACEBOOK_PSID;
  }

  private static Author flat(JsonNode json, String id, String name, String idType) {
    return new Author(Fields.id(json, id), Fields.text(json, name), Optional.empty(), idType);
  }

  private Author or(Author other) {
    return new Author(id.or(other::id), name.or(other::name), handle.or(other::handle), idType);
  }

  boolean isKnown() {
    return id.isPresent() || name.isPresent() || handle.isPresent();
  }

  /** Empty for somebody of whom nothing is known. */
  Optional<Party> party() {
    if (!isKnown()) {
      return Optional.empty();
    }
    List<Identifier> identifiers = new ArrayList<>(2);
    id.ifPresent(value -> identifiers.add(new Identifier(idType, value)));
    handle.ifPresent(value -> identifiers.add(new Identifier(Identifier.HANDLE, value)));
    return Optional.of(new Party(name.or(() -> handle), identifiers));
  }

  /** Says nothing about who it is. */
  @Override
  public String toString() {
    return "Author[***]";
  }
}
