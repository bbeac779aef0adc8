// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.graph;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** A link to a further page never adds to what is asked for. See {@code mvn -Pfuzz}. */
public final class PagingFuzz {
  private PagingFuzz() {}

  /** Called with one input after the other: the link. */
  public static void fuzzerTestOneInput(byte[] input) {
    Map<String, String> parameters = Query.read(new String(input, UTF_8));
    String cursor = Query.write(parameters);
    assertThat(cursor).matches("[A-Za-z0-9.*_%=&-]*");
    assertThat(Query.read(cursor)).isEqualTo(parameters);

    GraphCall call = GraphCall.get("1").page(cursor);
    assertThat(call.at(URI.create("https://api.test"), "v25.0", Optional.of("proof")))
        .hasToString("GET api.test");
  }
}
