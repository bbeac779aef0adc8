// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest;

import dev.gapless.api.Attachment;
import dev.gapless.api.CrmRefs;
import dev.gapless.api.ItemKey;
import dev.gapless.api.Refusal;
import dev.gapless.api.Refusal.Category;
import dev.gapless.api.Refusal.Scope;
import dev.gapless.api.crm.WriteOutcome;
import dev.gapless.crm.rest.preset.FileCall;
import dev.gapless.crm.rest.preset.FileForm;
import dev.gapless.crm.rest.preset.Rule;
import dev.gapless.crm.rest.template.Rendering;
import dev.gapless.crm.rest.template.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Hangs a file on an entry: one call that carries it, and perhaps one that ties it to the entry.
 */
final class FileSender {
  private final CrmCalls calls;
  private final FileForm form;
  private final List<Rule> callRules;
  private final Rendering rendering;

  FileSender(CrmCalls calls, FileForm form, List<Rule> callRules, Rendering rendering) {
    this.calls = calls;
    this.form = form;
    this.callRules = callRules;
    this.rendering = rendering;
  }

  WriteOutcome attach(
      ItemKey entry, CrmRefs refs, int index, Attachment attachment, String mime, Path file) {
    try {
      long size = Files.size(file);
      if (size > form.maxBytes()) {
        return refused(
            Category.INVALID,
            "the file has " + size + " bytes, and this CRM takes " + form.maxBytes(),
            refs);
      }
      String name = FileNames.of(attachment, index, mime);
      Content content = new Content(FileNames.mediaType(mime), Files.readAllBytes(file));
      return attach(new FileValues(entry, refs, index, name, content, Optional.empty()));
    } catch (IOException e) {
      return refused(
          Category.TRANSIENT,
          "the file cannot be read (" + e.getClass().getSimpleName() + "). Check its folder",
          refs);
    }
  }

  private WriteOutcome attach(FileValues file) {
    String role = "upload-" + file.index();
    Optional<String> before = Optional.ofNullable(file.refs().ids().get(role));
    if (before.isPresent()) {
      return tie(file.uploaded(before.get()), file.refs());
    }
    OneRecord.Result uploaded = call(form.upload(), "attach-file.upload", file);
    if (!(uploaded instanceof OneRecord.Done done)) {
      return failed(uploaded, file.refs());
    }
    String id = done.id().orElseThrow();
    return form.attach().isEmpty()
        ? written(file, id, file.refs())
        : tie(file.uploaded(id), file.refs().and(new CrmRefs(Map.of(role, id))));
  }

  /**
   * @param refs with the upload, so that what breaks off here resumes here
   */
  private WriteOutcome tie(FileValues file, CrmRefs refs) {
    OneRecord.Result tied = call(form.attach().orElseThrow(), "attach-file.attach", file);
    return tied instanceof OneRecord.Done done
        ? written(file, done.id().or(file::upload).orElseThrow(), refs)
        : failed(tied, refs);
  }

  private OneRecord.Result call(FileCall call, String what, FileValues file) {
    CallResult result = calls.call(call.request(), file, content(call, file));
    return new OneRecord(call.answer(), callRules, what).read(result, Set.of(file.fileKey()));
  }

  private Optional<Content> content(FileCall call, FileValues file) {
    return switch (call.carries()) {
      case JSON -> Optional.empty();
      case RAW -> Optional.of(file.content());
      case MULTIPART -> Optional.of(multipart(call, file));
    };
  }

  private Content multipart(FileCall call, FileValues file) {
    // Unlike anything a file holds, and at most 70 characters: RFC 2046 section 5.1.1.
    Multipart body = new Multipart("gapless-" + file.fileKey().substring(0, 40));
    call.parts()
        .forEach(
            (name, text) -> {
              if (name.equals(call.filePart())) {
                body.file(name, file.fileName(), file.content());
              } else {
                body.text(name, text.render(file, rendering, Target.JSON));
              }
            });
    return body.done();
  }

  private static WriteOutcome written(FileValues file, String id, CrmRefs refs) {
    return WriteOutcome.written(refs.and(new CrmRefs(Map.of("file-" + file.index(), id))));
  }

  private static WriteOutcome failed(OneRecord.Result result, CrmRefs refs) {
    if (result instanceof OneRecord.Refused refused) {
      return new WriteOutcome.Refused(refused.refusal(), refs);
    } else if (result instanceof OneRecord.Foreign foreign) {
      return refused(
          Category.INVALID, foreign.code() + " the CRM names another file as this one", refs);
    }
    return new WriteOutcome.Unknown(((OneRecord.Unknown) result).reason(), refs);
  }

  private static WriteOutcome refused(Category category, String detail, CrmRefs refs) {
    return new WriteOutcome.Refused(Refusal.of(category, Scope.ENTRY, "", detail), refs);
  }
}
