// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest;

import static dev.gapless.crm.rest.Connections.demo;
import static dev.gapless.crm.rest.Connections.key;
import static dev.gapless.crm.rest.FakeCrm.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.Attachment;
import dev.gapless.api.CrmRefs;
import dev.gapless.api.Refusal.Category;
import dev.gapless.api.Refusal.Scope;
import dev.gapless.api.crm.FileTaker;
import dev.gapless.api.crm.WriteOutcome;
import dev.gapless.api.crm.WriteOutcome.Refused;
import dev.gapless.api.crm.WriteOutcome.Unknown;
import dev.gapless.api.crm.WriteOutcome.Written;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files travel as each CRM wants them, whatever their senders called them. */
class AttachFileTest {
  private static final byte[] BYTES = "\r\n--gapless-\0\u00ff data\n".getBytes(UTF_8);
  private static final CrmRefs ENTRY = new CrmRefs(Map.of(CrmRefs.ENTRY, "7", "ticket", "5"));
  private static final String DEMO = "POST /api/timeline/7/files";

  @TempDir Path folder;
  private Path file;
  private FakeCrm crm;

  @BeforeEach
  void open() throws Exception {
    crm = new FakeCrm();
    file = Files.write(folder.resolve("stored"), BYTES);
    crm.on(DEMO, s -> json(201, "{\"id\":\"F-1\"}"));
  }

  @AfterEach
  void close() {
    crm.close();
  }

  @Test
  void theDemoCrmTakesAMultipartBodyWithCrlf() {
    assertThat(attach(demoTaker(), "photo.jpg"))
        .isEqualTo(WriteOutcome.written(ENTRY.and(new CrmRefs(Map.of("file-1", "F-1")))));
    FakeCrm.Seen seen = crm.seen(DEMO).get(0);
    String boundary =
        seen.header("Content-type").replaceFirst("multipart/form-data; boundary=", "");
    String fileKey = key("m").sha256Hex() + "-1";
    assertThat(boundary).hasSizeLessThanOrEqualTo(70);
    assertThat(seen.body())
        .isEqualTo(
            "--%1$s\r\nContent-Disposition: form-data; name=\"key\"\r\n"
                    .concat("Content-Type: text/plain; charset=utf-8\r\n\r\n%2$s\r\n")
                    .concat("--%1$s\r\nContent-Disposition: form-data; name=\"file\";")
                    .concat(" filename=\"photo.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n")
                    .formatted(boundary, fileKey)
                + new String(BYTES, UTF_8)
                + "\r\n--"
                + boundary
                + "--\r\n");
  }

  @Test
  void noFileNameLeavesItsPlace() {
    Map<String, String> names =
        Map.of(
            "../../etc/passwd",
            "passwd",
            "C:\\temp\\a.txt",
            "a.txt",
            "a\"\r\nX-Evil: 1\r\n\r\n.png",
            "a%22X-Evil: 1.png",
            "..",
            "attachment-2.jpeg",
            "\u202egpj.exe",
            "gpj.exe",
            "x".repeat(200) + ".jpeg",
            "x".repeat(95) + ".jpeg",
            "Gr\u00fc\u00dfe \uD83D\uDE00.jpg",
            "Gr\u00fc\u00dfe \uD83D\uDE00.jpg");
    names.forEach(
        (given, sent) -> {
          attach(demoTaker(), given);
          List<FakeCrm.Seen> seen = crm.seen(DEMO);
          assertThat(seen.get(seen.size() - 1).body()).contains("; filename=\"" + sent + "\"\r\n");
        });
    attach(demoTaker(), Optional.empty(), "text/html\r\nX: 1");
    List<FakeCrm.Seen> seen = crm.seen(DEMO);
    assertThat(seen.get(seen.size() - 1).body())
        .contains("filename=\"attachment-2\"\r\nContent-Type: application/octet-stream\r\n\r\n");
  }

