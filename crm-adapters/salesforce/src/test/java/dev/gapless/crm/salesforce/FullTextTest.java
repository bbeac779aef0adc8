// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.salesforce;

import static dev.gapless.crm.salesforce.Connections.changed;
import static dev.gapless.crm.salesforce.Connections.entry;
import static dev.gapless.crm.salesforce.Connections.message;
import static dev.gapless.crm.salesforce.Connections.write;
import static dev.gapless.crm.salesforce.FakeOrg.error;
import static dev.gapless.crm.salesforce.FakeOrg.json;
import static dev.gapless.crm.salesforce.FakeOrg.object;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gapless.api.Action;
import dev.gapless.api.CrmRefs;
import dev.gapless.api.InteractionBuilder;
import dev.gapless.api.Refusal;
import dev.gapless.api.Refusal.Category;
import dev.gapless.api.crm.Entry;
import dev.gapless.api.crm.WriteOutcome;
import dev.gapless.api.crm.WriteOutcome.Written;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a field cannot hold is kept as a file, for as long as it is the text of its entry. */
class FullTextTest extends OrgTest {
  private static final String ID = "00T000000000001";
  private static final String REMOVE = "DELETE " + FakeOrg.BASE + "/sobjects/ContentDocument/";
  private static final String LONG = "word ".repeat(20_000);

  private final List<ObjectNode> files = new ArrayList<>();
  private final ObjectNode record = object().put("Id", ID).put("IsDeleted", false);

  @BeforeEach
  void keepFiles() {
    org.on(
        FakeOrg.FILE,
        s -> {
          String document = "069" + String.format("%012d", files.size() + 1);
          files.add(
              object()
                  .put("Title", s.json().path("Title").asText())
                  .put("ContentDocumentId", document));
          org.on(REMOVE + document, gone -> FakeOrg.text(204, "application/json", ""));
          return json(201, "{\"id\":\"068000000000001\",\"success\":true,\"errors\":[]}");
        });
    org.onQuestion(
        q ->
            q.contains("TaskStatus")
                ? List.of(FakeOrg.closedStatus("Done"))
                : q.contains("ContentVersion") ? files : List.of(record));
  }

  @Test
  void aLongTextIsCutOnACodePointAndKeptWholeBelowItsEntry() {
    String text = "\uD83D\uDE00".repeat(50_000);
    SalesforceAdapter adapter = Connections.open(org);
    Entry entry = entry(1, message("m1", text));
    Written written = (Written) write(adapter, entry);

    JsonNode record = org.seen(FakeOrg.CREATE).get(0).json().path("records").get(0);
    String cut = record.path("Description").asText();
    assertThat(cut).hasSizeLessThanOrEqualTo(32_000).endsWith("\uD83D\uDE00… [cut]");
    assertThat(record.path("Subject").asText())
        .hasSizeLessThanOrEqualTo(255)
        .endsWith("\uD83D\uDE00…");
    JsonNode file = org.seen(FakeOrg.FILE).get(0).json();
    assertThat(file.path("FirstPublishLocationId").asText())
        .isEqualTo(written.refs().entry().orElseThrow());
    assertThat(
            new String(
                Base64.getDecoder().decode(file.path("VersionData").asText()),
                StandardCharsets.UTF_8))
        .isEqualTo(text);

    Entry again = new Entry(entry.interaction(), 1, entry.person(), written.refs());
    write(adapter, again);
    assertThat(org.seen(FakeOrg.FILE)).hasSize(1);
  }

  @Test
  void anEntryWhoseFullTextCouldNotBeKeptIsResumedThere() {
    org.on(
        FakeOrg.FILE, s -> FakeOrg.error(400, "STORAGE_LIMIT_EXCEEDED", "storage limit exceeded"));
    WriteOutcome outcome = write(Connections.open(org), entry(1, message("m1", LONG)));
    WriteOutcome.Refused refused = (WriteOutcome.Refused) outcome;
    assertThat(refused.refusal().category()).isEqualTo(Category.SETUP);
    assertThat(refused.refs().entry()).isPresent();
  }

  @Test
  void whatHasNoRoomBehindAnAgentsTextIsKeptToo() {
    for (int agents : List.of(31_900, 31_995)) {
      files.clear();
      int before = org.seen(FakeOrg.FILE).size();
      agentsText("a".repeat(agents));
      Entry edited = changed(entry(1, message("m1", "b".repeat(500))), ID);
      Written written = (Written) write(Connections.open(org), edited);
      assertThat(org.seen(FakeOrg.FILE)).hasSize(before + 1);

      write(Connections.open(org), again(edited, written.refs()));
      assertThat(org.seen(FakeOrg.FILE)).hasSize(before + 1);
    }
  }

