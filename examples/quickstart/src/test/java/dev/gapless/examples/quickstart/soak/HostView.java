// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.soak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gapless.examples.quickstart.console.ToldException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Reads the host's books over HTTP, as somebody on its machine. */
final class HostView {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI host;

  HostView(URI host) {
    this.host = host;
  }

  /** How many events are on their way to the CRM. */
  long waiting() {
    return read("/audit").path("waiting").asLong();
  }

  /** The books with a second count of the journal's rows beside them. */
  JsonNode deepBooks() {
    return read("/audit?deep=true");
  }

  /** The books of the one CRM there is. */
  private JsonNode read(String path) {
    HttpRequest request =
        HttpRequest.newBuilder(host.resolve(path)).timeout(Duration.ofMinutes(2)).build();
    try {
      HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
      if (answer.statusCode() == 200) {
        return JSON.readTree(answer.body()).path(0);
      }
      throw new ToldException("The host answered " + path + " with " + answer.statusCode());
    } catch (IOException e) {
      throw new ToldException("The host does not answer " + path);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ToldException("Interrupted while the host was asked for " + path);
    }
  }
}
