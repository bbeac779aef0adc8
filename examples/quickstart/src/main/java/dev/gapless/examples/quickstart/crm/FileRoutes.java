// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.crm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The calls about files, and the files themselves. Thread-safe. */
final class FileRoutes {
  private final Timeline timeline;
  private final List<StoredFile> files = new ArrayList<>();

  FileRoutes(Timeline timeline) {
    this.timeline = timeline;
  }

  Map<String, Function<Call, Work>> table() {
    return Map.of("POST /api/timeline/{id}/files", this::attach);
  }

  synchronized List<StoredFile> all() {
    return List.copyOf(files);
  }

  private Work attach(Call call) {
    List<FormPart> parts = FormPart.parse(call.contentType(), call.body());
    String key = part(parts, "key").text();
    FormPart file = part(parts, "file");
    return Work.other(() -> attach(call.id(), key, file));
  }

  private static FormPart part(List<FormPart> parts, String name) {
    return parts.stream()
        .filter(part -> part.name().equals(name))
        .findFirst()
        .orElseThrow(() -> Rejection.badRequest("the part " + name + " is missing"));
  }

  private synchronized Answer attach(String entry, String key, FormPart file) {
    if (!timeline.has(entry)) {
      return Answer.error(404, "ENTRY_GONE", "no such entry, or no longer");
    }
    Optional<StoredFile> there = files.stream().filter(one -> one.key().equals(key)).findFirst();
    return there
        .map(
            one ->
                Answer.of(
                    409,
                    Json.object()
                        .put("code", "DUPLICATE_KEY")
                        .put("id", one.id())
                        .put("key", one.key())))
        .orElseGet(() -> Answer.of(201, Json.object().put("id", store(entry, key, file).id())));
  }

  private StoredFile store(String entry, String key, FormPart file) {
    StoredFile stored =
        new StoredFile(
            "F-" + (files.size() + 1),
            entry,
            key,
            file.fileName().orElse(""),
            file.mime(),
            file.size());
    files.add(stored);
    return stored;
  }
}
