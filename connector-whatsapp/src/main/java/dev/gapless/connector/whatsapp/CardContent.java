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
    List<String> titles = new ArrayList<>();
    for (int i = 0; i < cards.size(); i++) {
      JsonNode card = cards.get(i);
      Optional<String> name = name(card);
      describe("contact." + (i + 1), name, card, data);
      titles.add(name.or(() -> substitute(card)).orElse(""));
    }
    return Content.text(Content.lines(titles.stream()), data);
  }

  /** What stands for a card without a name. */
  private static Optional<String> substitute(JsonNode card) {
    return Fields.text(card.path("org"), "company")
        .or(() -> Fields.text(card.path("phones").path(0), "phone"))
        .or(() -> Fields.text(card.path("emails").path(0), "email"));
  }

  private static Optional<String> name(JsonNode card) {
    JsonNode name = card.path("name");
    return Fields.text(name, "formatted_name")
        .or(() -> parts(name))
        .or(() -> Fields.text(card, "vcard").flatMap(CardContent::vcardName));
  }

  private static Optional<String> parts(JsonNode name) {
    return Stream.of("first_name", "middle_name", "last_name")
        .flatMap(part -> Fields.text(name, part).stream())
        .reduce((all, part) -> all + " " + part);
  }

  private static Optional<String> vcardName(String vcard) {
    Matcher match = VCARD_NAME.matcher(VCARD_FOLD.matcher(vcard).replaceAll(""));
    return match.find()
        ? Optional.of(VCARD_ESCAPE.matcher(match.group(1)).replaceAll("$1").strip())
            .filter(name -> !name.isEmpty())
        : Optional.empty();
  }

  private static void describe(String prefix, Optional<String> name, JsonNode card, Data data) {
    data.add(prefix + ".name", name)
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
