// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.graph;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Collectors;

/** The parameters of an address. */
final class Query {
  private Query() {}

  static String escape(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  static String write(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(each -> escape(each.getKey()) + "=" + escape(each.getValue()))
        .collect(Collectors.joining("&"));
  }

  /** The parameters of a text like {@code a=1&b=2}; what is not of that form counts as absent. */
  static Map<String, String> read(String text) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : text.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        Entry<String, String> parameter =
            Map.entry(pair.substring(0, equals), pair.substring(equals + 1));
        put(parameters, parameter);
      }
    }
    return parameters;
  }

  private static void put(Map<String, String> parameters, Entry<String, String> raw) {
    try {
      parameters.put(unescape(raw.getKey()), unescape(raw.getValue()));
    } catch (IllegalArgumentException e) {
      parameters.remove(raw.getKey()); // A broken escape: as if it were not there.
    }
  }

  private static String unescape(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
