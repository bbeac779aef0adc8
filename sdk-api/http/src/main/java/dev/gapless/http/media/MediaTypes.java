// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.media;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Media types by their names and by the first bytes of a file. */
final class MediaTypes {
  /** How many bytes of a file the table looks at. */
  static final int HEAD = 1024;

  /** Says nothing about what is inside. */
  static final String ANY = "application/octet-stream";

  /** What errors are written in; no file unless it was announced so. */
  private static final Set<String> ERROR_PAGES =
      Set.of("text/html", "application/json", "application/xhtml+xml");

  private static final Map<String, String> ALIASES =
      Map.of(
          "image/jpg", "image/jpeg",
          "image/pjpeg", "image/jpeg",
          "audio/mp3", "audio/mpeg",
          "audio/m4a", "audio/mp4",
          "audio/x-m4a", "audio/mp4",
          "audio/opus", "audio/ogg",
          "application/ogg", "audio/ogg",
          "binary/octet-stream", ANY,
          "application/x-pdf", "application/pdf");

  /**
   * How files of a type begin. Several rows of one type: any of them.
   *
   * @param at how many bytes come before; {@link #ANYWHERE} if any number may
   * @param bytes in hex
   * @see <a href="https://www.iana.org/assignments/media-types">Media types, a page for each</a>
   */
  record Signature(String mime, int at, String bytes) {
    boolean fits(byte[] head) {
      String begin = HexFormat.of().formatHex(head);
      return at == ANYWHERE ? begin.contains(bytes) : begin.startsWith(bytes, 2 * at);
    }
  }

  private static final int ANYWHERE = -1;
  private static final String FTYP = "66747970";
  private static final String ZIP = "504b0304";
  private static final String OLE = "d0cf11e0a1b11ae1";
  private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";

  static final List<Signature> SIGNATURES =
      List.of(
          new Signature("image/jpeg", 0, "ffd8ff"),
          new Signature("image/png", 0, "89504e470d0a1a0a"),
          new Signature("image/gif", 0, "474946383761"),
          new Signature("image/gif", 0, "474946383961"),
          new Signature("image/webp", 8, "57454250"),
          new Signature("video/mp4", 4, FTYP),
          new Signature("video/3gpp", 4, FTYP),
          new Signature("video/quicktime", 4, FTYP),
          new Signature("audio/mp4", 4, FTYP),
          new Signature("audio/aac", 0, "fff1"),
          new Signature("audio/aac", 0, "fff9"),
          new Signature("audio/aac", 4, FTYP),
          new Signature("audio/aac", 0, "494433"),
          new Signature("audio/amr", 0, "2321414d52"),
          new Signature("audio/ogg", 0, "4f676753"),
          new Signature("audio/mpeg", 0, "494433"),
          new Signature("audio/mpeg", 0, "fffb"),
          new Signature("audio/mpeg", 0, "fff3"),
          new Signature("audio/mpeg", 0, "fff2"),
          new Signature("audio/mpeg", 0, "fffa"),
          new Signature("audio/mpeg", 0, "ffe3"),
          new Signature("application/pdf", ANYWHERE, "255044462d"),
          new Signature("application/zip", 0, ZIP),
          new Signature(OFFICE + "wordprocessingml.document", 0, ZIP),
          new Signature(OFFICE + "spreadsheetml.sheet", 0, ZIP),
          new Signature(OFFICE + "presentationml.presentation", 0, ZIP),
          // With a password they are wrapped in the older container.
          new Signature(OFFICE + "wordprocessingml.document", 0, OLE),
          new Signature(OFFICE + "spreadsheetml.sheet", 0, OLE),
          new Signature(OFFICE + "presentationml.presentation", 0, OLE));

  private MediaTypes() {}

  /** The name without parameters, in lower case, one for each type. */
  static String name(String mime) {
    String bare = mime.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return ALIASES.getOrDefault(bare, bare);
  }

  /** What is known of a type, if it says anything. */
  static Optional<String> telling(Optional<String> mime) {
    return mime.map(MediaTypes::name).filter(name -> !name.isEmpty() && !name.equals(ANY));
  }

  /** Whether an answer of this type may be the file that was announced. */
  static boolean mayBe(Optional<String> announced, Optional<String> answered) {
    Optional<String> given = telling(answered);
    return given.isEmpty()
        || telling(announced).map(given.get()::equals).orElse(!ERROR_PAGES.contains(given.get()));
  }

  /**
   * Whether a file begins as its type does; true where the table does not know how that is.
   *
   * @param mime as {@link #name} gives it
   */
  static boolean beginsAs(String mime, byte[] head) {
    List<Signature> known = SIGNATURES.stream().filter(row -> row.mime().equals(mime)).toList();
    return known.isEmpty() || known.stream().anyMatch(row -> row.fits(head));
  }
}
