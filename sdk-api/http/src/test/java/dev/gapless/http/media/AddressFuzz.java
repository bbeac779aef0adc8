// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.media;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;

/** No address but of a named host is ever admitted. See {@code mvn -Pfuzz}. */
public final class AddressFuzz {
  private static final MediaHosts HOSTS =
      new MediaHosts(List.of("f.test"), URI.create("https://api.test"));

  private AddressFuzz() {}

  /** Called with one input after the other: the address. */
  public static void fuzzerTestOneInput(byte[] input) {
    String address = new String(input, UTF_8);
    HOSTS
        .admit(address)
        .ifPresent(
            uri -> {
              assertThat(address).matches("(?is)https://(f|api)\\.test(:0*443|:)?([/?#].*)?");
              assertThat(uri).hasToString(address);
            });
  }
}
