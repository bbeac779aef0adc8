// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.entry;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gapless.api.Action;
import dev.gapless.api.DeliveryStatus;
import dev.gapless.api.Interaction;
import dev.gapless.api.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;

/**
 * The texts that reach the CRM: a contact's own text exactly as written, or, where there is none to
 * show, a sentence in the connection's language.
 */
public final class EntryTexts {
  /** The languages there are. */
  public static final List<String> LANGUAGES = List.of("en", "de");

  private final Locale locale;
  private final ResourceBundle bundle;

  private EntryTexts(Locale locale, ResourceBundle bundle) {
    this.locale = locale;
    this.bundle = bundle;
  }

  /** The texts of one of {@link #LANGUAGES}, whatever the default locale and charset. */
  public static EntryTexts of(String language) {
    String file = "messages_" + language + ".properties";
    try (InputStream in = EntryTexts.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalArgumentException("no texts in the language " + language);
      }
      return new EntryTexts(
          Locale.forLanguageTag(language),
          new PropertyResourceBundle(new InputStreamReader(in, UTF_8)));
    } catch (IOException e) {
      throw new IllegalStateException(file + " cannot be read from the jar", e);
    }
  }

  /** What stands at the end of a text that is too long for a field. */
  public String cutMark() {
    return bundle.getString("cut");
  }

  /** What stands before the new text of a contact whose entry an agent has changed. */
  public String changed() {
    return bundle.getString("changed");
  }

  /** What to show of a contact. */
  public String text(Interaction interaction) {
    if (interaction.action() == Action.REMOVED) {
      return bundle.getString("removed");
    } else if (interaction.kind() == Kind.UNSUPPORTED) {
      return named("unsupported", data(interaction, "unsupported.type"));
    } else if (isFailureAlone(interaction)) {
      return named("failed", data(interaction, "error.code"));
    }
    return interaction.text();
  }

  /** A failed message whose own text is known keeps it; its status is a value of its own. */
  private static boolean isFailureAlone(Interaction interaction) {
    return interaction.status().filter(DeliveryStatus.FAILED::equals).isPresent()
        && (interaction.kind() == Kind.STATUS || interaction.text().isEmpty());
  }

  private String named(String key, Optional<String> name) {
    return name.map(
            given -> new MessageFormat(bundle.getString(key), locale).format(new Object[] {given}))
        .orElseGet(() -> bundle.getString(key + ".unnamed"));
  }

  private static Optional<String> data(Interaction interaction, String name) {
    return Optional.ofNullable(interaction.data().get(name)).filter(value -> !value.isBlank());
  }
}
