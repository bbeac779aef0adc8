// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.salesforce.entry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.Refusal;
import dev.gapless.crm.salesforce.call.Purpose;
import dev.gapless.crm.salesforce.call.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Asks the org, in one call, for what settings put into every entry. */
public final class SharedCheck {
  private final Query query;
  private final ClosedStatus closed;
  private final Map<String, String> questions;

  public SharedCheck(Query query, ClosedStatus closed, SharedRecords shared) {
    this.query = query;
    this.closed = closed;
    this.questions = shared.questions();
  }

  /** What is wrong; nothing if all is well. */
  public List<Refusal> run() {
    List<String> texts = new ArrayList<>(questions.values());
    closed.question().ifPresent(texts::add);
    if (texts.isEmpty()) {
      return List.of();
    }
    Query.Answer answer = query.ask(Purpose.CHECK, false, texts);
    return answer instanceof Query.Answer.Refused refused
        ? List.of(refused.refusal())
        : read(((Query.Answer.Records) answer).ofEach());
  }

  private List<Refusal> read(List<List<JsonNode>> ofEach) {
    List<Refusal> wrong = new ArrayList<>();
    int next = 0;
    for (String setting : questions.keySet()) {
      if (ofEach.get(next++).isEmpty()) {
        wrong.add(SharedRecords.gone(setting, ""));
      }
    }
    if (next < ofEach.size()) {
      closed.read(ofEach.get(next)).ifPresent(wrong::add);
    }
    return wrong;
  }
}
