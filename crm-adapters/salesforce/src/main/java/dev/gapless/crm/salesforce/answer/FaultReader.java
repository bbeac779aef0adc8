// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.salesforce.answer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.http.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads complaints out of a body of any shape the platform answers with: a list of {@code
 * errorCode} and {@code message}, one such object, OAuth's {@code error} and {@code
 * error_description}, an {@code error} that is an object, a list of addresses, the XML of REST, of
 * Bulk 1.0 and of SOAP, an HTML page, nothing. Never throws and resolves no XML entity.
 */
public final class FaultReader {
  private static final Pattern XML_CODE =
      Pattern.compile(
          "<(?:\\w+:)?(?:errorCode|exceptionCode|faultcode)>\\s*(?:\\w+:)?([A-Za-z_]\\w{0,99})\\s*<");
  private static final Pattern XML_MESSAGE =
      Pattern.compile("<(?:\\w+:)?(?:message|exceptionMessage|faultstring)>([^<]{0,4000})<");
  private static final int LONGEST_XML = 64 * 1024;

  /** What stands for the code where an external id fits several records (status 300). */
  static final String SEVERAL = "MULTIPLE_RECORDS_FOUND";

  private FaultReader() {}

  /** The complaints of a whole answer; none if it makes none or cannot be understood. */
  public static List<Fault> read(byte[] body) {
    JsonNode json = Json.read(body);
    return json.isMissingNode() ? ofXml(body) : ofJson(json);
  }

  /** The complaints of a body that was read as JSON. */
  public static List<Fault> ofJson(JsonNode body) {
    if (body.isArray()) {
      return ofList(body);
    }
    return ofObject(body).stream().toList();
  }

  /** The complaints of one row of an answer to several. */
  public static List<Fault> ofRow(JsonNode row) {
    List<Fault> faults = new ArrayList<>();
    row.path("errors").forEach(each -> ofObject(each).ifPresent(faults::add));
    return faults;
  }

  private static List<Fault> ofList(JsonNode list) {
    List<Fault> faults = new ArrayList<>();
    for (JsonNode each : list) {
      if (each.isTextual() && each.textValue().startsWith("/services/")) {
        return List.of(new Fault(SEVERAL, "", List.of()));
      }
      ofObject(each).ifPresent(faults::add);
    }
    return faults;
  }

  private static Optional<Fault> ofObject(JsonNode node) {
    JsonNode error = node.path("error");
    if (error.isObject()) {
      return Optional.of(
          new Fault(text(error, "code"), text(error, "message", "description"), List.of()));
    } else if (error.isTextual()) {
      return Optional.of(new Fault(error.textValue(), text(node, "error_description"), List.of()));
    }
    String code = text(node, "errorCode", "statusCode", "exceptionCode");
    return code.isEmpty()
        ? Optional.empty()
        : Optional.of(new Fault(code, text(node, "message", "exceptionMessage"), fields(node)));
  }

  private static String text(JsonNode node, String... names) {
    return Stream.of(names)
        .map(name -> node.path(name).asText(""))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static List<String> fields(JsonNode node) {
    List<String> fields = new ArrayList<>();
    node.path("fields").forEach(field -> fields.add(field.asText("")));
    return fields;
  }

  private static List<Fault> ofXml(byte[] body) {
    String text = new String(body, 0, Math.min(body.length, LONGEST_XML), UTF_8);
    Matcher code = XML_CODE.matcher(text);
    if (!text.stripLeading().startsWith("<") || !code.find()) {
      return List.of();
    }
    Matcher message = XML_MESSAGE.matcher(text);
    return List.of(new Fault(code.group(1), message.find() ? message.group(1) : "", List.of()));
  }
}
