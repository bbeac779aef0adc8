// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.payload;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.ItemKey;
import java.nio.charset.StandardCharsets;

/** Ids as parts of keys. */
public final class NativeId {
  private NativeId() {}

  /** The id itself if a key can hold it, else its digest. */
  public static String of(String id) {
    return isUsable(id) ? id : Digest.of(id);
  }

  /** The id under the name; the digest of the whole object if it has none. */
  public static String orDigest(JsonNode object, String name) {
    return Fields.id(object, name).orElseGet(() -> Digest.of(object));
  }

  private static boolean isUsable(String id) {
    // Nearly all are.
    return isPrintableAscii(id)
        ? id.length() <= ItemKey.MAX_ID_BYTES
        : id.chars().noneMatch(Character::isISOControl) && Fields.isWellFormed(id) && fits(id);
  }

  private static boolean isPrintableAscii(String id) {
    for (int i = 0; i < id.length(); i++) {
      char one = id.charAt(i);
      if (one < ' ' || one > '~') {
        return false;
      }
    }
    return true;
  }

  private static boolean fits(String id) {
    return id.getBytes(StandardCharsets.UTF_8).length <= ItemKey.MAX_ID_BYTES;
  }
}
