// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest;

import dev.gapless.api.Attachment;
import dev.gapless.http.entry.CleanText;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names files for a CRM: what a sender calls a file is a stranger's text, and never a path. */
final class FileNames {
  private static final int LONGEST = 100;
  private static final Pattern FOLDERS = Pattern.compile(".*[/\\\\]", Pattern.DOTALL);
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");
  private static final Pattern MEDIA_TYPE =
      Pattern.compile("[a-z0-9][a-z0-9!#$&^_.+-]{0,60}/[a-z0-9][a-z0-9!#$&^_.+-]{0,60}");

  private FileNames() {}

  /** The sender's name for it, without folders and what cannot be seen, or one of our own. */
  static String of(Attachment attachment, int index, String mime) {
    String given = FOLDERS.matcher(attachment.fileName().orElse("")).replaceFirst("");
    String clean = UNSEEN.matcher(CleanText.wellFormed(given)).replaceAll("").strip();
    if (clean.replace(".", "").isBlank()) {
      return "attachment-" + (index + 1) + extension(mime);
    }
    return clean.length() > LONGEST ? ending(clean) : clean;
  }

  /** A media type that a header can carry. */
  static String mediaType(String mime) {
    String bare = mime.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    return MEDIA_TYPE.matcher(bare).matches() ? bare : "application/octet-stream";
  }

  private static String extension(String mime) {
    String kind = mediaType(mime).replaceFirst(".*/", "");
    return kind.matches("[a-z0-9]{2,5}") ? "." + kind : "";
  }

  /** The end of a name says what it is, so the beginning is cut. */
  private static String ending(String name) {
    int from = name.length() - LONGEST;
    return name.substring(Character.isLowSurrogate(name.charAt(from)) ? from + 1 : from);
  }
}
