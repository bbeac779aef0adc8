// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.benchmarks.side;

import dev.gapless.examples.benchmarks.load.Traffic;
import dev.gapless.http.signature.HubSignature;
import dev.gapless.http.signature.SignatureVerdict;
import io.undertow.util.HeaderMap;
import java.util.List;
import java.util.Optional;

/** The floor: checks the signature, keeps the body, understands nothing. */
final class StoreSide implements Side {
  private final HubSignature signature = new HubSignature(() -> List.of(Traffic.APP_SECRET));
  private final GroupedWriter writer;
  private final WebServer server;

  StoreSide(Store store) {
    writer = new GroupedWriter(store);
    server = new WebServer(this::take);
  }

  private int take(HeaderMap headers, byte[] body) {
    List<String> values =
        Optional.<List<String>>ofNullable(headers.get(HubSignature.HEADER)).orElse(List.of());
    if (signature.check(values, body) != SignatureVerdict.GENUINE) {
      return 403;
    }
    writer.write(body);
    return 200;
  }

  @Override
  public int port() {
    return server.port();
  }

  @Override
  public long stored() {
    return writer.written();
  }

  @Override
  public void close() {
    server.close();
    writer.close();
  }
}
