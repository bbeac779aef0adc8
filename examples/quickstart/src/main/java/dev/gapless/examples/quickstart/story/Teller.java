// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.story;

import dev.gapless.examples.quickstart.console.Console;
import java.util.Locale;

/** How the story looks on the terminal. */
final class Teller {
  private final Console console;
  private int scene;

  Teller(Console console) {
    this.console = console;
  }

  /** A new scene: what happens in it. */
  void scene(String title) {
    console.say("");
    console.say(String.format(Locale.ROOT, "%2d  %s", ++scene, title));
  }

  /** What was seen, word for word. */
  void seen(String text) {
    console.say("    " + text);
  }

  /** What was seen, in figures. */
  void seen(String format, Object... values) {
    seen(String.format(Locale.ROOT, format, values));
  }

  /** What that shows. */
  void shows(String text) {
    console.say("    => " + text);
  }
}
