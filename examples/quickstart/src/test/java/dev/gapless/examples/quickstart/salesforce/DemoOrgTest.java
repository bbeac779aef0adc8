// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gapless.examples.quickstart.crm.Faults;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The stand-in behaves as the platform does where it matters to whoever writes entries. */
class DemoOrgTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BASE = "/services/data/v62.0";
  private static final String COLLECTION = BASE + "/composite/sobjects";

  private final HttpClient http = HttpClient.newHttpClient();
  private final HeldTimer timer = new HeldTimer();
  private DemoOrg org;
  private String token = "";

  @BeforeEach
  void start() throws Exception {
    org = DemoOrg.builder().scheduler(timer).dailyLimit(50).concurrentLimit(2).build().start();
    logIn();
  }

  @AfterEach
  void stop() {
    org.close();
    timer.shutdownNow();
  }

  @Test
  void aKeyIsUniqueAndEachRowStandsForItselfInTheOrderOfTheRequest() throws Exception {
    JsonNode rows =
        json(
            post(
                COLLECTION,
                records(
                    task("a", 1),
                    task("a", 2),
                    task("b", 3).put("Subject", "x".repeat(256)),
                    task("c", 4).put("WhoId", "003000000000099"),
                    task("d", 5))));
    assertThat(rows).hasSize(5);
    assertThat(rows.get(0).path("success").asBoolean()).isTrue();
    assertThat(code(rows.get(1))).isEqualTo("DUPLICATE_VALUE");
    assertThat(code(rows.get(2))).isEqualTo("STRING_TOO_LONG");
    assertThat(code(rows.get(3))).isEqualTo("INVALID_CROSS_REFERENCE_KEY");
    assertThat(rows.get(4).path("success").asBoolean()).isTrue();
    assertThat(org.arrivals()).extracting(OrgArrival::key).containsExactly("a", "d");
  }

  @Test
  void valuesThatThePlatformWouldNotTakeAreRefusedRowByRow() throws Exception {
    String account = org.add("Account", Map.of("Name", "A"));
    String lead = org.add("Lead", Map.of("LastName", "L", "Company", "C"));
    JsonNode rows =
        json(
            post(
                COLLECTION,
                records(
                    task("a", 1).put("WhoId", account),
                    task("b", 2).put("WhoId", lead).put("WhatId", account),
                    task("c", 3).put("Status", "Erledigt"),
                    task("d", 4).put("Subject", "a\u0000b"),
                    task("e", 5).put("WhoId", lead))));
    assertThat(code(rows.get(0))).isEqualTo("FIELD_INTEGRITY_EXCEPTION");
    assertThat(code(rows.get(1))).isEqualTo("FIELD_INTEGRITY_EXCEPTION");
    assertThat(code(rows.get(2))).isEqualTo("INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST");
    assertThat(code(rows.get(3))).isEqualTo("TEXT_DATA_OUTSIDE_SUPPORTED_CHARSET");
    assertThat(rows.get(4).path("success").asBoolean()).isTrue();
  }

  @Test
  void anEscapeThatSoqlDoesNotKnowIsAnErrorAndABackslashStaysOne() {
    org.add("Account", Map.of("Name", "a\\nb"));
    Soql soql = Soql.parse("SELECT Id FROM Account WHERE Name = 'a\\\\nb'");
    assertThat(org.records("Account")).allMatch(soql::fits);
    assertThatThrownBy(() -> Soql.parse("SELECT Id FROM Account WHERE Name = 'a\\x'"))
        .isInstanceOf(OrgError.class);
  }

  @Test
  void aFieldThatDoesNotExistRefusesTheWholeRequest() throws Exception {
    org.removeField("Task", "Gapless_Sequence__c");
    HttpResponse<String> answer = post(COLLECTION, records(task("a", 1)));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).at("/0/errorCode").asText()).isEqualTo("INVALID_FIELD");
    assertThat(org.records("Task")).isEmpty();
  }

  @Test
  void twoCallsBelowOneAccountMeetItsLock() throws Exception {
    String account = org.add("Account", Map.of("Name", "A"));
    String one = org.add("Contact", Map.of("LastName", "One", "AccountId", account));
    String two = org.add("Contact", Map.of("LastName", "Two", "AccountId", account));
    org.faults(Faults.builder().latencyPerCall(Duration.ofMillis(80)).build());

    CompletableFuture<HttpResponse<String>> first =
        later(COLLECTION, records(task("a", 1).put("WhoId", one)));
    timer.awaitHeld(1);
    CompletableFuture<HttpResponse<String>> second =
        later(COLLECTION, records(task("b", 2).put("WhoId", two), task("c", 3)));
    timer.awaitHeld(2);
    timer.release();

    assertThat(json(first.get()).at("/0/success").asBoolean()).isTrue();
    assertThat(code(json(second.get()).get(0))).isEqualTo("UNABLE_TO_LOCK_ROW");
    assertThat(json(second.get()).at("/1/success").asBoolean()).isTrue();
    assertThat(org.lockErrors()).isEqualTo(1);
  }

  @Test
  void theDayAndTheMomentHaveLimitsOfTheirOwn() throws Exception {
    org.faults(Faults.builder().latencyPerCall(Duration.ofMillis(80)).build());
    CompletableFuture<HttpResponse<String>> first = later(COLLECTION, records(task("a", 1)));
    CompletableFuture<HttpResponse<String>> second = later(COLLECTION, records(task("b", 2)));
    timer.awaitHeld(2);
    assertThat(json(post(COLLECTION, records(task("c", 3)))).at("/0/message").asText())
        .startsWith("ConcurrentPerOrgLongTxn");
    timer.release();
    first.get();
    second.get();

    org.faults(Faults.NONE);
    while (org.usedOfTheDay() < 50) {
      get(BASE + "/limits");
    }
    HttpResponse<String> spent = get(BASE + "/limits");
    assertThat(spent.statusCode()).isEqualTo(403);
    assertThat(json(spent).at("/0/message").asText()).isEqualTo("TotalRequests Limit exceeded.");
    assertThat(spent.headers().firstValue("Sforce-Limit-Info")).contains("api-usage=50/50");
    org.freeCalls(1);
    assertThat(get(BASE + "/limits").statusCode()).isEqualTo(200);
  }

  @Test
  void aTokenMayEndWhileACallRunsAndTheCallIsDone() throws Exception {
    org.faults(Faults.builder().latencyPerCall(Duration.ofMillis(80)).build());
    CompletableFuture<HttpResponse<String>> running = later(COLLECTION, records(task("a", 1)));
    timer.awaitHeld(1);
    org.faults(Faults.builder().expireTokensNow(true).build());
    timer.release();
    assertThat(json(running.get()).at("/0/success").asBoolean()).isTrue();

    HttpResponse<String> next = get(BASE + "/limits");
    assertThat(next.statusCode()).isEqualTo(401);
    assertThat(json(next).at("/0/errorCode").asText()).isEqualTo("INVALID_SESSION_ID");
    logIn();
    assertThat(get(BASE + "/limits").statusCode()).isEqualTo(200);
  }

  @Test
  void anAnswerMayBeLostAfterTheWrite() {
    org.faults(Faults.builder().dropAnswerRate(1).build());
    assertThatThrownBy(() -> post(COLLECTION, records(task("a", 1))))
        .isInstanceOf(IOException.class);
    assertThat(org.records("Task")).hasSize(1);
  }

  @Test
  void aCallMayHangAndBeDoneLater() throws Exception {
    org.faults(Faults.builder().lateCommitRate(1).build());
    CompletableFuture<HttpResponse<String>> hanging = later(COLLECTION, records(task("a", 1)));
    timer.awaitHeld(1);
    assertThat(org.records("Task")).isEmpty();
    timer.release();
    assertThat(hanging).failsWithin(Duration.ofMinutes(2));
    assertThat(org.records("Task")).hasSize(1);
  }

  @Test
  void questionsAreAnsweredByValueAndTheBinOnlyWhereItIsAskedFor() throws Exception {
    post(COLLECTION, records(task("it's", 1)));
    String id = org.records("Task").get(0).path("Id").asText();
    String soql = "SELECT Id, Gapless_Key__c FROM Task WHERE Gapless_Key__c IN ('it\\'s', 'x')";
    assertThat(found(ask("query", soql)).path("records")).hasSize(1);
    org.edit(id, Map.of("IsDeleted", "true"));
    assertThat(found(ask("query", soql)).path("records")).isEmpty();
    assertThat(found(ask("queryAll", soql)).path("records")).hasSize(1);
    assertThat(ask("query", "SELECT Nothing__c FROM Task").path("httpStatusCode").asInt())
        .isEqualTo(400);

    JsonNode rows = json(send("PATCH", COLLECTION, records(task("", 1).put("id", id))));
    assertThat(code(rows.get(0))).isEqualTo("ENTITY_IS_DELETED");
  }

  private JsonNode found(JsonNode part) {
    return part.path("body");
  }

  private JsonNode ask(String resource, String soql) throws Exception {
    ObjectNode body = JSON.createObjectNode();
    body.putArray("compositeRequest")
        .addObject()
        .put("method", "GET")
        .put("referenceId", "q")
        .put(
            "url",
            BASE
                + "/"
                + resource
                + "?q="
                + java.net.URLEncoder.encode(soql, java.nio.charset.StandardCharsets.UTF_8));
    return json(post(BASE + "/composite", body)).at("/compositeResponse/0");
  }

  private static ObjectNode task(String key, long sequence) {
    ObjectNode task = JSON.createObjectNode();
    task.putObject("attributes").put("type", "Task");
    if (!key.isEmpty()) {
      task.put("Gapless_Key__c", key).put("Status", "Done");
    }
    return task.put("Gapless_Sequence__c", sequence);
  }

  private static ObjectNode records(ObjectNode... records) {
    ObjectNode body = JSON.createObjectNode().put("allOrNone", false);
    ArrayNode array = body.putArray("records");
    for (ObjectNode record : records) {
      array.add(record);
    }
    return body;
  }

  private static String code(JsonNode row) {
    return row.at("/errors/0/statusCode").asText();
  }

  private void logIn() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(org.url().resolve("/services/oauth2/token"))
            .POST(
                BodyPublishers.ofString(
                    "grant_type=client_credentials&client_id=gapless&client_secret=quickstart"))
            .build();
    token = json(http.send(request, BodyHandlers.ofString())).path("access_token").asText();
  }

  private HttpResponse<String> get(String path) throws Exception {
    return http.send(request(path).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, JsonNode body) throws Exception {
    return send("POST", path, body);
  }

  private HttpResponse<String> send(String method, String path, JsonNode body) throws Exception {
    return http.send(
        request(path).method(method, BodyPublishers.ofString(body.toString())).build(),
        BodyHandlers.ofString());
  }

  private CompletableFuture<HttpResponse<String>> later(String path, JsonNode body) {
    return http.sendAsync(
        request(path).POST(BodyPublishers.ofString(body.toString())).build(),
        BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(org.url().resolve(path))
        .header("Authorization", "Bearer " + token);
  }

  private static JsonNode json(HttpResponse<String> answer) throws IOException {
    return JSON.readTree(answer.body());
  }
}
