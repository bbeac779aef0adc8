// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.classify;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gapless.crm.salesforce.AnswerMeaning;
import java.time.Duration;

/** What an answer means, in a line of JSON; what is absent is {@code null}. */
final class MeaningLine {
  private MeaningLine() {}

  static String of(String file, int number, AnswerMeaning meaning) {
    ObjectNode line = JsonNodeFactory.instance.objectNode().put("file", file);
    line.put("answer", number);
    put(line, "at", meaning.at());
    put(line, "code", meaning.code());
    ArrayNode fields = line.putArray("fields");
    meaning.fields().forEach(fields::add);
    line.put("category", meaning.category()).put("scope", meaning.scope());
    put(line, "retryAfter", meaning.retryAfter().map(Duration::toString).orElse(""));
    line.put("action", meaning.action());
    put(line, "source", meaning.source());
    return line.toString();
  }

  static String error(String file, String error) {
    return JsonNodeFactory.instance.objectNode().put("file", file).put("error", error).toString();
  }

  private static void put(ObjectNode line, String name, String text) {
    if (text.isEmpty()) {
      line.putNull(name);
    } else {
      line.put(name, text);
    }
  }
}
