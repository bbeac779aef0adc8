// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http;

import feign.Request;
import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request whose method, address and body are known only at run time. Immutable. The address goes
 * out exactly as given, so whoever makes it escapes it.
 */
public final class HttpCall {
  private final String method;
  private final URI uri;
  private final Map<String, String> headers;
  private final Optional<byte[]> body;

  private HttpCall(String method, URI uri, Map<String, String> headers, Optional<byte[]> body) {
    this.method = method;
    this.uri = uri;
    this.headers = headers;
    this.body = body;
  }

  /**
   * A request without headers of its own and without a body.
   *
   * @param method one of {@code GET HEAD POST PUT PATCH DELETE OPTIONS}
   * @param uri absolute
   * @throws IllegalArgumentException if the method is none of these or the address is relative
   */
  public static HttpCall of(String method, URI uri) {
    Request.HttpMethod.valueOf(method);
    if (uri.getHost() == null) {
      throw new IllegalArgumentException("the address of a call must be absolute");
    }
    return new HttpCall(method, uri, Map.of(), Optional.empty());
  }

  /** The same with a header set; its name is case-insensitive. */
  public HttpCall header(String name, String value) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.keySet().removeIf(name::equalsIgnoreCase);
    all.put(name, value);
    return new HttpCall(method, uri, all, body);
  }

  /** The same with a body. The bytes must not be changed afterwards. */
  public HttpCall body(String contentType, byte[] bytes) {
    HttpCall typed = header("Content-Type", contentType);
    return new HttpCall(method, uri, typed.headers, Optional.of(bytes));
  }

  Request toFeign() {
    Map<String, Collection<String>> values = new LinkedHashMap<>();
    headers.forEach((name, value) -> values.put(name, List.of(value)));
    return Request.create(
        Request.HttpMethod.valueOf(method),
        uri.toString(),
        values,
        body.map(bytes -> Request.Body.create(bytes)).orElseGet(Request.Body::empty),
        null);
  }

  /** Path, query, headers and body may hold what must not be printed. */
  @Override
  public String toString() {
    return method + " " + uri.getHost();
  }
}
