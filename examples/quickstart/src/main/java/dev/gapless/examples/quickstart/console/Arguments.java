// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.console;

import dev.gapless.api.config.NearestName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The words behind a command, told apart: {@code --name value} or {@code --name=value}, {@code
 * --switch}, and the rest. Behind {@code --} everything is rest.
 */
public final class Arguments {
  private static final String END = "--";

  private final String command;
  private final Set<String> switches;
  private final Set<String> options;
  private final Set<String> given = new HashSet<>();
  private final Map<String, String> values = new HashMap<>();
  private final List<String> rest = new ArrayList<>();

  private Arguments(String command, Set<String> switches, Set<String> options) {
    this.command = command;
    this.switches = switches;
    this.options = options;
  }

  /**
   * Tells the words apart.
   *
   * @param switches the options that stand alone, with their hyphens
   * @param options the options that take a value, with their hyphens
   * @throws UsageException naming the first word that means nothing, and the nearest that does
   */
  public static Arguments of(
      String command, Set<String> switches, Set<String> options, List<String> words) {
    Arguments arguments = new Arguments(command, switches, options);
    Iterator<String> left = words.iterator();
    while (left.hasNext()) {
      arguments.take(left.next(), left);
    }
    return arguments;
  }

  private void take(String word, Iterator<String> left) {
    if (word.equals(END)) {
      left.forEachRemaining(rest::add);
    } else if (!word.startsWith("-") || word.equals("-")) {
      rest.add(word);
    } else if (switches.contains(word)) {
      given.add(word);
    } else {
      option(word, left);
    }
  }

  private void option(String word, Iterator<String> left) {
    int equals = word.indexOf('=');
    String name = equals < 0 ? word : word.substring(0, equals);
    if (!options.contains(name)) {
      throw unknown(name);
    }
    if (equals < 0 && !left.hasNext()) {
      throw new UsageException(command + ": " + name + " needs a value behind it");
    }
    values.put(name, equals < 0 ? left.next() : word.substring(equals + 1));
  }

  private UsageException unknown(String name) {
    List<String> known = Stream.concat(switches.stream(), options.stream()).sorted().toList();
    String hint =
        known.isEmpty() ? "It takes no options" : NearestName.hint(Plain.line(name), known);
    return new UsageException(
        command + ": there is no option '" + Plain.line(name, 60) + "'. " + hint);
  }

  /** Whether the switch was given. */
  public boolean has(String name) {
    return given.contains(name);
  }

  /** The value of an option; of several the last. */
  public Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** A port number; 0 stands for any free one. */
  public Optional<Integer> port(String name) {
    return value(name)
        .map(
            text -> {
              if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > 65_535) {
                throw new UsageException(
                    command
                        + ": "
                        + name
                        + " must be a number from 0 to 65535, 0 for any free port");
              }
              return Integer.parseInt(text);
            });
  }

  /** The words that are no options, in their order. */
  public List<String> rest() {
    return List.copyOf(rest);
  }

  /** For commands that take nothing but options. */
  public Arguments nothingElse() {
    if (!rest.isEmpty()) {
      throw new UsageException(
          command + ": '" + Plain.line(rest.get(0), 60) + "' means nothing here");
    }
    return this;
  }
}
