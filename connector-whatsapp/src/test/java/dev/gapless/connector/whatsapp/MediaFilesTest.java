// SPDX-License-Identifier: Apache-2.0
package dev.gapless.connector.whatsapp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gapless.api.Attachment;
import dev.gapless.api.ItemKey;
import dev.gapless.api.Refusal;
import dev.gapless.api.Refusal.Category;
import dev.gapless.api.Refusal.Scope;
import dev.gapless.api.channel.MediaSource.Answer;
import dev.gapless.api.config.Secret;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaFilesTest {
  private static final byte[] JPEG = picture();
  private static final String ID = "5550777000111";
  private static final String RESOLVE = "GET /v25.0/" + ID;
  private static final String FILE = "GET /whatsapp_business/attachments/";
  private static final String PATH = "/whatsapp_business/attachments/?mid=" + ID;
  private static final ItemKey ITEM =
      new ItemKey("", "whatsapp", Samples.ACCOUNT, "message", "wamid.1");

  private final GraphStub platform = new GraphStub();
  private final GraphStub stranger = GraphStub.stranger();
  private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
  private Map<String, String> settings = Map.of();

  MediaFilesTest() throws IOException {
    platform.on(FILE, GraphStub.bytes(200, "image/jpeg", JPEG));
    resolvesTo(platform.url(PATH));
  }

  @AfterEach
  void close() {
    platform.close();
    stranger.close();
  }

  @Test
  void anAddressThatIsStillGoodCostsOneCall() throws IOException {
    assertThat(fetch(image(Optional.of(platform.url(PATH))))).isEqualTo(fetched());
    assertThat(taken.toByteArray()).isEqualTo(JPEG);
    assertThat(platform.seen()).containsExactly(FILE + "?mid=" + ID);
  }

  @Test
  void anAddressThatIsNoLongerGoodIsResolvedAnew() throws IOException {
    platform.on("GET /old", GraphStub.error(404, 100, 0));
    assertThat(fetch(image(Optional.of(platform.url("/old"))))).isEqualTo(fetched());
    assertThat(taken.toByteArray()).isEqualTo(JPEG);
  }

  @Test
  void anIdAloneIsResolvedWithVersionAndProof() throws IOException {
    assertThat(fetch(image(Optional.empty()))).isEqualTo(fetched());
    assertThat(platform.seen().get(0))
        .matches("\\Q" + RESOLVE + "?appsecret_proof=\\E[0-9a-f]{64}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"base64", "hex", "base64url", "unpadded"})
  void aDigestIsTakenInEveryForm(String form) throws IOException {
    Attachment attachment =
        attachment(Optional.of("image/jpeg"), Optional.empty(), Optional.of(digest(JPEG, form)));
    assertThat(fetch(attachment)).isEqualTo(fetched());
  }

  @ParameterizedTest
  @ValueSource(strings = {"AAAA", "", "of another file"})
  void anotherDigestIsRefused(String digest) throws IOException {
    Attachment attachment =
        attachment(Optional.of("image/jpeg"), Optional.empty(), Optional.of(digest));
    assertRefused(fetch(attachment), Category.INVALID, "digest");
  }

  @Test
  void theDigestOfTheAnswerCountsIfTheWebhookHasNone() throws IOException {
    resolvesTo(platform.url(PATH), "\"sha256\": \"" + digest(picture(9), "hex") + "\"");
    assertRefused(fetch(bare()), Category.INVALID, "digest");
    resolvesTo(platform.url(PATH), "\"sha256\": \"" + digest(JPEG, "hex") + "\"");
    assertThat(fetch(bare())).isEqualTo(fetched());
  }

  @ParameterizedTest
  @CsvSource({
    "text/html,                <html>Log in",
    "image/png,                x",
    "application/octet-stream, <html>Log in",
    "'',                       GIF89a",
    "image/jpeg,               MZ",
    "image/jpeg; charset=utf8, MZ",
    "'',                       ''",
  })
  void anotherTypeIsRefused(String type, String content) throws IOException {
    platform.on(FILE, GraphStub.bytes(200, type, content.getBytes(UTF_8)));
    Attachment attachment =
        attachment(
            Optional.of("image/jpeg"),
            Optional.empty(),
            Optional.of(digest(content.getBytes(UTF_8), "base64")));
    assertRefused(fetch(attachment), Category.INVALID, "type");
  }

  @Test
  void aTypeWhoseFirstBytesAreUnknownIsKnownByTheAnswer() throws IOException {
    platform.on(FILE, GraphStub.bytes(200, "text/html", "a,b".getBytes(UTF_8)));
    Attachment table = attachment(Optional.of("text/csv"), Optional.empty(), Optional.empty());
    assertRefused(fetch(table), Category.INVALID, "type");
    platform.on(FILE, GraphStub.bytes(200, "text/csv", "a,b".getBytes(UTF_8)));
    assertThat(fetch(table)).isEqualTo(new Answer.Fetched("text/csv"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"image/jpeg", "IMAGE/JPEG; q=1", "application/octet-stream", "image/jpg", ""})
  void theAnnouncedTypeIsTakenHoweverItIsWritten(String type) throws IOException {
    platform.on(FILE, GraphStub.bytes(200, type, JPEG));
    assertThat(fetch(image(Optional.empty()))).isEqualTo(fetched());
  }

  @Test
  void whatIsTooLargeIsNotEvenAskedFor() throws IOException {
    resolvesTo(platform.url(PATH), "\"file_size\": \"" + (JPEG.length + 1) + "\"");
    Answer answer = fetch(image(Optional.empty()), JPEG.length, taken);
    assertRefused(answer, Category.INVALID, "bytes");
    assertThat(platform.seen()).hasSize(1);
  }

  @Test
  void whatTurnsOutTooLargeIsCut() throws IOException {
    assertRefused(
        fetch(image(Optional.empty()), JPEG.length - 1, taken), Category.INVALID, "bytes");
    assertThat(taken.size()).isLessThan(JPEG.length);
    assertThat(fetch(image(Optional.empty()), JPEG.length, new ByteArrayOutputStream()))
        .isEqualTo(fetched());
  }

  @Test
  void anEndlessFileEndsAtTheLimit() throws IOException {
    platform.on(FILE, GraphStub.endless("image/jpeg"));
    Answer answer = fetch(image(Optional.empty()), 100_000, taken);
    assertRefused(answer, Category.INVALID, "more than 100000 bytes");
    assertThat(taken.size()).isLessThanOrEqualTo(100_000);
  }

  @Test
  void aFileThatStallsEndsInTime() throws IOException {
    settings = Map.of("media-timeout", "200ms");
    platform.on(FILE, platform.stalling("image/jpeg"));
    Answer answer = fetch(image(Optional.empty()));
    assertRefused(answer, Category.TRANSIENT, "within 200 ms");
  }

  @Test
  void anAddressOfAnotherHostIsLeftAloneAndTheIdResolved() throws IOException {
    assertThat(fetch(image(Optional.of(stranger.url(PATH))))).isEqualTo(fetched());
    assertThat(stranger.seen()).isEmpty();
  }

  @Test
  void anAnswerThatNamesAnotherHostIsRefused() throws IOException {
    resolvesTo(stranger.url(PATH));
    assertRefused(fetch(image(Optional.empty())), Category.INVALID, "host");
    assertThat(stranger.seen()).isEmpty();
  }

  @Test
  void aRedirectToAnotherHostIsNotFollowed() throws IOException {
    platform.on(FILE, GraphStub.redirect(stranger.url(PATH)));
    assertRefused(fetch(image(Optional.empty())), Category.INVALID, "host");
    assertThat(stranger.seen()).isEmpty();
  }

  @Test
  void aRedirectWithinThePlatformIsFollowedButNotForEver() throws IOException {
    platform.on("GET /moved", GraphStub.redirect(PATH));
    resolvesTo(platform.url("/moved"));
    assertThat(fetch(image(Optional.empty()))).isEqualTo(fetched());
    platform.on("GET /moved", GraphStub.redirect("/moved"));
    assertRefused(fetch(image(Optional.empty())), Category.INVALID, "host");
  }

  @ParameterizedTest
  @CsvSource({
    "400, 100, 33, GONE,           ENTRY",
    "404, 803,  0, GONE,           ENTRY",
    "400, 190, 463, AUTHENTICATION, CONNECTION",
    "400,   4,  0, THROTTLED,      CONNECTION",
    "200, 190,  0, AUTHENTICATION, CONNECTION",
    "400,  10,  0, SETUP,          CONNECTION",
    "500, 131000, 0, TRANSIENT,    ENTRY",
    "400, 131052, 0, INVALID,      ENTRY",
  })
  void whatThePlatformSaysCountsWhereverItSaysIt(
      int status, int code, int subcode, Category category, Scope scope) throws IOException {
    platform.on(RESOLVE, GraphStub.error(status, code, subcode));
    Refusal resolving = assertRefused(fetch(image(Optional.empty())), category, ". ");
    resolvesTo(platform.url(PATH));
    platform.on(FILE, GraphStub.error(status, code, subcode));
    Refusal downloading = assertRefused(fetch(image(Optional.empty())), category, ". ");
    assertThat(List.of(resolving.scope(), downloading.scope())).containsOnly(scope);
    assertThat(taken.size()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "200, text/html, <html>, OUTAGE",
    "200, application/json, '', OUTAGE",
    "200, application/json, '{}', INVALID",
    "200, application/json, '{\"url\": 7}', INVALID",
    "503, text/html, <html>, OUTAGE",
    "302, text/html, '', SETUP",
  })
  void whatIsNoAnswerToAnIdIsNoFile(int status, String type, String body, Category category)
      throws IOException {
    platform.on(RESOLVE, GraphStub.bytes(status, type, body.getBytes(UTF_8)));
    assertRefused(fetch(image(Optional.empty())), category, "");
  }

  @ParameterizedTest
  @CsvSource({"404, GONE", "410, GONE", "401, AUTHENTICATION", "429, THROTTLED", "502, TRANSIENT"})
  void aBareStatusOfTheFileCounts(int status, Category category) throws IOException {
    platform.on(FILE, GraphStub.bytes(status, "text/html", "<html>".getBytes(UTF_8)));
    assertRefused(fetch(image(Optional.empty())), category, "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../me", "..", "1/messages", "a?b", "", "x\ny"})
  void anIdThatIsNoneIsNotCalled(String id) throws IOException {
    Attachment attachment =
        new Attachment("image", Optional.of(id), Optional.empty(), Optional.of("image/jpeg"));
    assertRefused(fetch(attachment), Category.INVALID, "neither a usable id");
    assertThat(platform.seen()).isEmpty();
  }

  @Test
  void withoutATokenItSaysWhatToDo() throws IOException {
    settings = Map.of("access-token", "");
    Refusal refusal = assertRefused(fetch(bare()), Category.SETUP, "Set access-token");
    assertThat(refusal.scope()).isEqualTo(Scope.CONNECTION);
    assertThat(platform.seen()).isEmpty();
  }

  @Test
  void aTokenThatCannotBeSentIsARefusalToo() throws IOException {
    settings = Map.of("access-token", "canary token");
    Attachment attachment = image(Optional.of(platform.url(PATH)));
    assertRefused(fetch(attachment), Category.SETUP, "access token");
  }

  @Test
  void aRotatedTokenCountsAtOnce() throws IOException {
    Deque<String> tokens =
        new ArrayDeque<>(List.of("checked", "old", "old", GraphStub.TOKEN, GraphStub.TOKEN));
    Secret rotating = () -> tokens.size() > 1 ? tokens.removeFirst() : tokens.getFirst();
    try (WhatsAppConnector connector =
        platform.connectorWith(Map.of("access-token", rotating), Clock.systemUTC())) {
      tokens.clear();
      tokens.addAll(List.of("old", GraphStub.TOKEN));
      assertRefused(
          connector.fetch(ITEM, bare(), 1000, taken), Category.AUTHENTICATION, "not valid");
      assertThat(connector.fetch(ITEM, bare(), 1000, taken)).isEqualTo(fetched());
    }
  }

  @Test
  void onlyAFullDiskIsAnException() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int value) throws IOException {
            throw new IOException("disk full");
          }
        };
    assertThatThrownBy(() -> fetch(image(Optional.empty()), 1000, full))
        .isInstanceOf(IOException.class)
        .hasMessage("disk full");
  }

  private Answer fetch(Attachment attachment) throws IOException {
    taken.reset();
    return fetch(attachment, 1000, taken);
  }

  private Answer fetch(Attachment attachment, long maxBytes, OutputStream to) throws IOException {
    try (WhatsAppConnector connector = platform.connector(settings, Clock.systemUTC())) {
      return connector.fetch(ITEM, attachment, maxBytes, to);
    }
  }

  private static Refusal assertRefused(Answer answer, Category category, String words) {
    assertThat(answer).isInstanceOf(Answer.Refused.class);
    Refusal refusal = ((Answer.Refused) answer).refusal();
    assertThat(refusal.category()).as(refusal.summary()).isEqualTo(category);
    assertThat(refusal.summary()).contains(words).doesNotContain("canary", "Ada", "447700", ID);
    return refusal;
  }

  private static Answer fetched() {
    return new Answer.Fetched("image/jpeg");
  }

  private void resolvesTo(String url, String... more) {
    String parts = more.length == 0 ? "" : ", " + String.join(", ", more);
    platform.on(
        RESOLVE,
        GraphStub.json(
            200,
            """
            {"messaging_product": "whatsapp", "id": "%s", "mime_type": "image/jpeg", "url": "%s"%s}
            """
                .formatted(ID, url, parts)));
  }

  private static Attachment image(Optional<String> url) {
    return attachment(Optional.of("image/jpeg"), url, Optional.of(digest(JPEG, "base64")));
  }

  private static Attachment bare() {
    return attachment(Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static Attachment attachment(
      Optional<String> mime, Optional<String> url, Optional<String> sha256) {
    return new Attachment("image", Optional.of(ID), url, mime, Optional.of("canary.pdf"), sha256);
  }

  private static byte[] picture(int... more) {
    byte[] bytes = Arrays.copyOf(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}, 500);
    for (int i = 0; i < more.length; i++) {
      bytes[100 + i] = (byte) more[i];
    }
    return bytes;
  }

  private static String digest(byte[] bytes, String form) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return switch (form) {
        case "hex" -> HexFormat.of().withUpperCase().formatHex(digest);
        case "base64url" -> Base64.getUrlEncoder().encodeToString(digest);
        case "unpadded" -> Base64.getEncoder().withoutPadding().encodeToString(digest);
        default -> Base64.getEncoder().encodeToString(digest);
      };
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
