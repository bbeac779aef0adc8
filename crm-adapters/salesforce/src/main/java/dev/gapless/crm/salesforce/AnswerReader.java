// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.crm.salesforce.answer.During;
import dev.gapless.crm.salesforce.answer.ErrorTable;
import dev.gapless.crm.salesforce.answer.Fault;
import dev.gapless.crm.salesforce.answer.FaultReader;
import dev.gapless.crm.salesforce.answer.Meaning;
import dev.gapless.http.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Says what an answer of Salesforce means to the adapter, without a connection: by the same table
 * and in the same order, so that what it says is what the adapter does.
 */
public final class AnswerReader {
  private final JsonNode sent;
  private final List<AnswerMeaning> found = new ArrayList<>();

  private AnswerReader(JsonNode sent) {
    this.sent = sent;
  }

  /**
   * Reads an answer.
   *
   * @param method of the request, as {@code POST}; empty if it is not known: then rows are taken
   *     for those of an insert, anything else for an answer to a question
   * @param address of the request, whole or its path
   * @param sent the body of the request, by which the parts of a composite one are told apart;
   *     empty if it is not known
   * @param status of the answer
   * @param headers of the answer; {@code Retry-After} in seconds counts
   * @param body as it came
   * @return one meaning for the whole, or one for each row or part of an answer to several; never
   *     empty
   */
  public static List<AnswerMeaning> read(
      String method,
      String address,
      byte[] sent,
      int status,
      Map<String, String> headers,
      byte[] body) {
    AnswerReader reader = new AnswerReader(Json.read(sent));
    JsonNode answer = Json.read(body);
    During during = reader.during(method, address, answer);
    reader.whole("", during, status, answer, FaultReader.read(body));
    Optional<Duration> asked =
        Optional.ofNullable(headers.get("Retry-After"))
            .filter(text -> text.matches("[0-9]{1,5}"))
            .map(text -> Duration.ofSeconds(Long.parseLong(text)));
    return reader.found.stream().map(one -> one.withRetryAfter(asked)).toList();
  }

  private During during(String method, String address, JsonNode answer) {
    boolean severalParts = address.matches("[^?]*/composite(/batch)?(\\?.*)?");
    if (method.isEmpty() && isRows(answer)) {
      return During.CREATE;
    } else if (method.equalsIgnoreCase("POST") && severalParts) {
      return partsSent().anyMatch(part -> of(part, During.READ).writes())
          ? During.CREATE
          : During.READ;
    }
    return during(method, address);
  }

  private static During during(String method, String address) {
    String path = address.replaceFirst("\\?.*", "");
    if (path.endsWith("/oauth2/token")) {
      return During.LOGIN;
    }
    return switch (method.toUpperCase(Locale.ROOT)) {
      case "POST" -> path.contains("/query") ? During.READ : During.CREATE;
      case "PATCH", "PUT", "DELETE" -> During.UPDATE;
      default -> During.READ;
    };
  }

  private Stream<JsonNode> partsSent() {
    return Stream.of(sent.path("compositeRequest"), sent.path("batchRequests"))
        .flatMap(parts -> StreamSupport.stream(parts.spliterator(), false));
  }

  /** What a part of a request did; otherwise if it is not known. */
  private static During of(JsonNode part, During otherwise) {
    String method = part.path("method").asText("");
    return method.isEmpty() ? otherwise : during(method, part.path("url").asText(""));
  }

  private static boolean isRows(JsonNode body) {
    return body.isArray() && !body.isEmpty() && body.get(0).path("success").isBoolean();
  }

  private void whole(String at, During during, int status, JsonNode body, List<Fault> faults) {
    boolean success = (status >= 200 && status < 300) || status == 304;
    if (success && isRows(body)) {
      rows(at, during, body);
    } else if (success && body.path("compositeResponse").isArray()) {
      JsonNode asked = sent.path("compositeRequest");
      parts(at, during, asked, body.path("compositeResponse"), "httpStatusCode", "body");
    } else if (success && body.path("results").isArray()) {
      parts(at, during, sent.path("batchRequests"), body.path("results"), "statusCode", "result");
    } else if (success && body.path("graphs").isArray()) {
      graphs(during, body.path("graphs"));
    } else if (success && isOk(status, body)) {
      found.add(AnswerMeaning.ok(at));
    } else {
      Meaning meaning = ErrorTable.get().of(faults, status, during);
      found.add(AnswerMeaning.of(at, ErrorTable.get().decisive(faults, during), meaning));
    }
  }

  /** What is no JSON is not what was asked for; an empty answer is, where nothing is to be told. */
  private static boolean isOk(int status, JsonNode body) {
    boolean nothingToTell = status == 204 || status == 304;
    return nothingToTell
        || (!body.isMissingNode() && FaultReader.ofJson(body).isEmpty() && !isFailedRow(body));
  }

  private static boolean isFailedRow(JsonNode body) {
    return body.path("success").isBoolean() && !body.path("success").asBoolean();
  }

  private void rows(String at, During during, JsonNode rows) {
    for (int i = 0; i < rows.size(); i++) {
      String here = at + "row " + (i + 1);
      List<Fault> faults = FaultReader.ofRow(rows.get(i));
      if (rows.get(i).path("success").asBoolean() && faults.isEmpty()) {
        found.add(AnswerMeaning.ok(here));
      } else {
        found.add(
            AnswerMeaning.of(
                here,
                ErrorTable.get().decisive(faults, during),
                ErrorTable.get().ofRow(faults, during)));
      }
    }
  }

  private void parts(
      String at, During during, JsonNode asked, JsonNode parts, String status, String body) {
    for (int i = 0; i < parts.size(); i++) {
      JsonNode answer = parts.get(i).path(body);
      whole(
          at + "part " + (i + 1) + " ",
          of(asked.path(i), during),
          parts.get(i).path(status).asInt(),
          answer,
          FaultReader.ofJson(answer));
    }
  }

  private void graphs(During during, JsonNode graphs) {
    for (int i = 0; i < graphs.size(); i++) {
      parts(
          "graph " + (i + 1) + " ",
          during,
          sent.path("graphs").path(i).path("compositeRequest"),
          graphs.get(i).path("graphResponse").path("compositeResponse"),
          "httpStatusCode",
          "body");
    }
  }
}
