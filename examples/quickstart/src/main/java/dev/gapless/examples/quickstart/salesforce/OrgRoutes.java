// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Predicate;

/** What each resource does. */
final class OrgRoutes {
  private static final String DELETE = "DELETE /sobjects/{x}/";

  private final OrgRecords records;
  private final Limits limits;

  OrgRoutes(OrgRecords records, Limits limits) {
    this.records = records;
    this.limits = limits;
  }

  /** The records a call writes; none if it only reads. */
  static List<JsonNode> rows(OrgCall call) {
    boolean collection = call.path().equals("/composite/sobjects");
    return collection ? call.records() : List.of();
  }

  /** Does it; {@code locked} tells of a row whether somebody else holds its parents. */
  OrgReply run(OrgCall call, Predicate<JsonNode> locked) {
    try {
      if (call.route().startsWith(DELETE)) {
        records.deleteDocument(call.path().substring(call.path().lastIndexOf('/') + 1));
        return new OrgReply(204, MissingNode.getInstance());
      }
      return new OrgReply(
          call.route().equals("POST /sobjects/{x}") ? 201 : 200, body(call, locked));
    } catch (OrgError e) {
      return OrgReply.of(e);
    }
  }

  private JsonNode body(OrgCall call, Predicate<JsonNode> locked) {
    return switch (call.route()) {
      case "POST /composite/sobjects", "PATCH /composite/sobjects" -> {
        records.checkFields(call.records());
        yield records.write(call.records(), call.isInsert(), locked);
      }
      case "POST /composite" -> composite(call.json());
      case "POST /sobjects/{x}" -> one(call.path().split("/", -1)[2], call.json());
      case "GET /sobjects/{x}/describe" -> records.describe(call.path().split("/", -1)[2]);
      case "GET /limits" -> limits.describe();
      default -> throw new OrgError(404, "NOT_FOUND", "The requested resource does not exist");
    };
  }

  private ObjectNode composite(JsonNode request) {
    ObjectNode answer = OrgRecords.json();
    ArrayNode parts = answer.putArray("compositeResponse");
    for (JsonNode part : request.path("compositeRequest")) {
      ObjectNode one = parts.addObject();
      one.put("referenceId", part.path("referenceId").asText());
      String url = part.path("url").asText();
      try {
        one.set("body", records.query(OrgCall.question(url), url.contains("/queryAll?")));
        one.put("httpStatusCode", 200);
      } catch (OrgError e) {
        one.set("body", e.body());
        one.put("httpStatusCode", e.status());
      }
    }
    return answer;
  }

  private JsonNode one(String object, JsonNode sent) {
    ObjectNode record = sent.deepCopy();
    record.putObject("attributes").put("type", object);
    records.checkFields(List.of(record));
    JsonNode row = records.write(List.of(record), true, one -> false).get(0);
    if (row.path("success").asBoolean()) {
      return row;
    }
    throw new OrgError(400, row.at("/errors/0/statusCode").asText(), "refused");
  }
}
