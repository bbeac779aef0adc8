// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http;

import dev.gapless.api.config.ConfigurationException;
import dev.gapless.api.config.Settings;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads what settings say beyond their type. What cannot be used is noted and a harmless value
 * stands in for it, so that the reading goes on and all problems come in one message. For one
 * thread.
 *
 * @param settings of one connection
 * @param problems takes what is wrong
 */
public record SettingsReader(Settings settings, Problems problems) {
  /** Reads settings about which nothing is noted yet. */
  public static SettingsReader of(Settings settings) {
    return new SettingsReader(settings, new Problems());
  }

  /** Notes that a setting cannot be used: what is wrong, and what to write instead. */
  public void problem(String key, String text) {
    problems.add(List.of(at(key) + ": " + text));
  }

  /** The setting's place, for messages. */
  public String at(String key) {
    return settings.place() + "." + key;
  }

  /** What the step makes; empty if the configuration does not allow it, which is then noted. */
  public <T> Optional<T> attempt(Supplier<T> step) {
    return problems.attempt(step);
  }

  /** A whole number within the bounds, both included; otherwise the least. */
  public int integer(String key, int least, int most) {
    int value = settings.integer(key);
    if (value < least || value > most) {
      problem(key, "must be from " + least + " to " + most);
      return least;
    }
    return value;
  }

  /** One of the names; otherwise the first. */
  public String choice(String key, List<String> names) {
    String value = settings.text(key);
    if (!names.contains(value)) {
      problem(key, "must be " + String.join(" or ", names));
      return names.get(0);
    }
    return value;
  }

  /** The {@code name=value} pairs of a list, in their order, without those that are none. */
  public Map<String, String> pairs(String key) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String each : settings.list(key)) {
      int equals = each.indexOf('=');
      if (equals < 1) {
        problem(key, "must be name=value, separated by commas");
      } else {
        pairs.put(each.substring(0, equals).strip(), each.substring(equals + 1).strip());
      }
    }
    return pairs;
  }

  /** An address that paths are added to, without a slash at its end. */
  public String address(String key) {
    URI url = settings.url(key);
    if (url.getRawQuery() != null || url.getRawFragment() != null || url.getRawUserInfo() != null) {
      problem(key, "must be an address without ?, # or credentials");
    }
    return url.toString().replaceAll("/+$", "");
  }

  /**
   * What an attempt made, if nothing at all is wrong.
   *
   * @throws ConfigurationException with every problem
   */
  public <T> T unlessAny(Optional<T> made) {
    return problems.unlessAny(made);
  }
}
