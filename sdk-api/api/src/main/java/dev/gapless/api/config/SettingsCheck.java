// SPDX-License-Identifier: Apache-2.0
package dev.gapless.api.config;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds every problem in the settings of one connection. */
final class SettingsCheck {
  private final String place;
  private final List<Option> options;
  private final Map<String, Secret> raw;

  SettingsCheck(String place, List<Option> options, Map<String, Secret> raw) {
    this.place = place;
    this.options = options;
    this.raw = raw;
  }

  List<String> problems() {
    List<String> problems = new ArrayList<>();
    List<String> known = options.stream().map(Option::key).toList();
    for (String key : raw.keySet()) {
      if (!known.contains(key)) {
        problems.add(place + "." + key + ": unknown setting. " + NearestName.hint(key, known));
      }
    }
    options.forEach(option -> check(option, problems));
    return problems;
  }

  private void check(Option option, List<String> problems) {
    Secret given = raw.get(option.key());
    String at = place + "." + option.key();
    if (given == null) {
      if (option.required()) {
        problems.add(at + ": missing. Set it: " + option.description());
      }
      return;
    }
    try {
      String value = given.reveal().strip();
      if (value.isEmpty()) {
        problems.add(at + ": empty. Give a value or leave the line out");
      } else {
        read(option.type(), value);
      }
    } catch (ConfigurationException e) {
      e.problems().forEach(problem -> problems.add(at + ": " + problem));
    } catch (IllegalArgumentException e) {
      // The value itself stays out of the message: it may be a secret on the wrong line.
      problems.add(at + ": must be " + wanted(option.type()));
    }
  }

  private static void read(Option.Type type, String value) {
    switch (type) {
      case INTEGER -> require(Integer.parseInt(value) >= 0);
      case DURATION -> DurationText.parse(value);
      case FLAG -> require(value.equals("true") || value.equals("false"));
      case URL -> require(isWebAddress(URI.create(value)));
      case PATH -> require(isPath(value));
      case TEXT, LIST, SECRET, SECRETS -> {}
    }
  }

  private static boolean isWebAddress(URI uri) {
    return uri.getHost() != null
        && ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()));
  }

  private static boolean isPath(String value) {
    try {
      return !Path.of(value).toString().isEmpty();
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static void require(boolean holds) {
    if (!holds) {
      throw new IllegalArgumentException();
    }
  }

  private static String wanted(Option.Type type) {
    return switch (type) {
      case INTEGER -> "a whole number, not negative";
      case DURATION -> "a duration such as 500ms, 30s, 5m, 2h or 1d";
      case FLAG -> "true or false";
      case URL -> "an absolute http(s) address";
      case PATH -> "a path this system can name";
      case TEXT, LIST, SECRET, SECRETS -> "a text";
    };
  }
}
