// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.benchmarks.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gapless.examples.benchmarks.load.Mark;
import dev.gapless.examples.benchmarks.load.Parallel;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * What is usually built: one call per contact, as many at once as the adapter makes, each person
 * looked up once, in order within a conversation; a row that meets a lock is sent again. It keeps
 * nothing, and so is nobody's guarantee.
 */
final class SingleUpserts {
  private static final int CONCURRENCY = 4;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI org;
  private final Conversations conversations;
  private final String token;

  private SingleUpserts(PricedOrg org, Conversations conversations)
      throws IOException, InterruptedException {
    this.org = org.url();
    this.conversations = conversations;
    this.token = token();
  }

  /** Writes all messages of these conversations. */
  static void run(PricedOrg org, Conversations conversations) {
    try {
      SingleUpserts all = new SingleUpserts(org, conversations);
      List<Callable<Boolean>> work = new ArrayList<>();
      for (int one = 0; one < conversations.count(); one++) {
        int conversation = one;
        work.add(() -> all.write(conversation));
      }
      Parallel.run(CONCURRENCY, work);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String token() throws IOException, InterruptedException {
    String form =
        "grant_type=client_credentials&client_id="
            + PricedOrg.CLIENT
            + "&client_secret="
            + PricedOrg.SECRET;
    HttpRequest request =
        HttpRequest.newBuilder(org.resolve("/services/oauth2/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    return sent(request).path("access_token").asText();
  }

  private boolean write(int conversation) throws IOException, InterruptedException {
    String person = person(conversation);
    for (int message = 0; message < conversations.messages(); message++) {
      if (conversations.of(message) == conversation) {
        ObjectNode body = task(message, person);
        while (!post("/composite/sobjects", body).path(0).path("success").asBoolean()) {
          // A row lock: whoever holds it is about to let it go.
          Thread.onSpinWait();
        }
      }
    }
    return true;
  }

  /** The one contact with that number; empty if there is none. */
  private String person(int conversation) throws IOException, InterruptedException {
    String phone = PricedOrg.phone(conversation);
    String question = "SELECT Id FROM Contact WHERE MobilePhone IN ('" + phone + "')";
    ObjectNode body = JSON.createObjectNode().put("allOrNone", false);
    body.putArray("compositeRequest")
        .addObject()
        .put("method", "GET")
        .put("referenceId", "person")
        .put("url", path("/query?q=") + URLEncoder.encode(question, StandardCharsets.UTF_8));
    return post("/composite", body).at("/compositeResponse/0/body/records/0/Id").asText();
  }

  private ObjectNode task(int message, String person) {
    ObjectNode body = JSON.createObjectNode().put("allOrNone", false);
    ObjectNode task = body.putArray("records").addObject();
    task.putObject("attributes").put("type", "Task");
    task.put("Status", "Done")
        .put("Gapless_Key__c", "single-" + message)
        .put("Description", new Mark(message, System.currentTimeMillis()) + " text");
    if (!person.isEmpty()) {
      task.put("WhoId", person);
    }
    return body;
  }

  private JsonNode post(String path, JsonNode body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(org.resolve(path(path)))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + token)
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
            .build();
    return sent(request);
  }

  private static String path(String path) {
    return "/services/data/v62.0" + path;
  }

  private JsonNode sent(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException("the org answered " + answer.statusCode());
    }
    return JSON.readTree(answer.body());
  }
}
