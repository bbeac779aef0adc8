// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tampers with the CRM behind everybody's back. */
class BooksTest {
  @TempDir private Path folder;

  private final HttpClient http = HttpClient.newHttpClient();
  private Stage stage;
  private String token;

  @BeforeEach
  void write() throws IOException, InterruptedException {
    stage = Stage.set(folder);
    stage
        .platform()
        .deliver(
            new Webhook()
                .text(Customer.ZOE, "wamid.1", Instant.now(), "one")
                .text(Customer.ZOE, "wamid.2", Instant.now(), "two")
                .bytes());
    assertThat(stage.settle()).isTrue();
    token =
        new ObjectMapper()
            .readTree(
                send(
                    "POST",
                    "/oauth/token",
                    "grant_type=client_credentials&client_id=gapless&client_secret=quickstart"))
            .path("access_token")
            .asText();
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void balanceWhileNobodyTampers() {
    assertThat(stage.books().problems()).isEmpty();
    assertThat(stage.books().balanced()).isTrue();
  }

  @Test
  void noticeAnEntryThatIsGone() throws IOException, InterruptedException {
    send("DELETE", "/api/timeline/T-1", "");

    assertThat(stage.books().problems())
        .containsExactly(
            "the CRM's entries differ from the journal's",
            "the journal knows other entries than the CRM has");
    assertThat(stage.books().balanced()).isFalse();
  }

  @Test
  void noticeAnEntryThatIsThereTwice() throws IOException, InterruptedException {
    String key = stage.books().crm().entries().get(0).key();
    send("DELETE", "/api/timeline/T-1", "");
    send(
        "POST",
        "/api/timeline/batch",
        "{\"entries\":[{\"key\":\"%s\",\"kind\":\"message\",\"action\":\"created\",\"occurredAt\":\"%s\",\"sequence\":1,\"conversation\":\"447700900101\"}]}"
            .formatted(key, Instant.EPOCH));

    assertThat(stage.books().problems())
        .containsExactly(
            "the journal knows other entries than the CRM has",
            "entries made twice: 1",
            "entries out of order: 1");
  }

  @Test
  void noticeWhatWasAcknowledgedAndIsInNobodysBooks() {
    stage
        .platform()
        .acknowledged(
            Platform.WHATSAPP,
            new Webhook().text(Customer.ZOE, "wamid.3", Instant.now(), "never sent").bytes());

    assertThat(stage.books().problems())
        .containsExactly("the journal has not counted what was acknowledged");
  }

  private String send(String method, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(stage.crm().url() + path))
            .method(method, BodyPublishers.ofString(body));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isLessThan(300);
    return answer.body();
  }
}
