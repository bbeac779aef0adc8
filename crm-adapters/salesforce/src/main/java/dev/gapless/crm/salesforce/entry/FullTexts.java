// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.salesforce.entry;

import dev.gapless.api.CrmRefs;
import dev.gapless.api.crm.Entry;
import dev.gapless.api.crm.WriteOutcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps the full text of an entry that had to be cut, as a file below it; with the text goes the
 * file. After a lost answer there may be two, until the text changes.
 */
public final class FullTexts {
  /** The role of the file among the records of an entry: its name, which changes with the text. */
  private static final String ROLE = "fullText";

  /** In the role: there is no file. */
  private static final String NONE = "none";

  /** In the role: nobody knows, so that the next write looks. */
  private static final String UNSURE = "?";

  private final TextFiles files;
  private final EntryFields fields;

  public FullTexts(TextFiles files, EntryFields fields) {
    this.files = files;
    this.fields = fields;
  }

  /**
   * What becomes of an entry that was just written: the same, or why its full text is missing, or
   * an older one still there.
   *
   * @param crowded whether an agent's text left too little room
   */
  WriteOutcome keep(Entry entry, WriteOutcome.Written written, boolean crowded) {
    String text = fields.whole(entry);
    String wanted = crowded || fields.isCut(entry) ? TextFiles.name(text) : NONE;
    if (wanted.equals(written.refs().ids().getOrDefault(ROLE, NONE))) {
      return written;
    }
    CrmRefs unsure = with(written.refs(), UNSURE);
    String record = unsure.entry().orElseThrow();
    TextFiles.Answer answer = files.below(record);
    if (answer instanceof TextFiles.Answer.Refused refused) {
      return new WriteOutcome.Refused(refused.refusal(), unsure);
    }
    List<TextFiles.TextFile> there = ((TextFiles.Answer.There) answer).files();
    return bring(there, record, wanted, text)
        .map(failure -> outcome(failure, unsure))
        .orElseGet(
            () -> new WriteOutcome.Written(with(written.refs(), wanted), written.alreadyThere()));
  }

  /** The new file first, then away with the old ones. */
  private Optional<TextFiles.Failure> bring(
      List<TextFiles.TextFile> there, String record, String wanted, String text) {
    boolean isThere = there.stream().anyMatch(file -> file.name().equals(wanted));
    Optional<TextFiles.Failure> failure =
        isThere || wanted.equals(NONE) ? Optional.empty() : files.upload(record, wanted, text);
    for (TextFiles.TextFile file : there) {
      if (failure.isEmpty() && !file.name().equals(wanted)) {
        failure = files.remove(file);
      }
    }
    return failure;
  }

  private static CrmRefs with(CrmRefs refs, String name) {
    return refs.and(new CrmRefs(Map.of(ROLE, name)));
  }

  private static WriteOutcome outcome(TextFiles.Failure failure, CrmRefs refs) {
    return failure.unknown()
        ? new WriteOutcome.Unknown(failure.refusal().summary(), refs)
        : new WriteOutcome.Refused(failure.refusal(), refs);
  }
}
