// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.http.payload.Data;
import dev.gapless.http.payload.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Contact cards: the names, one per line; numbers, addresses and companies as data. A person's own
 * card, sent when asked for it, may come as a vCard (RFC 6350).
 */
final class CardContent {
  private static final Pattern VCARD_NAME =
      Pattern.compile("(?im)^(?:[\\w-]+\\.)?FN(?:;[^:\\n]*)?:(.*)$");
  private static final Pattern VCARD_FOLD = Pattern.compile("\\r?\\n[ \\t]");
  private static final Pattern VCARD_ESCAPE = Pattern.compile("\\\\([\\\\,;])");

  private CardContent() {}

  static Content read(JsonNode contacts) {
    List<JsonNode> cards = new ArrayList<>();
    (contacts.isArray() ? contacts : List.of(contacts)).forEach(cards::add);
    if (cards.stream().noneMatch(JsonNode::isObject)) {
      return new Content.Strange("contacts");
    }
    Data data = new Data();
    for (int i = 0; i < cards.size(); i++) {
      describe("contact." + (i + 1), cards.get(i), data);
    }
    return Content.text(Content.lines(cards.stream().map(CardContent::title)), data);
  }

  private static String title(JsonNode card) {
    return name(card)
        .or(() -> Fields.text(card.path("org"), "company"))
        .or(() -> Fields.text(card.path("phones").path(0), "phone"))
        .or(() -> Fields.text(card.path("emails").path(0), "email"))
        .orElse("");
  }

  private static Optional<String> name(JsonNode card) {
    JsonNode name = card.path("name");
    String parts =
        Stream.of("first_name", "middle_name", "last_name")
            .flatMap(part -> Fields.text(name, part).stream())
            .reduce("", (all, part) -> all.isEmpty() ? part : all + " " + part);
    return Fields.text(name, "formatted_name")
        .or(() -> Optional.of(parts).filter(text -> !text.isEmpty()))
        .or(() -> Fields.text(card, "vcard").flatMap(CardContent::vcardName));
  }

  private static Optional<String> vcardName(String vcard) {
    Matcher match = VCARD_NAME.matcher(VCARD_FOLD.matcher(vcard).replaceAll(""));
    return match.find()
        ? Optional.of(VCARD_ESCAPE.matcher(match.group(1)).replaceAll("$1").strip())
            .filter(name -> !name.isEmpty())
        : Optional.empty();
  }

  private static void describe(String prefix, JsonNode card, Data data) {
    data.add(prefix + ".name", name(card))
        .add(prefix + ".company", Fields.text(card.path("org"), "company"))
        .add(prefix + ".vcard", Fields.text(card, "vcard"));
    describeAll(prefix + ".phone", card.path("phones"), "phone", data);
    describeAll(prefix + ".email", card.path("emails"), "email", data);
  }

  private static void describeAll(String prefix, JsonNode list, String field, Data data) {
    for (int i = 0; i < list.size(); i++) {
      data.add(i == 0 ? prefix : prefix + "." + (i + 1), Fields.text(list.path(i), field));
    }
  }
}
