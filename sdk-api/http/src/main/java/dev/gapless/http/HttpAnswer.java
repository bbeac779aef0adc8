// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http;

import java.util.Map;
import java.util.Optional;

/**
 * What a server answered, whatever the status. Immutable, except for the bytes, which are shared.
 */
public final class HttpAnswer {
  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;
  private final boolean bodyCut;

  HttpAnswer(int status, Map<String, String> headers, byte[] body, boolean bodyCut) {
    this.status = status;
    this.headers = headers;
    this.body = body;
    this.bodyCut = bodyCut;
  }

  public int status() {
    return status;
  }

  /** The value of a header, its name in any case; several values are joined by a comma. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** The body, at most as long as the connection allows. */
  public byte[] body() {
    return body;
  }

  /** Whether the body was longer than the connection allows, so that only its beginning is here. */
  public boolean bodyCut() {
    return bodyCut;
  }

  /** Headers and body may hold what must not be printed. */
  @Override
  public String toString() {
    return "HttpAnswer[" + status + ", " + body.length + " bytes]";
  }
}
