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

/**
 * Says what an answer of Salesforce means to the adapter, without a connection: by the same table
 * and in the same order, so that what it says is what the adapter does.
 */
public final class AnswerReader {
  private final During during;
  private final List<AnswerMeaning> found = new ArrayList<>();

  private AnswerReader(During during) {
    this.during = during;
  }

  /**
   * Reads an answer.
   *
   * @param method of the request, as {@code POST}
   * @param address of the request, whole or its path
   * @param status of the answer
   * @param headers of the answer; {@code Retry-After} in seconds counts
   * @param body as it came
   * @return one meaning for the whole, or one for each row or part of an answer to several; never
   *     empty
   */
  public static List<AnswerMeaning> read(
      String method, String address, int status, Map<String, String> headers, byte[] body) {
    AnswerReader reader = new AnswerReader(during(method, address));
    reader.whole("", status, Json.read(body), FaultReader.read(body));
    Optional<Duration> asked =
        Optional.ofNullable(headers.get("Retry-After"))
            .filter(text -> text.matches("[0-9]{1,5}"))
            .map(text -> Duration.ofSeconds(Long.parseLong(text)));
    return reader.found.stream().map(one -> one.withRetryAfter(asked)).toList();
  }

  private static During during(String method, String address) {
    String path = address.replaceFirst("\\?.*", "");
    if (path.endsWith("/oauth2/token")) {
      return During.LOGIN;
    }
    boolean asks =
        path.endsWith("/composite") || path.contains("/query") || path.endsWith("/batch");
    return switch (method.toUpperCase(Locale.ROOT)) {
      case "POST" -> asks ? During.READ : During.CREATE;
      case "PATCH", "PUT", "DELETE" -> During.UPDATE;
      default -> During.READ;
    };
  }

  private void whole(String at, int status, JsonNode body, List<Fault> faults) {
    boolean success = (status >= 200 && status < 300) || status == 304;
    if (success && body.isArray() && !body.isEmpty() && body.get(0).path("success").isBoolean()) {
      rows(at, body);
    } else if (success && body.path("compositeResponse").isArray()) {
      parts(at, body.path("compositeResponse"), "httpStatusCode", "body");
    } else if (success && body.path("results").isArray()) {
      parts(at, body.path("results"), "statusCode", "result");
    } else if (success && body.path("graphs").isArray()) {
      graphs(body.path("graphs"));
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

  private void rows(String at, JsonNode rows) {
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

  private void parts(String at, JsonNode parts, String status, String body) {
    for (int i = 0; i < parts.size(); i++) {
      JsonNode answer = parts.get(i).path(body);
      whole(
          at + "part " + (i + 1) + " ",
          parts.get(i).path(status).asInt(),
          answer,
          FaultReader.ofJson(answer));
    }
  }

  private void graphs(JsonNode graphs) {
    for (int i = 0; i < graphs.size(); i++) {
      parts(
          "graph " + (i + 1) + " ",
          graphs.get(i).path("graphResponse").path("compositeResponse"),
          "httpStatusCode",
          "body");
    }
  }
}
