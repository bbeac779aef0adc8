// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.config;

import dev.gapless.api.config.ConfigurationException;
import dev.gapless.api.config.NearestName;
import dev.gapless.api.config.Settings;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A setting that is one word out of few. */
final class Choice {
  private Choice() {}

  static <E extends Enum<E>> E of(Settings settings, String key, Class<E> type) {
    String wanted = settings.text(key).toUpperCase(Locale.ROOT);
    return Arrays.stream(type.getEnumConstants())
        .filter(one -> one.name().equals(wanted))
        .findFirst()
        .orElseThrow(() -> unknown(settings.place() + "." + key, settings.text(key), type));
  }

  private static <E extends Enum<E>> ConfigurationException unknown(
      String place, String given, Class<E> type) {
    List<String> known =
        Arrays.stream(type.getEnumConstants())
            .map(one -> one.name().toLowerCase(Locale.ROOT))
            .toList();
    return new ConfigurationException(
        place + ": unknown choice '" + given + "'. " + NearestName.hint(given, known));
  }
}
