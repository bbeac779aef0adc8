// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.http.RawServer;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagingTest {
  @Test
  void theNextPageIsAskedForWithoutWhatTheLinkRepeats() throws IOException {
    String link =
        "https://graph.facebook.com/v25.0/1/feed?access_token=canary&appsecret_proof=canary"
            + "&limit=25&after=QV%2BF%3D&fields=id%2Cmessage";
    try (Graph graph = Graph.answering(page("\"next\": \"" + link + "\""))) {
      String cursor = answer(graph).next().orElseThrow();
      assertThat(cursor).doesNotContain("canary");
      graph.api.send(GraphCall.get("1", "feed").with("limit", "100").page(cursor), Graph.ACCESS);
      assertThat(graph.server.requests().get(1))
          .startsWith("GET /v25.0/1/feed?limit=25&after=QV%2BF%3D&fields=id%2Cmessage&appsecret_");
    }
  }

  @Test
  void aLinkToAnotherHostIsNeverCalled() throws IOException {
    String link = "https://evil.example/v1.0/other?after=x";
    try (Graph graph = Graph.answering(page("\"next\": \"" + link + "\""))) {
      String cursor = answer(graph).next().orElseThrow();
      assertThat(cursor).isEqualTo("after=x");
      graph.api.send(GraphCall.get("1", "feed").page(cursor), Graph.ACCESS);
      assertThat(graph.server.requests().get(1)).startsWith("GET /v25.0/1/feed?after=x&");
    }
  }

  @Test
  void aLinkWithoutACursorLeansOnTheCursorsBeside() throws IOException {
    try (Graph graph =
        Graph.answering(page("\"next\": \"https://x/y?%zz=1\", \"cursors\": {\"after\": \"c\"}"))) {
      assertThat(answer(graph).next()).contains("after=c");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "\"cursors\": {\"after\": \"c\"}", "\"next\": \"\"", "\"next\": null"})
  void withoutALinkItIsTheLastPage(String paging) throws IOException {
    try (Graph graph = Graph.answering(page(paging))) {
      assertThat(answer(graph).next()).isEmpty();
    }
  }

  private static String page(String paging) {
    return RawServer.answer(200, "{\"data\": [], \"paging\": {" + paging + "}}");
  }

  private static GraphAnswer answer(Graph graph) {
    return ((GraphResult.Answered) graph.get()).answer();
  }
}
