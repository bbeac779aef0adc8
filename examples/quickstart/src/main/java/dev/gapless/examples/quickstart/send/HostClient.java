// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.send;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gapless.api.ItemKey;
import dev.gapless.examples.quickstart.console.ToldException;
import dev.gapless.http.HttpAnswer;
import dev.gapless.http.HttpCall;
import dev.gapless.http.HttpConnection;
import dev.gapless.http.HttpOutcome;
import dev.gapless.http.signature.HubSignature;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Talks to a host as the platform does, and as somebody on its machine. */
public final class HostClient {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpConnection http =
      HttpConnection.builder().connectTimeout(Duration.ofSeconds(5)).build();
  private final URI host;

  public HostClient(URI host) {
    this.host = host;
  }

  /** Whether a host answers there. */
  public boolean isThere() {
    return http.send(HttpCall.of("GET", at("/audit"))) instanceof HttpOutcome.Answered answered
        && answered.answer().status() == 200;
  }

  /** Posts a body with its signature; returns the status of the answer. */
  public int post(String channel, byte[] body, String secret) {
    return post(channel, body, Optional.of(HubSignature.sign(secret, body)));
  }

  /** Posts a body with any signature, or none; returns the status of the answer. */
  public int post(String channel, byte[] body, Optional<String> signature) {
    HttpCall call =
        HttpCall.of("POST", at("/webhooks/" + encoded(channel))).body("application/json", body);
    return answer(signature.map(value -> call.header(HubSignature.HEADER, value)).orElse(call))
        .status();
  }

  /** What the host's journal knows of an item; empty if nothing. */
  public Optional<JsonNode> trace(ItemKey item) {
    HttpAnswer answer = answer(HttpCall.of("GET", at("/trace?key=" + encoded(item.canonical()))));
    return answer.status() == 200 ? Optional.of(json(answer)) : Optional.empty();
  }

  /** Why the host writes nothing to a CRM at the moment, by the CRM's name. */
  public Map<String, String> stopped() {
    Map<String, String> stopped = new TreeMap<>();
    for (JsonNode books : json(answer(HttpCall.of("GET", at("/audit"))))) {
      if (books.path("stopped").isTextual()) {
        stopped.put(books.path("crm").asText(), books.path("stopped").asText());
      }
    }
    return stopped;
  }

  private HttpAnswer answer(HttpCall call) {
    HttpOutcome outcome = http.send(call);
    if (outcome instanceof HttpOutcome.Answered answered) {
      return answered.answer();
    }
    throw new ToldException("The host at " + host + " does not answer any more");
  }

  private static JsonNode json(HttpAnswer answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new ToldException(
          "The host answered something that is no JSON; is it another program?");
    }
  }

  private URI at(String path) {
    return URI.create(host.toString().replaceFirst("/+$", "") + path);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
