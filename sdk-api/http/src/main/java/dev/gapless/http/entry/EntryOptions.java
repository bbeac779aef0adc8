// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.entry;

import dev.gapless.api.config.ConfigurationException;
import dev.gapless.api.config.NearestName;
import dev.gapless.api.config.Option;
import dev.gapless.api.config.Settings;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The settings of language, country and time zone, the same for every CRM.
 *
 * @param texts in the language of the connection
 * @param region country of numbers without country code, if one is set
 * @param zone of fields that hold a date only
 */
public record EntryOptions(EntryTexts texts, Optional<String> region, ZoneId zone) {
  private static final String LOCALE = "locale";
  private static final String REGION = "region";
  private static final String ZONE = "zone";

  /** The options, in the order of the reference page. */
  public static List<Option> all() {
    return List.of(
        Option.withDefault(
            LOCALE, Option.Type.TEXT, "en", "Language of texts that reach the CRM: en or de."),
        Option.optional(
            REGION,
            Option.Type.TEXT,
            "Country of telephone numbers without country code, as DE; for searching only."),
        Option.withDefault(
            ZONE,
            Option.Type.TEXT,
            "UTC",
            "Time zone of CRM fields that hold a date only, as Europe/Berlin."));
  }

  /**
   * Reads them.
   *
   * @param settings checked against a list of options that holds {@link #all()}
   * @throws ConfigurationException naming every setting that makes no sense
   */
  public static EntryOptions of(Settings settings) {
    List<String> problems = new ArrayList<>();
    String language = settings.text(LOCALE);
    if (!EntryTexts.LANGUAGES.contains(language)) {
      String hint = NearestName.hint(language, EntryTexts.LANGUAGES);
      problems.add(at(settings, LOCALE) + "there are no texts in this language. " + hint);
    }
    Optional<String> region =
        settings.optionalText(REGION).map(text -> text.toUpperCase(Locale.ROOT));
    if (region.filter(text -> !PhoneCandidates.isRegion(text)).isPresent()) {
      problems.add(at(settings, REGION) + "is no country. Write two letters such as DE");
    }
    Optional<ZoneId> zone = zone(settings.text(ZONE));
    if (zone.isEmpty()) {
      problems.add(at(settings, ZONE) + "is no time zone. Write a name such as Europe/Berlin");
    }
    if (!problems.isEmpty()) {
      throw new ConfigurationException(problems);
    }
    return new EntryOptions(EntryTexts.of(language), region, zone.orElseThrow());
  }

  private static Optional<ZoneId> zone(String name) {
    try {
      return Optional.of(ZoneId.of(name));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String at(Settings settings, String key) {
    return settings.place() + "." + key + ": ";
  }
}
