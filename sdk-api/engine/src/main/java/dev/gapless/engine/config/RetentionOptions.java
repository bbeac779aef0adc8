// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.config;

import dev.gapless.api.config.ConfigurationException;
import dev.gapless.api.config.Option;
import dev.gapless.api.config.Settings;
import dev.gapless.engine.policy.RetentionPolicy;
import java.util.List;

/** The settings of how long what is kept. */
public final class RetentionOptions {
  /** All of them, in the order of the reference page. */
  public static final List<Option> ALL =
      List.of(
          Option.withDefault(
              "content",
              Option.Type.DURATION,
              "90d",
              "how long texts, names, identifiers and links of a contact are kept after it came,"
                  + " once it is written everywhere; at least 1h"),
          Option.withDefault(
              "raw",
              Option.Type.DURATION,
              "30d",
              "how long bodies of webhooks are kept, once everything on them is settled and"
                  + " understood; at least 1h"),
          Option.withDefault(
              "keys",
              Option.Type.DURATION,
              "400d",
              "how long it is known that a contact has been here and where it is in the CRMs; at"
                  + " least 8d, and no less than content and raw"));

  private RetentionOptions() {}

  /** What the settings say. */
  public static RetentionPolicy policy(Settings settings) {
    try {
      return new RetentionPolicy(
          settings.duration("content"), settings.duration("raw"), settings.duration("keys"));
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException(settings.place() + "." + e.getMessage());
    }
  }
}
