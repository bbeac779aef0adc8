// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/**
 * A body of {@code multipart/form-data} (RFC 7578), with CRLF throughout: some servers refuse bare
 * line feeds. Not safe for use by several threads.
 */
final class Multipart {
  private final String boundary;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /**
   * @param boundary must occur in no part
   */
  Multipart(String boundary) {
    this.boundary = boundary;
  }

  Multipart text(String name, String text) {
    header("form-data; name=\"" + name + "\"", "text/plain; charset=utf-8");
    return content(text.getBytes(UTF_8));
  }

  Multipart file(String name, String fileName, Content file) {
    header("form-data; name=\"" + name + "\"; filename=\"" + quoted(fileName) + "\"", file.type());
    return content(file.bytes());
  }

  Content done() {
    write("--" + boundary + "--\r\n");
    return new Content("multipart/form-data; boundary=" + boundary, bytes.toByteArray());
  }

  private void header(String disposition, String type) {
    write("--" + boundary + "\r\nContent-Disposition: " + disposition + "\r\n");
    write("Content-Type: " + type + "\r\n\r\n");
  }

  private Multipart content(byte[] content) {
    bytes.writeBytes(content);
    write("\r\n");
    return this;
  }

  private void write(String text) {
    bytes.writeBytes(text.getBytes(UTF_8));
  }

  /** As browsers do it: what would end the quotes or the line is percent-encoded. */
  private static String quoted(String text) {
    return text.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
  }
}
