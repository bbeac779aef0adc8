// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest.preset;

import dev.gapless.api.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What an answer means. */
public sealed interface Verdict {
  /** The CRM has it now. */
  record Written() implements Verdict {}

  /** The CRM had it before, if it names our key. */
  record AlreadyThere() implements Verdict {}

  /** Nobody knows. */
  record Unknown() implements Verdict {}

  /** The CRM said no and did not write it. */
  record Refused(Refusal.Category category) implements Verdict {}

  /** The words of presets. */
  static List<String> labels() {
    List<String> labels = new ArrayList<>(List.of("written", "already-there", "unknown"));
    Arrays.stream(Refusal.Category.values()).map(Verdict::label).forEach(labels::add);
    return List.copyOf(labels);
  }

  /** The verdict of a word that is among {@link #labels()}. */
  static Verdict of(String label) {
    return switch (label) {
      case "written" -> new Written();
      case "already-there" -> new AlreadyThere();
      case "unknown" -> new Unknown();
      default ->
          new Refused(Refusal.Category.valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_')));
    };
  }

  private static String label(Refusal.Category category) {
    return category.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
