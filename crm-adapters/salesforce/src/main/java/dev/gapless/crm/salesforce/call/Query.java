// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.salesforce.call;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gapless.api.Refusal;
import dev.gapless.crm.salesforce.answer.During;
import dev.gapless.crm.salesforce.answer.FaultReader;
import dev.gapless.crm.salesforce.call.CallResult.Answered;
import dev.gapless.crm.salesforce.call.Calls.Reading;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks several questions in SOQL in one call. They go in a composite request, whose body has room
 * for what an address has not, and which counts as one call.
 *
 * @see <a
 *     href="https://developer.salesforce.com/docs/platform/api-rest/guide/resources-composite-composite-post.html">what
 *     a composite request may hold</a>
 */
public final class Query {
  /** How many questions share a call; the platform takes no more in a composite request. */
  public static final int MOST = 5;

  /**
   * The longest question, in characters before they are encoded. The platform takes 100,000, but
   * says that a long one may fail earlier, since it is translated and added to; where that begins
   * is not known and not tried here on a live org, so whoever asks must be ready to ask for less.
   *
   * @see <a href="https://help.salesforce.com/s/articleView?id=000386264">the limit of addresses,
   *     and the advice to put long questions into a composite request</a>
   */
  public static final int LONGEST = 30_000;

  private final Calls calls;

  public Query(Calls calls) {
    this.calls = calls;
  }

  /** What came of the questions. */
  public sealed interface Answer {
    /** The records of each question, in the order asked. */
    record Records(List<List<JsonNode>> ofEach) implements Answer {}

    /** At least one got no answer. */
    record Refused(Refusal refusal) implements Answer {}
  }

  /**
   * Asks.
   *
   * @param deletedToo whether records in the recycle bin and archived ones count
   * @param questions at most {@link #MOST}
   */
  public Answer ask(Purpose purpose, boolean deletedToo, List<String> questions) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ArrayNode parts = body.put("allOrNone", false).putArray("compositeRequest");
    for (int i = 0; i < questions.size(); i++) {
      parts
          .addObject()
          .put("method", "GET")
          .put("referenceId", "q" + i)
          .put("url", calls.base() + address(deletedToo, questions.get(i)));
    }
    Reading reading =
        calls.read(
            purpose,
            calls.base() + "/composite",
            Optional.of(body),
            answer -> answer.path("compositeResponse").size() == questions.size());
    return reading instanceof Reading.Found found
        ? records(purpose, found.body().path("compositeResponse"))
        : new Answer.Refused(((Reading.Refused) reading).refusal());
  }

  private static String address(boolean deletedToo, String soql) {
    return (deletedToo ? "/queryAll?q=" : "/query?q=")
        + URLEncoder.encode(soql, UTF_8).replace("+", "%20");
  }

  private Answer records(Purpose purpose, JsonNode parts) {
    List<List<JsonNode>> all = new ArrayList<>();
    for (JsonNode part : parts) {
      int status = part.path("httpStatusCode").asInt();
      JsonNode body = part.path("body");
      if (status != 200 || !body.path("records").isArray()) {
        Answered answer = new Answered(status, body, FaultReader.ofJson(body), Optional.empty());
        return new Answer.Refused(Calls.refusal(answer, During.READ));
      }
      List<JsonNode> records = new ArrayList<>();
      Optional<Refusal> refusal = pages(purpose, body, records);
      if (refusal.isPresent()) {
        return new Answer.Refused(refusal.get());
      }
      all.add(records);
    }
    return new Answer.Records(all);
  }

  /** The rest of a long answer, page by page. */
  private Optional<Refusal> pages(Purpose purpose, JsonNode first, List<JsonNode> records) {
    JsonNode page = first;
    page.path("records").forEach(records::add);
    while (!page.path("done").asBoolean(true)) {
      Reading reading =
          calls.read(
              purpose,
              page.path("nextRecordsUrl").asText(calls.base() + "/query"),
              Optional.empty(),
              body -> body.path("records").isArray());
      if (reading instanceof Reading.Refused refused) {
        return Optional.of(refused.refusal());
      }
      page = ((Reading.Found) reading).body();
      page.path("records").forEach(records::add);
    }
    return Optional.empty();
  }
}
