// SPDX-License-Identifier: Apache-2.0
package dev.gapless.api;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * The identity of one timeline entry. The same contact has the same key however often, in whatever
 * form and on whatever way (webhook, fetched copy, stream) it arrives; {@link #sha256Hex()} and
 * {@link #uuid()} are what a CRM stores to recognise it. A change of the contact never changes it.
 *
 * <p>Case is kept: {@code aB} and {@code Ab} are two ids on every platform we know.
 *
 * @param tenant the customer of the host application; empty when it has only one
 * @param channel the connector's name, as {@code whatsapp}
 * @param account the company's account the contact came in on; empty where the native id is unique
 *     over the whole platform
 * @param space what the native id counts: {@code message}, {@code comment}, {@code reaction} …
 * @param nativeId the platform's id in its one canonical form; never blank, at most {@value
 *     #MAX_ID_BYTES} bytes in UTF-8
 */
public record ItemKey(
    String tenant, String channel, String account, String space, String nativeId) {

  /** The most bytes a part may have; a longer native id is replaced by its digest first. */
  public static final int MAX_ID_BYTES = 1024;

  private static final String FORMAT = "1";
  private static final UUID NAMESPACE = UUID.fromString("6f1c2f0e-53a4-5b0d-9d0f-3a7c1e9b8d21");

  public ItemKey {
    require(!channel.isBlank(), "channel");
    require(!space.isBlank(), "space");
    require(!nativeId.isBlank(), "native id");
    requireFit(tenant);
    requireFit(channel);
    requireFit(account);
    requireFit(space);
    requireFit(nativeId);
  }

  /**
   * The readable form that the journal stores: a format version, then each part behind its length
   * in UTF-8 bytes, so that no two keys can ever read alike.
   */
  public String canonical() {
    StringBuilder out = new StringBuilder(FORMAT);
    for (String part : List.of(tenant, channel, account, space, nativeId)) {
      out.append('|').append(utf8Length(part)).append(':').append(part);
    }
    return out.toString();
  }

  /** Lower-case hex SHA-256 of {@link #canonical()}: 64 characters, the key for text fields. */
  public String sha256Hex() {
    return HexFormat.of().formatHex(digest("SHA-256", utf8(canonical())));
  }

  /** A name-based UUID (version 5) of {@link #canonical()}, for CRMs that let us choose the id. */
  public UUID uuid() {
    byte[] name = utf8(canonical());
    ByteBuffer input = ByteBuffer.allocate(16 + name.length);
    input.putLong(NAMESPACE.getMostSignificantBits());
    input.putLong(NAMESPACE.getLeastSignificantBits()).put(name);
    ByteBuffer hash = ByteBuffer.wrap(digest("SHA-1", input.array()));
    long high = (hash.getLong() & ~0xF000L) | 0x5000L;
    long low = (hash.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return new UUID(high, low);
  }

  /**
   * Reads {@link #canonical()} back.
   *
   * @throws IllegalArgumentException if the text is not a canonical key of a known format
   */
  public static ItemKey parse(String canonical) {
    return new CanonicalKeyReader(canonical, FORMAT).read();
  }

  /** Shows the digest only: native ids of some platforms hold a phone number. */
  @Override
  public String toString() {
    return "ItemKey[" + sha256Hex() + "]";
  }

  /** Almost all ids are ASCII, of which each character is one byte. */
  private static int utf8Length(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return utf8(text).length;
      }
    }
    return text.length();
  }

  private static byte[] utf8(String text) {
    try {
      ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      byte[] copy = new byte[bytes.remaining()];
      bytes.get(copy);
      return copy;
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("ItemKey needs well-formed Unicode in every part", e);
    }
  }

  private static byte[] digest(String algorithm, byte[] input) {
    try {
      return MessageDigest.getInstance(algorithm).digest(input);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has " + algorithm, e);
    }
  }

  private static void requireFit(String part) {
    require(utf8Length(part) <= MAX_ID_BYTES, "part of at most " + MAX_ID_BYTES + " bytes");
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalArgumentException("ItemKey needs a " + what);
    }
  }
}