  @Test
  void aFileThatIsThereAlreadyIsNotSentTwice() {
    String ours = key("m").sha256Hex() + "-1";
    crm.on(
        DEMO,
        s -> json(409, "{\"code\":\"DUPLICATE_KEY\",\"id\":\"F-1\",\"key\":\"" + ours + "\"}"));
    assertThat(attach(demoTaker(), "a.jpg")).isInstanceOf(Written.class);
    crm.on(DEMO, s -> json(409, "{\"code\":\"DUPLICATE_KEY\",\"id\":\"F-1\",\"key\":\"x\"}"));
    assertThat(refused(attach(demoTaker(), "a.jpg"))).isEqualTo(Category.INVALID);
  }

  @Test
  void whatIsLostIsUnknownAndWhatIsRefusedIsNot() {
    for (FakeCrm.Reply lost : List.of(FakeCrm.hangUp(), json(500, "{}"), json(200, "<html>"))) {
      crm.on(DEMO, s -> lost);
      assertThat(attach(demoTaker(), "a.jpg")).isInstanceOf(Unknown.class);
    }
    crm.on(DEMO, s -> FakeCrm.silence());
    assertThat(attach(demoTaker(Connections.SILENT), "a.jpg")).isInstanceOf(Unknown.class);
    crm.on(DEMO, s -> json(404, "{\"error\":{\"code\":\"ENTRY_GONE\"}}"));
    assertThat(refused(attach(demoTaker(), "a.jpg"))).isEqualTo(Category.GONE);
    crm.on(DEMO, s -> json(413, "{}"));
    Refused tooLarge = (Refused) attach(demoTaker(), "a.jpg");
    assertThat(tooLarge.refusal().category()).isEqualTo(Category.INVALID);
    assertThat(tooLarge.refusal().scope()).isEqualTo(Scope.ENTRY);
  }

  @Test
  void aFileTheCrmDoesNotTakeIsNotEvenRead() throws IOException {
    Path large = folder.resolve("large");
    try (var out =
        Files.newByteChannel(
            large,
            java.nio.file.StandardOpenOption.CREATE,
            java.nio.file.StandardOpenOption.WRITE)) {
      out.position(5_000_000).write(java.nio.ByteBuffer.wrap(new byte[1]));
    }
    file = large;
    assertThat(refused(attach(demoTaker(), "a.jpg"))).isEqualTo(Category.INVALID);
    file = folder.resolve("gone");
    assertThat(refused(attach(demoTaker(), "a.jpg"))).isEqualTo(Category.TRANSIENT);
    assertThat(crm.seen(DEMO)).isEmpty();
  }

  @Test
  void espocrmTakesBase64AndAPostThatHoldsIt() {
    assertThat(attach(taker(Bundled.ESPOCRM), "a.jpg"))
        .isInstanceOfSatisfying(
            Written.class,
            w ->
                assertThat(w.refs().ids())
                    .containsEntry("file-1", "f1")
                    .containsEntry(CrmRefs.ENTRY, "7"));
    JsonNode upload = crm.seen("POST /api/v1/Attachment").get(0).json();
    assertThat(upload.path("file").asText())
        .isEqualTo("data:image/jpeg;base64," + Base64.getEncoder().encodeToString(BYTES));
    JsonNode note = crm.seen("POST /api/v1/Note").get(0).json();
    assertThat(note.path("parentId").asText()).isEqualTo("7");
    assertThat(note.at("/attachmentsIds/0").asText()).isEqualTo("u1");
  }

  @Test
  void whatBrokeOffAfterTheUploadResumesThere() {
    FileTaker espo = taker(Bundled.ESPOCRM);
    crm.on("POST /api/v1/Note", s -> json(503, "{}"));
    Unknown lost = (Unknown) attach(espo, "a.jpg");
    assertThat(lost.refs().ids()).containsEntry("upload-1", "u1");
    crm.on("POST /api/v1/Note", s -> json(200, "{\"id\":\"f1\"}"));
    assertThat(attach(espo, lost.refs(), Optional.of("a.jpg"), "image/jpeg"))
        .isInstanceOf(Written.class);
    assertThat(crm.seen("POST /api/v1/Attachment")).hasSize(1);
  }

