// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.http.payload.Data;
import dev.gapless.http.payload.Fields;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A place: its name and address, else its coordinates. */
final class LocationContent {
  private static final List<String> DETAILS =
      List.of("latitude", "longitude", "name", "address", "url");

  private LocationContent() {}

  static Content read(JsonNode location) {
    String named =
        Content.lines(
            Stream.of("name", "address").flatMap(part -> Fields.text(location, part).stream()));
    Optional<String> text = Optional.of(named).filter(t -> !t.isEmpty()).or(() -> point(location));
    return text.map(shown -> Content.text(shown, new Data().addAll("location", location, DETAILS)))
        .orElse(new Content.Strange("location.latitude"));
  }

  private static Optional<String> point(JsonNode location) {
    return Fields.text(location, "latitude")
        .flatMap(
            latitude ->
                Fields.text(location, "longitude").map(longitude -> latitude + ", " + longitude));
  }
}
