// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.http.payload.Data;
import dev.gapless.http.payload.Fields;
import java.util.List;
import java.util.Optional;

/** What stands beside the content of a message, whatever its type. */
final class MessageContext {
  private static final List<String> ADVERT =
      List.of(
          "source_url",
          "source_id",
          "source_type",
          "headline",
          "body",
          "media_type",
          "image_url",
          "video_url",
          "thumbnail_url",
          "ctwa_clid");

  private static final List<String> PRODUCT = List.of("catalog_id", "product_retailer_id");
  private static final List<String> ERROR = List.of("code", "title", "message", "href");

  private MessageContext() {}

  /** Forwarding, the product asked about, the advertisement a chat began with, errors. */
  static void add(JsonNode message, Data data) {
    addContext(message.path("context"), data);
    addReferral(message.path("referral"), data);
    data.add("contacts.origin", Fields.text(message, "origin"));
    addErrors(message.path("errors"), data);
  }

  private static void addContext(JsonNode context, Data data) {
    if (!context.isEmpty()) {
      data.mark("context.forwarded", Fields.isTrue(context, "forwarded"))
          .mark("context.frequently_forwarded", Fields.isTrue(context, "frequently_forwarded"))
          .addAll("context.product", context.path("referred_product"), PRODUCT);
    }
  }

  private static void addReferral(JsonNode referral, Data data) {
    if (!referral.isEmpty()) {
      data.addAll("referral", referral, ADVERT)
          .add("referral.welcome_message", Fields.text(referral.path("welcome_message"), "text"));
    }
  }

  /** What this message answers; a context without an id is no reply. */
  static Optional<String> parent(JsonNode message) {
    return Fields.id(message.path("context"), "id");
  }

  /** The first error as {@code error.code} and so on, further ones as {@code error.2.code}. */
  static void addErrors(JsonNode errors, Data data) {
    for (int i = 0; i < errors.size(); i++) {
      JsonNode error = errors.path(i);
      String prefix = i == 0 ? "error" : "error." + (i + 1);
      data.addAll(prefix, error, ERROR)
          .add(prefix + ".details", Fields.text(error.path("error_data"), "details"));
    }
  }
}
