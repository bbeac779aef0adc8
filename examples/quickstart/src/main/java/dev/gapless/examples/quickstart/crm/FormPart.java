// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.crm;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One part of a {@code multipart/form-data} body; lines end with CR and LF, or it is refused. */
final class FormPart {
  private static final Pattern BOUNDARY =
      Pattern.compile("multipart/form-data; boundary=\"?([A-Za-z0-9'()+_,./:=? -]{1,70}?)\"?");
  private static final Pattern NAME = Pattern.compile("; name=\"([^\"]*)\"");
  private static final Pattern FILE_NAME = Pattern.compile("; filename=\"([^\"]*)\"");
  private static final Pattern TYPE =
      Pattern.compile("^content-type: *([^\r]+)", Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);

  private final String name;
  private final Optional<String> fileName;
  private final String mime;
  private final byte[] content;

  private FormPart(String name, Optional<String> fileName, String mime, byte[] content) {
    this.name = name;
    this.fileName = fileName;
    this.mime = mime;
    this.content = content;
  }

  /** All parts, in their order. */
  static List<FormPart> parse(String contentType, byte[] body) {
    Matcher boundary = BOUNDARY.matcher(contentType);
    if (!boundary.matches()) {
      throw Rejection.badRequest("the body must be multipart/form-data");
    }
    // One character per byte, so that what is cut out of the text is cut out of the bytes.
    String[] pieces =
        ("\r\n" + new String(body, ISO_8859_1))
            .split(Pattern.quote("\r\n--" + boundary.group(1)), -1);
    List<FormPart> parts = new ArrayList<>();
    for (int i = 1; i < pieces.length - 1; i++) {
      parts.add(part(pieces[i]));
    }
    if (parts.isEmpty() || !pieces[pieces.length - 1].startsWith("--")) {
      throw Rejection.badRequest("the multipart body has no end");
    }
    return parts;
  }

  private static FormPart part(String piece) {
    int end = piece.indexOf("\r\n\r\n");
    if (!piece.startsWith("\r\n") || end < 0) {
      throw Rejection.badRequest("a part has no head");
    }
    String head = new String(piece.substring(2, end).getBytes(ISO_8859_1), UTF_8);
    return new FormPart(
        first(NAME, head).orElseThrow(() -> Rejection.badRequest("a part has no name")),
        first(FILE_NAME, head),
        first(TYPE, head).orElse("text/plain"),
        piece.substring(end + 4).getBytes(ISO_8859_1));
  }

  private static Optional<String> first(Pattern pattern, String head) {
    Matcher found = pattern.matcher(head);
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }

  String name() {
    return name;
  }

  /** There if the part is a file. */
  Optional<String> fileName() {
    return fileName;
  }

  String mime() {
    return mime;
  }

  int size() {
    return content.length;
  }

  String text() {
    return new String(content, UTF_8);
  }
}
