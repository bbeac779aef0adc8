// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.host;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gapless.engine.Gapless;
import dev.gapless.examples.quickstart.console.ToldException;
import dev.gapless.http.signature.HubSignature;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostTest {
  private static final byte[] BODY =
      "{\"object\":\"whatsapp_business_account\",\"entry\":[],\"note\":\"Zo\\u00eb\"}"
          .getBytes(UTF_8);

  @TempDir private Path folder;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private DemoHost demo;

  @BeforeEach
  void open() {
    demo = DemoHost.open(folder);
  }

  @AfterEach
  void close() {
    demo.close();
  }

  @Test
  void answersAHandshakeWithExactlyTheChallenge() throws IOException, InterruptedException {
    HttpResponse<String> answer =
        get(
            "/webhooks/whatsapp?hub.mode=subscribe&hub.verify_token=quickstart-verify-token"
                + "&hub.challenge=00%2B17");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("00+17");
  }

  @Test
  void takesWhatIsSignedAndAnswersWithoutABody() throws IOException, InterruptedException {
    HttpResponse<String> answer = post(BODY, HubSignature.sign(DemoSettings.APP_SECRET, BODY));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
    assertThat(demo.host().gapless().audit().get(0).received()).isEqualTo(1);
  }

  @Test
  void refusesForgeriesAndStoresNothing() throws IOException, InterruptedException {
    byte[] reencoded = new String(BODY, UTF_8).replace("\\u00eb", "ë").getBytes(UTF_8);

    assertThat(post(BODY, HubSignature.sign("another", BODY)).statusCode()).isEqualTo(403);
    assertThat(post(reencoded, HubSignature.sign(DemoSettings.APP_SECRET, BODY)).statusCode())
        .isEqualTo(403);
    assertThat(get("/webhooks/whatsapp").statusCode()).isEqualTo(400);
    assertThat(demo.host().gapless().audit().get(0).received()).isZero();
  }

  @Test
  void knowsNoOtherAddress() throws IOException, InterruptedException {
    assertThat(get("/webhooks/pigeon").statusCode()).isEqualTo(404);
    assertThat(get("/webhooks/").statusCode()).isEqualTo(404);
    assertThat(get("/").statusCode()).isEqualTo(404);
    assertThat(get("/").body()).isEmpty();
    assertThat(get("/auditing").statusCode()).isEqualTo(404);
  }

  @Test
  void refusesABodyOverTheLimit() throws IOException, InterruptedException {
    byte[] tooLarge = new byte[100_001];

    assertThat(post(tooLarge, HubSignature.sign(DemoSettings.APP_SECRET, tooLarge)).statusCode())
        .isEqualTo(413);
    assertThat(demo.host().gapless().audit().get(0).received()).isZero();
  }

  @Test
  void stopsReadingABodyThatDoesNotEnd() throws IOException {
    byte[] chunk = new byte[1 << 20];
    byte[] head = Integer.toHexString(chunk.length).concat("\r\n").getBytes(US_ASCII);
    int sent = 0;
    try (Socket socket = connect()) {
      OutputStream out = socket.getOutputStream();
      out.write(
          "POST /webhooks/whatsapp HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
              .getBytes(US_ASCII));
      for (; sent < 200; sent++) {
        out.write(head);
        out.write(chunk);
        out.write("\r\n".getBytes(US_ASCII));
      }
    } catch (SocketException e) {
      assertThat(sent).isLessThan(200);
    }
    assertThat(sent).isLessThan(200);
  }

  @Test
  void showsTheWayOfAnItemAndTheBooks() throws IOException, InterruptedException {
    post(BODY, HubSignature.sign(DemoSettings.APP_SECRET, BODY));

    JsonNode books = json(get("/audit?deep=true"));

    assertThat(books.get(0).path("balances").asBoolean()).isTrue();
    assertThat(books.get(0).path("agrees").asBoolean()).isTrue();
    assertThat(books.get(0).path("ignored").asInt()).isEqualTo(1);
    assertThat(get("/trace?key=nonsense").statusCode()).isEqualTo(400);
    assertThat(get("/trace?key=1%7C0:%7C8:whatsapp%7C0:%7C7:message%7C1:a").statusCode())
        .isEqualTo(404);
  }

  @Test
  void showsNothingToThoseWhoCallItByAnotherName() throws IOException {
    assertThat(raw("GET /audit HTTP/1.1\r\nHost: localhost:1\r\n\r\n")).startsWith("HTTP/1.1 200");
    assertThat(raw("GET /audit HTTP/1.1\r\nHost: hooks.example\r\n\r\n"))
        .startsWith("HTTP/1.1 403");
    assertThat(raw("GET /audit HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Forwarded-For: 192.0.2.1\r\n\r\n"))
        .startsWith("HTTP/1.1 403");
  }

  @Test
  void saysWhenThePortIsTakenAndGivesTheJournalBack() throws IOException {
    Path other = Files.createDirectory(folder.resolve("other"));
    Path settings = DemoSettings.write(other, demo.crm().url());
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Gapless gapless = Gapless.fromProperties(settings).build();

      assertThatThrownBy(() -> Host.open(gapless, Optional.of(taken.getLocalPort())))
          .isInstanceOf(ToldException.class)
          .hasMessageContaining("--port");
    }
    Gapless.fromProperties(settings).build().close();
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(demo.url() + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> post(byte[] body, String signature)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(demo.url() + "/webhooks/whatsapp"))
            .header(HubSignature.HEADER, signature)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private String raw(String request) throws IOException {
    try (Socket socket = connect()) {
      socket.getOutputStream().write(request.getBytes(US_ASCII));
      return new String(socket.getInputStream().readNBytes(12), US_ASCII);
    }
  }

  private Socket connect() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), demo.url().getPort());
  }

  private static JsonNode json(HttpResponse<String> answer) throws IOException {
    return new ObjectMapper().readTree(answer.body());
  }
}
