// SPDX-License-Identifier: Apache-2.0
package dev.gapless.api.channel;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A webhook call as the host application received it. The body must be the <em>raw bytes</em>:
 * signatures are computed over them, and no framework may have decoded or re-encoded them.
 */
public final class WebhookRequest {
  private final String method;
  private final Map<String, List<String>> query;
  private final Map<String, List<String>> headers;
  private final byte[] body;

  /**
   * @param method the HTTP method, any case
   * @param query the decoded query parameters; names as sent ({@code hub.mode}, not {@code
   *     hub_mode})
   * @param headers every header with every value it had, any case
   * @param body the raw bytes; empty for none
   */
  public WebhookRequest(
      String method,
      Map<String, List<String>> query,
      Map<String, List<String>> headers,
      byte[] body) {
    this.method = method.toUpperCase(Locale.ROOT);
    this.query = Map.copyOf(query);
    TreeMap<String, List<String>> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.forEach(
        (name, values) -> byName.merge(name, List.copyOf(values), WebhookRequest::join));
    this.headers = byName;
    this.body = body.clone();
  }

  /** Upper case. */
  public String method() {
    return method;
  }

  /** All values of a query parameter; empty if it is not there. */
  public List<String> query(String name) {
    return query.getOrDefault(name, List.of());
  }

  /** All values of a header, whatever its case; empty if it is not there. */
  public List<String> header(String name) {
    return headers.getOrDefault(name, List.of());
  }

  /** A copy of the raw bytes. */
  public byte[] body() {
    return body.clone();
  }

  private static List<String> join(List<String> first, List<String> second) {
    return java.util.stream.Stream.concat(first.stream(), second.stream()).toList();
  }

  @Override
  public String toString() {
    return "WebhookRequest[" + method + ", " + body.length + " bytes]";
  }
}
