// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.payload;

import dev.gapless.api.ItemKey;
import dev.gapless.api.config.Settings;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Settings that become parts of keys. */
public final class KeyPart {
  private KeyPart() {}

  /** What is wrong with the settings under the names, each with its place and remedy. */
  public static List<String> problems(Settings settings, List<String> names) {
    return names.stream()
        .filter(name -> settings.optionalText(name).filter(text -> !fits(text)).isPresent())
        .map(
            name ->
                settings.place()
                    + "."
                    + name
                    + ": longer than "
                    + ItemKey.MAX_ID_BYTES
                    + " bytes. Use a shorter name")
        .toList();
  }

  private static boolean fits(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length <= ItemKey.MAX_ID_BYTES;
  }
}
