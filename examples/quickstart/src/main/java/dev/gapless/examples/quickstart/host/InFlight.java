// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.host;

import com.sun.net.httpserver.HttpHandler;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the calls that are being answered: older JDKs wait in vain when a server is stopped. */
final class InFlight {
  private final AtomicInteger calls = new AtomicInteger();

  HttpHandler counting(HttpHandler handler) {
    return exchange -> {
      calls.incrementAndGet();
      try {
        handler.handle(exchange);
      } finally {
        calls.decrementAndGet();
      }
    };
  }

  boolean any() {
    return calls.get() > 0;
  }
}
