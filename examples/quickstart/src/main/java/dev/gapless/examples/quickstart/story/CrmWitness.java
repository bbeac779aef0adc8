// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gapless.examples.quickstart.console.ToldException;
import dev.gapless.http.HttpCall;
import dev.gapless.http.HttpConnection;
import dev.gapless.http.HttpOutcome;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Looks at the CRM over HTTP as anybody with a login could; nothing here knows the SDK. */
final class CrmWitness {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String LOGIN =
      "grant_type=client_credentials&client_id=gapless&client_secret=quickstart";
  private static final int PAGE = 500;

  private final HttpConnection http = HttpConnection.builder().build();
  private final URI crm;
  private final String token;

  CrmWitness(URI crm) {
    this.crm = crm;
    this.token =
        read(call("POST", "/oauth/token")
                .body(
                    "application/x-www-form-urlencoded", LOGIN.getBytes(StandardCharsets.US_ASCII)))
            .path("access_token")
            .asText();
  }

  /** Makes a person known by a telephone number and on Facebook; returns the CRM's id. */
  String makePerson(Customer one) {
    ObjectNode person = JSON.createObjectNode().put("name", one.fullName());
    ArrayNode identifiers = person.putArray("identifiers");
    identifiers.addObject().put("type", "phone").put("value", "+" + one.number());
    identifiers.addObject().put("type", "facebook_psid").put("value", one.pageScopedId());
    byte[] body = person.toString().getBytes(StandardCharsets.UTF_8);
    return read(authorised("POST", "/api/persons").body("application/json", body))
        .path("id")
        .asText();
  }

  /** All entries, in the order the CRM made them. */
  List<CrmEntry> entries() {
    List<CrmEntry> entries = new ArrayList<>();
    long from = 0;
    boolean more = true;
    while (more) {
      JsonNode page = read(authorised("GET", "/api/timeline?from=" + from + "&limit=" + PAGE));
      page.path("entries").forEach(entry -> entries.add(CrmEntry.of(entry)));
      more = page.has("next");
      from = page.path("next").asLong();
    }
    return entries;
  }

  /** Every write, in the order in which they took effect. */
  List<CrmArrival> arrivals() {
    List<CrmArrival> arrivals = new ArrayList<>();
    JsonNode page;
    do {
      page =
          read(authorised("GET", "/api/arrivals?from=" + arrivals.size() + "&limit=" + PAGE))
              .path("arrivals");
      page.forEach(arrival -> arrivals.add(CrmArrival.of(arrival)));
    } while (!page.isEmpty());
    return arrivals;
  }

  private HttpCall authorised(String method, String path) {
    return call(method, path).header("Authorization", "Bearer " + token);
  }

  private HttpCall call(String method, String path) {
    return HttpCall.of(method, URI.create(crm + path));
  }

  private JsonNode read(HttpCall call) {
    HttpOutcome outcome = http.send(call);
    if (outcome instanceof HttpOutcome.Answered answered && answered.answer().status() < 300) {
      try {
        return JSON.readTree(answered.answer().body());
      } catch (IOException e) {
        throw new ToldException("The CRM answered " + call + " with something that is no JSON");
      }
    }
    throw new ToldException("The CRM did not answer " + call + " as it should: " + outcome);
  }
}
