// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.salesforce.entry;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gapless.api.CrmRefs;
import dev.gapless.api.Refusal;
import dev.gapless.api.crm.Entry;
import dev.gapless.api.crm.WriteOutcome;
import dev.gapless.crm.salesforce.answer.During;
import dev.gapless.crm.salesforce.answer.Meaning;
import dev.gapless.crm.salesforce.call.CallResult;
import dev.gapless.crm.salesforce.call.CallResult.Answered;
import dev.gapless.crm.salesforce.call.Calls;
import dev.gapless.crm.salesforce.call.Purpose;
import dev.gapless.crm.salesforce.call.Query;
import dev.gapless.crm.salesforce.call.Soql;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * Keeps the full text of an entry that had to be cut, as a file below it. A file is named after its
 * text and looked for first, so that it is there once; after a lost answer there may be two.
 */
public final class FullTexts {
  /** The role of the file among the records of an entry: its name, which changes with the text. */
  private static final String ROLE = "fullText";

  private final Calls calls;
  private final Query query;
  private final EntryFields fields;

  public FullTexts(Calls calls, Query query, EntryFields fields) {
    this.calls = calls;
    this.query = query;
    this.fields = fields;
  }

  /** What becomes of an entry that was just written: the same, or why its full text is missing. */
  WriteOutcome keep(Entry entry, WriteOutcome.Written written) {
    String name = name(entry);
    CrmRefs refs = written.refs();
    if (!fields.isCut(entry) || name.equals(refs.ids().get(ROLE))) {
      return written;
    }
    CrmRefs kept = refs.and(new CrmRefs(Map.of(ROLE, name)));
    WriteOutcome done = new WriteOutcome.Written(kept, written.alreadyThere());
    String record = refs.entry().orElseThrow();
    Query.Answer there = query.ask(Purpose.FILE, false, List.of(question(name, record)));
    if (there instanceof Query.Answer.Refused refused) {
      return new WriteOutcome.Refused(refused.refusal(), refs);
    }
    boolean isThere = !((Query.Answer.Records) there).ofEach().get(0).isEmpty();
    return isThere ? done : upload(entry, name, record, refs, done);
  }

  private WriteOutcome upload(
      Entry entry, String name, String record, CrmRefs refs, WriteOutcome done) {
    CallResult result =
        calls.write(
            Purpose.FILE,
            During.CREATE,
            "POST",
            "/sobjects/ContentVersion",
            file(name, record, fields.whole(entry)));
    if (result instanceof CallResult.NotDone notDone) {
      return new WriteOutcome.Refused(notDone.refusal(), refs);
    } else if (result instanceof CallResult.Lost lost) {
      return new WriteOutcome.Unknown(lost.reason(), refs);
    }
    Answered answer = (Answered) result;
    if (answer.isSuccess() && answer.body().path("success").asBoolean()) {
      return done;
    }
    Refusal refusal = Calls.refusal(answer, During.CREATE);
    return Calls.meaning(answer, During.CREATE).then() == Meaning.Then.UNKNOWN
        ? new WriteOutcome.Unknown(refusal.summary(), refs)
        : new WriteOutcome.Refused(refusal, refs);
  }

  private static String question(String name, String record) {
    return "SELECT Id FROM ContentVersion WHERE Title = "
        + Soql.literal(name)
        + " AND FirstPublishLocationId = "
        + Soql.literal(record);
  }

  private static JsonNode file(String name, String record, String text) {
    ObjectNode file = JsonNodeFactory.instance.objectNode();
    return file.put("Title", name)
        .put("PathOnClient", name + ".txt")
        .put("FirstPublishLocationId", record)
        .put("VersionData", Base64.getEncoder().encodeToString(text.getBytes(UTF_8)));
  }

  private String name(Entry entry) {
    return "full-text-" + FieldText.digest("", fields.whole(entry)).substring(0, 16);
  }
}