  @Test
  void odooTakesBase64AndIsToldWhichNoteItBelongsTo() {
    assertThat(attach(taker(Bundled.ODOO), "a.jpg"))
        .isInstanceOfSatisfying(
            Written.class, w -> assertThat(w.refs().ids()).containsEntry("file-1", "9"));
    JsonNode upload = crm.seen("POST /json/2/ir.attachment/create").get(0).json();
    assertThat(upload.at("/vals_list/0/datas").asText())
        .isEqualTo(Base64.getEncoder().encodeToString(BYTES));
    assertThat(upload.at("/vals_list/0/res_id").isIntegralNumber()).isTrue();
    assertThat(crm.seen("POST /json/2/mail.message/write").get(0).json())
        .hasToString("{\"ids\":[7],\"vals\":{\"attachment_ids\":[[4,9]]}}");
  }

  @Test
  void zendeskTakesTheBytesAndAnInternalCommentThatHoldsThem() {
    assertThat(attach(taker(Bundled.ZENDESK), "a b&.jpg")).isInstanceOf(Written.class);
    FakeCrm.Seen upload = crm.seen("POST /api/v2/uploads.json").get(0);
    assertThat(upload.query()).isEqualTo("filename=a%20b%26.jpg");
    assertThat(upload.header("Content-type")).isEqualTo("image/jpeg");
    assertThat(upload.body()).isEqualTo(new String(BYTES, UTF_8));
    JsonNode comment = crm.seen("PUT /api/v2/tickets/5.json").get(0).json().at("/ticket/comment");
    assertThat(comment.at("/uploads/0").asText()).isEqualTo("u1");
    assertThat(comment.path("public").booleanValue()).isFalse();
    assertThat(comment.path("public").isBoolean()).isTrue();
  }

  @Test
  void anUploadThatZendeskHasForgottenParks() {
    FileTaker zendesk = taker(Bundled.ZENDESK);
    crm.on("PUT /api/v2/tickets/5.json", s -> json(422, "{\"error\":\"RecordInvalid\"}"));
    assertThat(refused(attach(zendesk, "a.jpg"))).isEqualTo(Category.INVALID);
  }

  @Test
  void zohoTakesAMultipartBody() {
    assertThat(attach(taker(Bundled.ZOHO), "a.jpg"))
        .isInstanceOfSatisfying(
            Written.class, w -> assertThat(w.refs().ids()).containsEntry("file-1", "f1"));
  }

  private WriteOutcome attach(FileTaker taker, String name) {
    return attach(taker, Optional.of(name), "image/jpeg");
  }

  private WriteOutcome attach(FileTaker taker, Optional<String> name, String mime) {
    return attach(taker, ENTRY, name, mime);
  }

  private WriteOutcome attach(FileTaker taker, CrmRefs refs, Optional<String> name, String mime) {
    Attachment attachment =
        new Attachment(
            "image",
            Optional.of("media-1"),
            Optional.empty(),
            Optional.empty(),
            name,
            Optional.empty());
    return taker.attach(key("m"), refs, 1, attachment, mime, file);
  }

  private static Category refused(WriteOutcome outcome) {
    return ((Refused) outcome).refusal().category();
  }

  private FileTaker demoTaker() {
    return demoTaker(Connections.PATIENT);
  }

  private FileTaker demoTaker(String readTimeout) {
    return (FileTaker) Connections.open(demo(crm, "read-timeout", readTimeout));
  }

  private FileTaker taker(Bundled preset) {
    return (FileTaker) preset.open(crm);
  }
}
