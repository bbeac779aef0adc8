// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.media;

import dev.gapless.api.Attachment;
import dev.gapless.api.CrmRefs;
import dev.gapless.api.Refusal;
import dev.gapless.api.SetupReport;
import dev.gapless.api.crm.CrmAdapter;
import dev.gapless.api.crm.CrmCapabilities;
import dev.gapless.api.crm.CrmCapabilities.LanesInBatch;
import dev.gapless.api.crm.Entry;
import dev.gapless.api.crm.FileTaker;
import dev.gapless.api.crm.Once;
import dev.gapless.api.crm.WriteOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands fetched files to one CRM, each once: what it has is remembered per file, and a file whose
 * answer is lost is not sent again by itself.
 */
final class HandOver extends Bringer {
  private static final Logger log = LoggerFactory.getLogger(HandOver.class);
  private static final int AT_ONCE = 2;

  private final CrmAdapter crm;
  private final Map<String, MediaFiles> files;
  private final HandedItems items;

  /**
   * @param files the directory of each channel
   * @param items what the journal knows of the items
   */
  HandOver(CrmAdapter crm, Map<String, MediaFiles> files, HandedItems items) {
    super(
        new CrmCapabilities(
            1,
            LanesInBatch.ONE_ENTRY,
            new Once.None(),
            Math.min(AT_ONCE, crm.capabilities().maxConcurrentCalls())));
    this.crm = crm;
    this.files = files;
    this.items = items;
  }

  @Override
  public SetupReport checkSetup() {
    return crm.checkSetup();
  }

  @Override
  WriteOutcome bring(Entry entry) {
    FileRefs known = new FileRefs(entry.refs());
    List<Attachment> attachments = entry.interaction().attachments();
    if (attachments.isEmpty()) {
      return withdrawn(known);
    }
    Optional<CrmRefs> target = items.entry(entry.key());
    if (target.isEmpty()) {
      return new WriteOutcome.NotTried("its entry is not written yet");
    }
    CrmRefs handed = CrmRefs.none();
    for (int index = 0; index < attachments.size(); index++) {
      if (known.waits(index)) {
        WriteOutcome one = attach(entry, target.get(), index, attachments.get(index), known);
        if (!(one instanceof WriteOutcome.Written written)) {
          return withRefs(one, handed);
        }
        handed = handed.and(FileRefs.handed(index, written.refs()));
      }
    }
    return tidied(entry, known, handed);
  }

  private WriteOutcome attach(
      Entry entry, CrmRefs target, int index, Attachment attachment, FileRefs known) {
    Optional<Path> file =
        directory(known)
            .map(directory -> directory.path(known.location(index).orElseThrow()))
            .filter(Files::isRegularFile);
    if (file.isEmpty()) {
      return WriteOutcome.refused(
          no("file " + (index + 1) + ": it is not in the media directory any more"));
    }
    try {
      return ((FileTaker) crm)
          .attach(entry.key(), target, index, attachment, known.mime(index), file.get());
    } catch (RuntimeException e) {
      // Caught here, so that what was handed over before it is not forgotten.
      log.debug("where the adapter broke: {}", (Object) e.getStackTrace());
      return WriteOutcome.unknown("the adapter broke with " + e.getClass().getSimpleName());
    }
  }

  private Optional<MediaFiles> directory(FileRefs known) {
    return known.channel().flatMap(channel -> Optional.ofNullable(files.get(channel)));
  }

  /** Nothing was sent after what had been handed over before. */
  private static WriteOutcome withRefs(WriteOutcome outcome, CrmRefs handed) {
    if (outcome instanceof WriteOutcome.Refused refused) {
      return new WriteOutcome.Refused(refused.refusal(), handed);
    }
    if (outcome instanceof WriteOutcome.Unknown unknown) {
      return new WriteOutcome.Unknown(unknown.reason(), handed);
    }
    return outcome;
  }

  /**
   * The last CRM that takes them lets the directory go of the files it has; what is fetched while
   * it takes them is not among these.
   */
  private WriteOutcome tidied(Entry entry, FileRefs known, CrmRefs handed) {
    Optional<MediaFiles> directory = directory(known);
    if (directory.isPresent() && items.othersHaveAll(entry.key())) {
      try {
        CrmRefs now = entry.refs().and(handed);
        directory.get().deleteAt(entry.key(), new FileRefs(now).handedLocations());
      } catch (IOException e) {
        return new WriteOutcome.Refused(
            Refusal.of(
                Refusal.Category.TRANSIENT,
                Refusal.Scope.ENTRY,
                "",
                "handed over, but not deleted from the media directory: "
                    + e.getClass().getSimpleName()),
            handed);
      }
    }
    return WriteOutcome.written(handed);
  }

  private static WriteOutcome withdrawn(FileRefs known) {
    if (known.handed().isEmpty() || known.isTold()) {
      return WriteOutcome.written(CrmRefs.none());
    }
    String detail =
        "withdrawn by its sender, but the CRM keeps its files "
            + known.handed().values()
            + "; delete them there, then replay";
    return new WriteOutcome.Refused(no(detail), FileRefs.told());
  }

  private static Refusal no(String detail) {
    return Refusal.of(Refusal.Category.INVALID, Refusal.Scope.ENTRY, "", detail);
  }
}
