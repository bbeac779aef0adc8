// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.facebook;

import java.util.Map;
import java.util.Optional;

/** The signs for the platform's words for reactions. */
final class Emoji {
  private static final Map<String, String> SIGNS =
      Map.ofEntries(
          Map.entry("like", "👍"),
          Map.entry("dislike", "👎"),
          Map.entry("love", "❤️"),
          Map.entry("care", "🤗"),
          Map.entry("haha", "😆"),
          Map.entry("smile", "😆"),
          Map.entry("wow", "😮"),
          Map.entry("sorry", "😢"),
          Map.entry("sad", "😢"),
          Map.entry("anger", "😡"),
          Map.entry("angry", "😡"));

  private Emoji() {}

  /** The sign; a word this version does not know stands for itself. */
  static String of(String word) {
    return Optional.ofNullable(SIGNS.get(word)).orElse(word);
  }
}
