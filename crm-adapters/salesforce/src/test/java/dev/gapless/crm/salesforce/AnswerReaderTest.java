// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.salesforce;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is said of an answer without a connection is what the adapter does with it. */
class AnswerReaderTest {
  private static final String DUPLICATE =
      "[{\"success\":false,\"errors\":[{\"statusCode\":\"DUPLICATE_VALUE\"}]}]";
  private static final String GONE =
      "{\"compositeResponse\":[{\"httpStatusCode\":400,\"body\":[{\"errorCode\":\"ENTITY_IS_DELETED\"}]},"
          + "{\"httpStatusCode\":400,\"body\":[{\"errorCode\":\"ENTITY_IS_DELETED\"}]}]}";
  private static final String SENT =
      "{\"compositeRequest\":[{\"method\":\"PATCH\",\"url\":\"/sobjects/Task/1\"},"
          + "{\"method\":\"POST\",\"url\":\"/sobjects/Task\"}]}";

  @Test
  void rowsWithoutARequestAreThoseOfAnInsert() {
    assertThat(read("", "", "", DUPLICATE)).containsExactly("already-there");
    assertThat(read("PATCH", "/services/data/v62.0/composite/sobjects", "", DUPLICATE))
        .containsExactly("invalid");
  }

  @Test
  void aPartMeansWhatItsOwnRequestDid() {
    assertThat(read("POST", "/services/data/v62.0/composite", SENT, GONE))
        .containsExactly("gone", "person-gone");
    String graphs = "{\"graphs\":[{\"graphResponse\":" + GONE + "}]}";
    assertThat(read("POST", "/composite/graph", "{\"graphs\":[" + SENT + "]}", graphs))
        .containsExactly("gone", "person-gone");
  }

  @Test
  void aCompositeThatWritesIsUnknownWhereItsAnswerIsLostAndOneThatAsksIsNot() {
    assertThat(read("POST", "/composite", SENT, "<html>")).containsExactly("unknown");
    String asks = "{\"compositeRequest\":[{\"method\":\"GET\",\"url\":\"/query?q=x\"}]}";
    assertThat(read("POST", "/composite", asks, "<html>")).containsExactly("setup");
  }

  private static List<String> read(String method, String address, String sent, String body) {
    return AnswerReader.read(
            method, address, sent.getBytes(UTF_8), 200, Map.of(), body.getBytes(UTF_8))
        .stream()
        .map(AnswerMeaning::category)
        .toList();
  }
}
