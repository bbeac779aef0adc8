// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gapless.examples.quickstart.RecordedConsole;
import dev.gapless.examples.quickstart.console.UsageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassifyCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String COLLECTION =
      "\"request\":{\"method\":\"POST\",\"uri\":\"/services/data/v62.0/composite/sobjects\"}";

  private final RecordedConsole console = new RecordedConsole();

  @TempDir private Path folder;

  @Test
  void aRowOfEachFateIsToldForItself() throws Exception {
    List<JsonNode> lines =
        classify(
            "{"
                + COLLECTION
                + ",\"status\":200,\"headers\":{},\"body\":[{\"id\":\"00T1\",\"success\":true,"
                + "\"errors\":[]},{\"success\":false,\"errors\":[{\"statusCode\":"
                + "\"UNABLE_TO_LOCK_ROW\",\"message\":\"m\",\"fields\":[]}]},{\"success\":false,"
                + "\"errors\":[{\"statusCode\":\"STRING_TOO_LONG\",\"message\":\"secret text\","
                + "\"fields\":[\"Subject\"]}]}]}");
    assertThat(lines).hasSize(3);
    says(lines.get(0), "ok", "entry", "");
    says(lines.get(1), "locked", "entry", "PT8S");
    says(lines.get(2), "invalid", "entry", "");
    assertThat(lines.get(2).path("fields").get(0).asText()).isEqualTo("Subject");
    assertThat(console.out()).doesNotContain("secret text");
  }

  @Test
  void theQuotaOfTheDayStopsTheConnection() throws Exception {
    says(
        classify(
                "{\"status\":403,\"body\":[{\"message\":\"TotalRequests Limit exceeded.\","
                    + "\"errorCode\":\"REQUEST_LIMIT_EXCEEDED\"}]}")
            .get(0),
        "quota",
        "connection",
        "PT15M");
  }

  @Test
  void anHtmlPageAfterAWriteIsUnknownAndAfterAQuestionASetUpFault() throws Exception {
    says(
        classify("{" + COLLECTION + ",\"status\":200,\"body\":\"<html>hi</html>\"}").get(0),
        "unknown",
        "batch",
        "");
    says(
        classify("{\"status\":200,\"body\":\"<html>hi</html>\"}").get(0),
        "setup",
        "connection",
        "");
  }

  @Test
  void rowsAloneAreThoseOfAnInsertAndPartsWhatTheirRequestSays() throws Exception {
    String row = "{\"success\":false,\"errors\":[{\"statusCode\":\"DUPLICATE_VALUE\"}]}";
    says(classify("[" + row + "]").get(0), "already-there", "entry", "");
    says(
        classify(
                "{\"request\":{\"method\":\"POST\",\"uri\":\"/composite\",\"body\":"
                    + "{\"compositeRequest\":[{\"method\":\"POST\",\"url\":\"/sobjects/Task\"}]}},"
                    + "\"status\":500,\"body\":\"\"}")
            .get(0),
        "unknown",
        "connection",
        "");
  }

  @Test
  void whatTheServerAsksForCounts() throws Exception {
    says(
        classify("{\"status\":429,\"headers\":{\"retry-after\":\"7\"},\"body\":\"\"}").get(0),
        "throttled",
        "connection",
        "PT7S");
  }

  @Test
  void aBodyAloneAndAListOfAnswersAreUnderstoodToo() throws Exception {
    says(
        classify("[{\"errorCode\":\"INVALID_SESSION_ID\",\"message\":\"expired\"}]").get(0),
        "authentication",
        "connection",
        "");
    assertThat(
            classify(
                "[{\"response\":{\"status\":200,\"body\":{\"records\":[]}}},"
                    + "{\"response\":{\"status\":500,\"body\":null}}]"))
        .extracting(line -> line.path("category").asText())
        .containsExactly("ok", "outage");
  }

  @Test
  void whatCannotBeReadIsSaidAndTheRestGoesOn() throws Exception {
    Path broken = Files.writeString(folder.resolve("a.json"), "no json");
    Path fine = Files.writeString(folder.resolve("b.json"), "{\"status\":204,\"body\":null}");
    int status = run("salesforce", broken.toString(), fine.toString());
    assertThat(status).isEqualTo(1);
    assertThat(console.lines()).hasSize(2);
    assertThat(JSON.readTree(console.lines().get(0)).path("error").asText()).contains("request");
    says(JSON.readTree(console.lines().get(1)), "ok", "entry", "");
  }

  @Test
  void anotherCrmIsNamed() {
    assertThatThrownBy(() -> run("salesforc", "x.json"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("Did you mean 'salesforce'?");
  }

  private void says(JsonNode line, String category, String scope, String wait) {
    assertThat(line.path("category").asText()).isEqualTo(category);
    assertThat(line.path("scope").asText()).isEqualTo(scope);
    assertThat(line.path("retryAfter").isNull()).isEqualTo(wait.isEmpty());
    assertThat(line.path("retryAfter").asText("").replace("null", "")).isEqualTo(wait);
    assertThat(line.path("action").asText()).isNotEmpty();
  }

  private List<JsonNode> classify(String recorded) throws IOException {
    Path file = folder.resolve("answer.json");
    Files.writeString(file, recorded, StandardCharsets.UTF_8);
    int before = console.lines().size();
    assertThat(run("salesforce", file.toString())).isZero();
    List<JsonNode> lines = new ArrayList<>();
    for (String line : console.lines().subList(before, console.lines().size())) {
      lines.add(JSON.readTree(line));
    }
    return lines;
  }

  private int run(String... words) {
    return new ClassifyCommand(console.console()).run(List.of(words));
  }
}
