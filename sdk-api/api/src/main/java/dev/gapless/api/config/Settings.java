// SPDX-License-Identifier: Apache-2.0
package dev.gapless.api.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The checked settings of one connection. Asking for a key with the wrong method is a programming
 * error; asking for an optional key that was left out gives the empty form.
 */
public final class Settings {
  private final String place;
  private final Map<String, Option> options = new HashMap<>();
  private final Map<String, Secret> values;

  private Settings(String place, List<Option> options, Map<String, Secret> values) {
    this.place = place;
    options.forEach(option -> this.options.put(option.key(), option));
    this.values = values;
  }

  /**
   * Checks raw settings against what the extension understands.
   *
   * @param place where they stand, for messages: {@code channel.whatsapp}
   * @param options all that is understood
   * @param raw values by key; plain settings as fixed secrets
   * @throws ConfigurationException with every unknown key (and the nearest known one), missing and
   *     malformed value at once
   */
  public static Settings check(String place, List<Option> options, Map<String, Secret> raw) {
    List<String> problems = new SettingsCheck(place, options, raw).problems();
    if (!problems.isEmpty()) {
      throw new ConfigurationException(problems);
    }
    return new Settings(place, options, new LinkedHashMap<>(raw));
  }

  /** Where these settings stand, for messages. */
  public String place() {
    return place;
  }

  /** Whether a value was given or has a default. */
  public boolean has(String key) {
    return value(key).isPresent();
  }

  /** The text of a required or defaulted setting. */
  public String text(String key) {
    return value(key)
        .orElseThrow(() -> new IllegalStateException(place + "." + key + " has no value"));
  }

  /** The text, if there is one. */
  public Optional<String> optionalText(String key) {
    return value(key);
  }

  /** The comma-separated texts, trimmed, without empty ones. */
  public List<String> list(String key) {
    return value(key).map(Settings::split).orElse(List.of());
  }

  public int integer(String key) {
    return Integer.parseInt(text(key));
  }

  public boolean flag(String key) {
    return Boolean.parseBoolean(text(key));
  }

  public Duration duration(String key) {
    return DurationText.parse(text(key));
  }

  public URI url(String key) {
    return URI.create(text(key));
  }

  public Path path(String key) {
    return Path.of(text(key));
  }

  /** A secret by reference; its value is looked up each time it is revealed. */
  public Secret secret(String key) {
    Secret given = values.get(option(key).key());
    return given != null ? given : Secret.of(text(key));
  }

  /** The secrets now, looked up anew at each call. */
  public List<String> secrets(String key) {
    return split(secret(key).reveal());
  }

  private Optional<String> value(String key) {
    Option option = option(key);
    Secret given = values.get(key);
    return given == null ? option.fallback() : Optional.of(given.reveal().strip());
  }

  private Option option(String key) {
    Option option = options.get(key);
    if (option == null) {
      throw new IllegalArgumentException(place + " declares no option '" + key + "'");
    }
    return option;
  }

  private static List<String> split(String text) {
    return Arrays.stream(text.split(",", -1)).map(String::strip).filter(t -> !t.isEmpty()).toList();
  }

  @Override
  public String toString() {
    return "Settings[" + place + " " + values.keySet() + "]";
  }
}
