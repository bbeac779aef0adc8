// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.soak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Reads the CRM over HTTP as anybody with a login could; it owes the SDK nothing. */
final class CrmView {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PAGE = 2_000;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI crm;
  private final String token;

  CrmView(URI crm) throws IOException, InterruptedException {
    this.crm = crm;
    String login = "grant_type=client_credentials&client_id=gapless&client_secret=quickstart";
    this.token = call("POST", "/oauth/token", "none", login).path("access_token").asText();
  }

  void makePerson(String name, String phone) throws IOException, InterruptedException {
    ObjectNode person = JSON.createObjectNode().put("name", name);
    person.putArray("identifiers").addObject().put("type", "phone").put("value", phone);
    call("POST", "/api/persons", token, person.toString());
  }

  /** All entries, in the order the CRM made them. */
  List<CrmRow> rows() throws IOException, InterruptedException {
    List<CrmRow> rows = new ArrayList<>();
    JsonNode page;
    long from = 0;
    do {
      page = get("/api/timeline?limit=" + PAGE + "&from=" + from);
      page.path("entries").forEach(entry -> rows.add(CrmRow.of(entry)));
      from = page.path("next").asLong();
    } while (page.has("next"));
    return rows;
  }

  /** The creations of the arrival log, in the order in which they took effect. */
  List<CrmRow> creations() throws IOException, InterruptedException {
    List<CrmRow> creations = new ArrayList<>();
    JsonNode page;
    long from = 0;
    do {
      page = get("/api/arrivals?limit=" + PAGE + "&from=" + from).path("arrivals");
      for (JsonNode arrival : page) {
        if (arrival.path("op").asText().equals("create")) {
          creations.add(CrmRow.of(arrival));
        }
      }
      from += page.size();
    } while (!page.isEmpty());
    return creations;
  }

  /** How often each route was called, by everybody. */
  JsonNode calls() throws IOException, InterruptedException {
    return get("/control/calls");
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    return call("GET", path, token, "");
  }

  private JsonNode call(String method, String path, String bearer, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(crm.resolve(path))
            .timeout(Duration.ofSeconds(30))
            .header("Authorization", "Bearer " + bearer)
            .method(method, BodyPublishers.ofString(body))
            .build();
    HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
    if (answer.statusCode() >= 300) {
      throw new IOException("the CRM answered " + path + " with " + answer.statusCode());
    }
    return JSON.readTree(answer.body());
  }
}
