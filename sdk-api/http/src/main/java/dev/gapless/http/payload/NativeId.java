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
    boolean ascii = true;
    for (int i = 0; i < id.length(); i++) {
      char one = id.charAt(i);
      if (Character.isISOControl(one)) {
        return false;
      }
      ascii &= one < 0x80;
    }
    return fits(id) && (ascii || Fields.isWellFormed(id));
  }

  /** A short id fits whatever its characters are, for none has more than three bytes. */
  private static boolean fits(String id) {
    return id.length() <= ItemKey.MAX_ID_BYTES / 3
        || id.getBytes(StandardCharsets.UTF_8).length <= ItemKey.MAX_ID_BYTES;
  }
}
