// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.classify;

import dev.gapless.api.config.NearestName;
import dev.gapless.crm.salesforce.AnswerReader;
import dev.gapless.examples.quickstart.channel.Payload;
import dev.gapless.examples.quickstart.console.Arguments;
import dev.gapless.examples.quickstart.console.Command;
import dev.gapless.examples.quickstart.console.Console;
import dev.gapless.examples.quickstart.console.UsageException;
import java.util.List;
import java.util.Set;

/**
 * {@code classify salesforce FILE…}: says of each recorded answer what it means and what is to be
 * done, a JSON line per answer, or per row of an answer to several.
 */
public final class ClassifyCommand implements Command {
  private static final List<String> CRMS = List.of("salesforce");

  private final Console console;

  public ClassifyCommand(Console console) {
    this.console = console;
  }

  @Override
  public int run(List<String> words) {
    List<String> rest = Arguments.of("classify", Set.of(), Set.of(), words).rest();
    if (rest.size() < 2) {
      throw new UsageException(
          "classify: say which CRM and which files: classify salesforce FILE…");
    } else if (!CRMS.contains(rest.get(0))) {
      throw new UsageException(
          "classify: there is no such CRM. " + NearestName.hint(rest.get(0), CRMS));
    }
    return Payload.read(rest.subList(1, rest.size())).mapToInt(this::tell).max().orElse(0);
  }

  private int tell(Payload payload) {
    if (payload instanceof Payload.Problem problem) {
      console.say(MeaningLine.error(problem.file(), problem.error()));
      return 1;
    }
    List<RecordedAnswer> answers = RecordedAnswer.all(((Payload.Body) payload).bytes());
    if (answers.isEmpty()) {
      console.say(
          MeaningLine.error(
              payload.file(), "is no JSON of the form {request, status, headers, body}"));
      return 1;
    }
    for (int i = 0; i < answers.size(); i++) {
      tell(payload.file(), i + 1, answers.get(i));
    }
    return 0;
  }

  private void tell(String file, int number, RecordedAnswer answer) {
    AnswerReader.read(
            answer.method(),
            answer.address(),
            answer.sent(),
            answer.status(),
            answer.headers(),
            answer.body())
        .forEach(meaning -> console.say(MeaningLine.of(file, number, meaning)));
  }
}
