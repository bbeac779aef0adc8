// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.http.payload.Data;
import dev.gapless.http.payload.Fields;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An order from the catalogue: the customer's words, then a line per product. */
final class OrderContent {
  private OrderContent() {}

  static Content read(JsonNode order) {
    JsonNode products = order.path("product_items");
    if (!order.isObject()
        || !(products.isArray() || products.isMissingNode() || products.isNull())) {
      return new Content.Strange("order.product_items");
    }
    Data data = new Data().addAll("order", order, List.of("catalog_id"));
    Stream.Builder<String> lines = Stream.builder();
    Fields.text(order, "text").ifPresent(lines);
    for (int i = 0; i < products.size(); i++) {
      JsonNode product = products.path(i);
      lines.add(line(product));
      describe("order." + (i + 1), product, data);
    }
    return Content.text(Content.lines(lines.build()), data);
  }

  private static String line(JsonNode product) {
    Optional<String> price =
        Fields.text(product, "item_price")
            .map(amount -> amount + Fields.text(product, "currency").map(c -> " " + c).orElse(""));
    return Fields.text(product, "quantity").map(count -> count + " × ").orElse("")
        + Fields.text(product, "product_retailer_id").orElse("?")
        + price.map(amount -> ": " + amount).orElse("");
  }

  private static void describe(String prefix, JsonNode product, Data data) {
    data.add(prefix + ".product", Fields.text(product, "product_retailer_id"))
        .add(prefix + ".quantity", Fields.text(product, "quantity"))
        .add(prefix + ".price", Fields.text(product, "item_price"))
        .add(prefix + ".currency", Fields.text(product, "currency"));
  }
}
