// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.entry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.api.Action;
import dev.gapless.api.DeliveryStatus;
import dev.gapless.api.Interaction;
import dev.gapless.api.InteractionBuilder;
import dev.gapless.api.ItemKey;
import dev.gapless.api.Kind;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.PropertyResourceBundle;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EntryTextsTest {
  private static final EntryTexts ENGLISH = EntryTexts.of("en");
  private static final EntryTexts GERMAN = EntryTexts.of("de");

  @Test
  void aTextIsShownAsWritten() {
    assertThat(ENGLISH.text(message("m", "It''s {0} 'quoted'").build()))
        .isEqualTo("It''s {0} 'quoted'");
  }

  @Test
  void aRemovedMessageShowsNothingOfItsText() {
    InteractionBuilder removed = message("m", "secret").action(Action.REMOVED);
    assertThat(ENGLISH.text(removed.build())).isEqualTo("[Message removed by its author]");
    assertThat(GERMAN.text(removed.build())).isEqualTo("[Nachricht vom Verfasser gelöscht]");
  }

  @Test
  void anUnsupportedContactNamesWhatCame() {
    InteractionBuilder strange = message("m", "").kind(Kind.UNSUPPORTED);
    assertThat(ENGLISH.text(strange.build()))
        .isEqualTo("[A contact of a kind that cannot be shown here yet]");
    strange.data(Map.of("unsupported.type", "it's {0}"));
    assertThat(ENGLISH.text(strange.build()))
        .isEqualTo("[A contact of the kind \"it's {0}\", which cannot be shown here yet]");
    assertThat(GERMAN.text(strange.build())).contains("„it's {0}“");
  }

  @Test
  void aFailedMessageNamesTheErrorUnlessItsTextIsKnown() {
    InteractionBuilder failed = message("m", "").kind(Kind.STATUS).status(DeliveryStatus.FAILED);
    assertThat(ENGLISH.text(failed.build())).isEqualTo("[Message not delivered]");
    failed.data(Map.of("error.code", "131047"));
    assertThat(ENGLISH.text(failed.build())).isEqualTo("[Message not delivered, error 131047]");
    assertThat(GERMAN.text(failed.build()))
        .isEqualTo("[Nachricht nicht zugestellt, Fehler 131047]");
    assertThat(ENGLISH.text(failed.kind(Kind.MESSAGE).text("Hello").build())).isEqualTo("Hello");
  }

  @Test
  void theDefaultLocaleDoesNotMatter() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      assertThat(EntryTexts.of("en").cutMark()).isEqualTo("… [cut]");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void everyLanguageHasEveryText() throws Exception {
    for (String language : EntryTexts.LANGUAGES) {
      assertThat(keys(language)).as(language).isEqualTo(keys("en"));
    }
  }

  private static InteractionBuilder message(String id, String text) {
    ItemKey key = new ItemKey("", "whatsapp", "15550100", "message", id);
    return Interaction.builder(key, Instant.EPOCH).text(text);
  }

  private static Set<String> keys(String language) throws Exception {
    try (var in = EntryTexts.class.getResourceAsStream("messages_" + language + ".properties")) {
      return new PropertyResourceBundle(new InputStreamReader(in, StandardCharsets.UTF_8)).keySet();
    }
  }
}
