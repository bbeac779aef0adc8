// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.salesforce.entry;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gapless.api.Refusal;
import dev.gapless.api.Refusal.Category;
import dev.gapless.api.Refusal.Scope;
import dev.gapless.crm.salesforce.answer.During;
import dev.gapless.crm.salesforce.answer.ErrorTable;
import dev.gapless.crm.salesforce.answer.Meaning;
import dev.gapless.crm.salesforce.call.CallResult;
import dev.gapless.crm.salesforce.call.CallResult.Answered;
import dev.gapless.crm.salesforce.call.CallResult.Lost;
import dev.gapless.crm.salesforce.call.CallResult.NotDone;
import dev.gapless.crm.salesforce.call.Calls;
import dev.gapless.crm.salesforce.call.Purpose;
import dev.gapless.crm.salesforce.call.Query;
import dev.gapless.crm.salesforce.call.Soql;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Texts as files below a record, each named after its text. */
public final class TextFiles {
  private static final String NAME = "full-text-[0-9a-f]{16}";
  private static final int GONE = 404;

  private final Calls calls;
  private final Query query;

  public TextFiles(Calls calls, Query query) {
    this.calls = calls;
    this.query = query;
  }

  /** A file of ours. */
  record TextFile(String name, String document) {}

  /** What a look brought. */
  sealed interface Answer {
    /** Our files below the record. */
    record There(List<TextFile> files) implements Answer {}

    /** Nobody could look. */
    record Refused(Refusal refusal) implements Answer {}
  }

  /**
   * Why a file was not kept or removed.
   *
   * @param unknown whether it may have been, all the same
   */
  record Failure(Refusal refusal, boolean unknown) {}

  /** The name of the file that holds a text. */
  static String name(String text) {
    return "full-text-" + FieldText.digest("", text).substring(0, 16);
  }

  Answer below(String record) {
    String question =
        "SELECT Title, ContentDocumentId FROM ContentVersion WHERE FirstPublishLocationId = "
            + Soql.literal(record);
    Query.Answer answer = query.ask(Purpose.FILE, false, List.of(question));
    return answer instanceof Query.Answer.Refused refused
        ? new Answer.Refused(refused.refusal())
        : new Answer.There(ours(((Query.Answer.Records) answer).ofEach().get(0)));
  }

  private static List<TextFile> ours(List<JsonNode> versions) {
    return versions.stream()
        .map(each -> new TextFile(text(each, "Title"), text(each, "ContentDocumentId")))
        .filter(file -> file.name().matches(NAME) && !file.document().isBlank())
        .toList();
  }

  private static String text(JsonNode version, String field) {
    return version.path(field).asText("");
  }

  Optional<Failure> upload(String record, String name, String text) {
    ObjectNode file = JsonNodeFactory.instance.objectNode();
    file.put("Title", name)
        .put("PathOnClient", name + ".txt")
        .put("FirstPublishLocationId", record)
        .put("VersionData", Base64.getEncoder().encodeToString(text.getBytes(UTF_8)));
    CallResult result =
        calls.write(Purpose.FILE, During.CREATE, "POST", "/sobjects/ContentVersion", file);
    if (!(result instanceof Answered answer)) {
      return unanswered(result);
    } else if (answer.isSuccess() && answer.body().path("success").asBoolean()) {
      return Optional.empty();
    }
    boolean unknown = Calls.meaning(answer, During.CREATE).then() == Meaning.Then.UNKNOWN;
    return Optional.of(new Failure(Calls.refusal(answer, During.CREATE), unknown));
  }

  /** One that is gone already is as good. A right that is lacking for one file stops no other. */
  Optional<Failure> remove(TextFile file) {
    CallResult result = calls.delete(Purpose.FILE, "/sobjects/ContentDocument/" + file.document());
    if (!(result instanceof Answered answer)) {
      return unanswered(result);
    } else if (answer.isSuccess() || answer.status() == GONE) {
      return Optional.empty();
    } else if (answer.faults().isEmpty()) {
      boolean unknown = Calls.meaning(answer, During.UPDATE).then() == Meaning.Then.UNKNOWN;
      return Optional.of(new Failure(Calls.refusal(answer, During.UPDATE), unknown));
    }
    Meaning meaning = ErrorTable.get().ofRow(answer.faults(), During.UPDATE);
    Refusal refusal =
        meaning.refusal(ErrorTable.get().decisive(answer.faults(), During.UPDATE), answer.status());
    return refusal.category() == Category.GONE
        ? Optional.empty()
        : Optional.of(new Failure(refusal, meaning.then() == Meaning.Then.UNKNOWN));
  }

  private static Optional<Failure> unanswered(CallResult result) {
    return Optional.of(
        result instanceof NotDone notDone
            ? new Failure(notDone.refusal(), false)
            : new Failure(
                Refusal.of(Category.OUTAGE, Scope.CONNECTION, "", ((Lost) result).reason()), true));
  }
}
