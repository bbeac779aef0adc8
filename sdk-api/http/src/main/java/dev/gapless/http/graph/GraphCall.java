// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.graph;

import dev.gapless.http.HttpCall;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A call of the Graph API without its version and token. Immutable; whatever stands in path or
 * parameters is escaped. Parameters of a POST travel in its body, all others in the address.
 */
public final class GraphCall {
  /** The most objects that one call can read. */
  public static final int MOST_IDS = 50;

  private static final String PROOF = "appsecret_proof";

  private final String method;
  private final List<String> path;
  private final Map<String, String> parameters;

  private GraphCall(String method, List<String> path, Map<String, String> parameters) {
    this.method = method;
    this.path = path;
    this.parameters = parameters;
  }

  /**
   * A read.
   *
   * @param path an id, and the edge below it if any
   * @throws IllegalArgumentException if a part of the path is empty or only dots
   */
  public static GraphCall get(String... path) {
    return of("GET", path);
  }

  /**
   * A read of many objects at once. The answer has one field per id; if one of them cannot be read,
   * all of them are refused.
   *
   * @param ids at most {@value #MOST_IDS}
   * @throws IllegalArgumentException if there are none or too many
   */
  public static GraphCall many(Collection<String> ids) {
    if (ids.isEmpty() || ids.size() > MOST_IDS) {
      throw new IllegalArgumentException("a read of many objects names 1 to " + MOST_IDS);
    }
    return new GraphCall("GET", List.of(), Map.of("ids", String.join(",", ids)));
  }

  /** A change; otherwise as {@link #get}. */
  public static GraphCall post(String... path) {
    return of("POST", path);
  }

  private static GraphCall of(String method, String... path) {
    List<String> parts = List.of(path);
    if (parts.isEmpty() || parts.stream().anyMatch(part -> part.matches("\\s*\\.*\\s*"))) {
      throw new IllegalArgumentException("a part of the path is empty or only dots");
    }
    return new GraphCall(method, parts, Map.of());
  }

  /** The same with a parameter set. */
  public GraphCall with(String name, String value) {
    Map<String, String> all = new LinkedHashMap<>(parameters);
    all.put(name, value);
    return new GraphCall(method, path, all);
  }

  /**
   * The same for another page.
   *
   * @param cursor what {@link GraphAnswer#next} of the page before it gave
   */
  public GraphCall page(String cursor) {
    GraphCall page = this;
    for (Map.Entry<String, String> parameter : Query.read(cursor).entrySet()) {
      page = page.with(parameter.getKey(), parameter.getValue());
    }
    return page;
  }

  /** Ready to be sent, but for the token. */
  HttpCall at(URI base, String version, Optional<String> proof) {
    String address = base + "/" + version + "/" + escaped(path);
    Map<String, String> all = new LinkedHashMap<>(parameters);
    proof.ifPresent(value -> all.put(PROOF, value));
    String query = Query.write(all);
    if (method.equals("POST")) {
      return HttpCall.of(method, URI.create(address))
          .body("application/x-www-form-urlencoded", query.getBytes(StandardCharsets.US_ASCII));
    }
    return HttpCall.of(method, URI.create(query.isEmpty() ? address : address + "?" + query));
  }

  private static String escaped(List<String> path) {
    return path.stream().map(Query::escape).collect(Collectors.joining("/"));
  }

  /** Ids and parameters may hold what must not be printed. */
  @Override
  public String toString() {
    return "GraphCall[" + method + "]";
  }
}
