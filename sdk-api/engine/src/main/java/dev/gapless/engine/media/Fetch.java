// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.media;

import dev.gapless.api.Attachment;
import dev.gapless.api.CrmRefs;
import dev.gapless.api.Interaction;
import dev.gapless.api.ItemKey;
import dev.gapless.api.Refusal;
import dev.gapless.api.SetupReport;
import dev.gapless.api.channel.MediaSource;
import dev.gapless.api.crm.CrmCapabilities;
import dev.gapless.api.crm.CrmCapabilities.LanesInBatch;
import dev.gapless.api.crm.Entry;
import dev.gapless.api.crm.Once;
import dev.gapless.api.crm.WriteOutcome;
import dev.gapless.engine.policy.MediaPolicy;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the files of one channel's contacts into its directory, and takes them out again when a
 * contact is withdrawn. Doing it twice does no harm: what is there is not fetched again.
 */
final class Fetch extends Bringer {
  private static final Logger log = LoggerFactory.getLogger(Fetch.class);
  private static final int AT_ONCE = 4;

  private final String channel;
  private final MediaSource source;
  private final MediaPolicy policy;
  private final MediaFiles files;

  Fetch(String channel, MediaSource source, MediaPolicy policy, MediaFiles files) {
    super(new CrmCapabilities(1, LanesInBatch.ONE_ENTRY, new Once.Enforced(), AT_ONCE));
    this.channel = channel;
    this.source = source;
    this.policy = policy;
    this.files = files;
  }

  @Override
  public SetupReport checkSetup() {
    try {
      files.check();
      return SetupReport.ok();
    } catch (IOException e) {
      return new SetupReport(
          List.of(
              new SetupReport.Finding(
                  Refusal.Category.SETUP,
                  "channel." + channel + ".media-directory",
                  "no file can be written there: " + why(e),
                  "Check that it is there, its rights, and the room on its disk")));
    }
  }

  @Override
  WriteOutcome bring(Entry entry) {
    Interaction contact = entry.interaction();
    if (contact.attachments().stream().noneMatch(source::isFile)) {
      return delete(entry);
    }
    CrmRefs fetched = CrmRefs.none();
    List<Refusal> refusals = new ArrayList<>();
    for (int index = 0; index < contact.attachments().size(); index++) {
      Attachment attachment = contact.attachments().get(index);
      if (!source.isFile(attachment) || isDone(index, entry)) {
        continue;
      }
      WriteOutcome one = bring(entry.key(), index, attachment);
      if (one instanceof WriteOutcome.Written written) {
        fetched = fetched.and(written.refs());
      } else if (one instanceof WriteOutcome.Refused refused) {
        refusals.add(refused.refusal());
        if (refused.refusal().scope() == Refusal.Scope.CONNECTION) {
          break;
        }
      }
    }
    CrmRefs soFar = fetched;
    return gravest(refusals)
        .<WriteOutcome>map(refusal -> new WriteOutcome.Refused(refusal, soFar))
        .orElseGet(() -> WriteOutcome.written(soFar));
  }

  /** What is handed to CRMs is not kept here, so that it was fetched once is enough. */
  private boolean isDone(int index, Entry entry) {
    return policy.use() == MediaPolicy.Use.CRM
        && new FileRefs(entry.refs()).location(index).isPresent();
  }

  /** What stops all goes first, then what may still come right: it is not given up for another. */
  private static Optional<Refusal> gravest(List<Refusal> refusals) {
    return refusals.stream()
        .filter(one -> one.scope() == Refusal.Scope.CONNECTION)
        .findFirst()
        .or(() -> refusals.stream().filter(one -> one.category().retryable()).findFirst())
        .or(() -> refusals.stream().findFirst());
  }

  private WriteOutcome bring(ItemKey item, int index, Attachment attachment) {
    Optional<String> here = files.find(item, index, attachment);
    if (here.isPresent()) {
      String location = here.get();
      String ending = location.substring(location.lastIndexOf('.') + 1);
      String mime = attachment.mime().orElseGet(() -> MediaTypes.mime(ending));
      return WriteOutcome.written(FileRefs.fetched(index, location, mime));
    }
    try {
      return fetch(item, index, attachment);
    } catch (IOException e) {
      return WriteOutcome.refused(disk(e));
    }
  }

  private WriteOutcome fetch(ItemKey item, int index, Attachment attachment) throws IOException {
    MediaPart part = files.begin(item, index);
    try {
      MediaSource.Answer answer = fill(part, item, attachment);
      if (answer instanceof MediaSource.Answer.Refused refused) {
        return WriteOutcome.refused(named(index, refused.refusal()));
      }
      String mime = ((MediaSource.Answer.Fetched) answer).mime();
      String location = files.keep(part, item, index, attachment, mime);
      return WriteOutcome.written(FileRefs.fetched(index, location, mime));
    } catch (IOException e) {
      files.failed(part);
      throw e;
    } finally {
      Files.deleteIfExists(part.path());
    }
  }

  private MediaSource.Answer fill(MediaPart part, ItemKey item, Attachment attachment)
      throws IOException {
    try (part) {
      MediaSource.Answer answer = ask(part, item, attachment);
      part.sync();
      return answer;
    }
  }

  private MediaSource.Answer ask(MediaPart part, ItemKey item, Attachment attachment)
      throws IOException {
    try {
      return source.fetch(item, attachment, policy.maxBytes(), part);
    } catch (IOException e) {
      if (part.hasFailed()) {
        throw e;
      }
      return broken(e);
    } catch (RuntimeException e) {
      return broken(e);
    }
  }

  /** A connector's own exception may quote anything, so only its type is repeated. */
  private MediaSource.Answer broken(Exception e) {
    String name = e.getClass().getSimpleName();
    log.warn("the connector of channel '{}' broke with {} while it fetched", channel, name);
    log.debug("where it broke: {}", (Object) e.getStackTrace());
    return new MediaSource.Answer.Refused(
        Refusal.of(
            Refusal.Category.TRANSIENT,
            Refusal.Scope.ENTRY,
            "",
            "the connector broke with " + name));
  }

  private static Refusal named(int index, Refusal refusal) {
    return new Refusal(
        refusal.category(),
        refusal.scope(),
        refusal.retryAfter(),
        refusal.code(),
        "file " + (index + 1) + ": " + refusal.detail());
  }

  private WriteOutcome delete(Entry entry) {
    try {
      int deleted = files.delete(entry.key());
      log.debug("channel '{}': {} files of {} deleted", channel, deleted, entry.key());
      return WriteOutcome.written(new FileRefs(entry.refs()).deleted());
    } catch (IOException e) {
      return WriteOutcome.refused(disk(e));
    }
  }

  private Refusal disk(IOException e) {
    return Refusal.of(
        Refusal.Category.SETUP,
        Refusal.Scope.CONNECTION,
        "",
        "the directory of channel."
            + channel
            + ".media-directory fails: "
            + why(e)
            + ". Check its rights and the room on its disk");
  }

  private static String why(IOException e) {
    String reason = e instanceof FileSystemException disk ? disk.getReason() : e.getMessage();
    return e.getClass().getSimpleName() + (reason == null ? "" : " (" + reason + ")");
  }

  @Override
  public void close() {
    files.close();
  }
}
