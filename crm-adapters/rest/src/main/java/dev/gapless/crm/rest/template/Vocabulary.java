// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest.template;

import dev.gapless.api.config.NearestName;
import java.util.List;
import java.util.Optional;

/**
 * The placeholders that a template may name.
 *
 * @param names whole names; one that ends in a dot stands for all names that begin with it
 */
public record Vocabulary(List<String> names) {
  public Vocabulary {
    names = List.copyOf(names);
  }

  public static Vocabulary of(String... names) {
    return new Vocabulary(List.of(names));
  }

  /** The names of both. */
  public Vocabulary only(List<String> wanted) {
    return new Vocabulary(names.stream().filter(wanted::contains).toList());
  }

  /** What is wrong with a name, if anything. */
  Optional<String> complaint(String name) {
    boolean known =
        names.stream()
            .anyMatch(
                each ->
                    each.endsWith(".")
                        ? name.startsWith(each) && name.length() > each.length()
                        : each.equals(name));
    return known
        ? Optional.empty()
        : Optional.of("unknown placeholder {{" + name + "}}. " + NearestName.hint(name, names));
  }
}