  @Test
  void withTheTextGoesItsFile() {
    SalesforceAdapter adapter = Connections.open(org);
    CrmRefs refs = ((Written) write(adapter, entry(1, message("m1", LONG)))).refs();
    asWritten();
    CrmRefs edited = ((Written) write(adapter, next(refs, message("m1", LONG + "!")))).refs();
    assertThat(org.seen(FakeOrg.FILE)).hasSize(2);
    assertThat(org.seen(REMOVE + "069000000000001")).hasSize(1);
    assertThat(org.seen(REMOVE + "069000000000002")).isEmpty();

    files.remove(0);
    InteractionBuilder removed = message("m1", "").action(Action.REMOVED);
    CrmRefs none = ((Written) write(adapter, next(edited, removed))).refs();
    assertThat(org.seen(REMOVE + "069000000000002")).hasSize(1);

    int calls = org.seen(FakeOrg.QUERY).size();
    write(adapter, next(none, removed));
    assertThat(org.seen(FakeOrg.QUERY)).as("the look at the entry").hasSize(calls + 1);
  }

  @Test
  void anAgentsFileIsLeftAlone() {
    SalesforceAdapter adapter = Connections.open(org);
    CrmRefs refs = ((Written) write(adapter, entry(1, message("m1", LONG)))).refs();
    files.clear();
    files.add(object().put("Title", "full-text-of-the-contract").put("ContentDocumentId", "069x"));
    write(adapter, next(refs, message("m1", "short")));
    assertThat(org.seen(REMOVE + "069x")).isEmpty();
  }

  @Test
  void aFileThatIsGoneIsGoneAndOneThatMayNotBeRemovedIsItsEntrysTrouble() {
    SalesforceAdapter adapter = Connections.open(org);
    CrmRefs refs = ((Written) write(adapter, entry(1, message("m1", LONG)))).refs();
    Entry shorter = next(refs, message("m1", "short"));
    for (FakeOrg.Reply gone :
        List.of(error(404, "ENTITY_IS_DELETED", "x"), error(404, "NOT_FOUND", "x"))) {
      org.on(REMOVE + "069000000000001", s -> gone);
      assertThat(write(adapter, shorter)).isInstanceOf(Written.class);
    }
    org.on(
        REMOVE + "069000000000001",
        s -> error(403, "INSUFFICIENT_ACCESS_OR_READONLY", "no delete access"));
    Refusal refusal = Connections.refusal(adapter, shorter);
    assertThat(refusal.category()).isEqualTo(Category.INVALID);
    assertThat(refusal.scope()).isEqualTo(Refusal.Scope.ENTRY);
    org.on(REMOVE + "069000000000001", s -> com.sun.net.httpserver.HttpExchange::close);
    assertThat(write(adapter, shorter)).isInstanceOf(WriteOutcome.Unknown.class);
  }

  @Test
  void aFileWhoseUploadGotNoAnswerGoesWithItsTextAllTheSame() {
    org.on(
        FakeOrg.FILE,
        s -> {
          files.add(
              object()
                  .put("Title", s.json().path("Title").asText())
                  .put("ContentDocumentId", "069000000000009"));
          return com.sun.net.httpserver.HttpExchange::close;
        });
    org.on(REMOVE + "069000000000009", s -> FakeOrg.text(204, "application/json", ""));
    SalesforceAdapter adapter = Connections.open(org);
    WriteOutcome.Unknown unknown =
        (WriteOutcome.Unknown) write(adapter, entry(1, message("m1", LONG)));
    assertThat(write(adapter, next(unknown.refs(), message("m1", "short"))))
        .isInstanceOf(Written.class);
    assertThat(org.seen(REMOVE + "069000000000009")).hasSize(1);
  }

  private void agentsText(String text) {
    record.put("Subject", "s").put("Description", text).put("Gapless_Text_Digest__c", "other");
  }

  /** The entry as it was made, untouched. */
  private void asWritten() {
    List<FakeOrg.Seen> made = org.seen(FakeOrg.CREATE);
    record.setAll((ObjectNode) made.get(made.size() - 1).json().path("records").get(0));
    record.put("Id", ID);
  }

  private static Entry next(CrmRefs refs, InteractionBuilder interaction) {
    return again(entry(1, interaction), refs);
  }

  private static Entry again(Entry entry, CrmRefs refs) {
    return new Entry(entry.interaction(), 1, entry.person(), refs);
  }
}
