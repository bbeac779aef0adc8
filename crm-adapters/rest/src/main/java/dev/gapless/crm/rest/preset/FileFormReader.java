// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest.preset;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.crm.rest.preset.FileCall.Carries;
import dev.gapless.crm.rest.template.TextTemplate;
import dev.gapless.crm.rest.template.Vocabulary;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code attach-file}. */
final class FileFormReader {
  private static final List<String> WORDS =
      List.of("id", "key", "uuid", "fileKey", "index", "fileName", "mime", "person.id", "ref.");
  private static final String CONTENT = "content";
  private static final int MEGABYTE = 1024 * 1024;

  private final PresetNode node;

  FileFormReader(PresetNode node) {
    this.node = node;
  }

  FileForm read() {
    PresetNode upload = node.object("upload");
    FileForm form =
        new FileForm(
            node.integer("max-bytes", 1, 100 * MEGABYTE, 10 * MEGABYTE),
            upload(upload),
            node.optionalObject("attach").map(FileFormReader::attach));
    node.noOthers();
    return form;
  }

  private static FileCall upload(PresetNode upload) {
    Map<String, TextTemplate> parts = new LinkedHashMap<>();
    List<String> fileParts = new ArrayList<>();
    upload.optionalObject("multipart").ifPresent(multipart -> parts(multipart, parts, fileParts));
    boolean raw = upload.flag("raw");
    Request request = RequestReader.read(upload, "request", words(parts.isEmpty() && !raw));
    MustSend.check(upload, "body");
    int ways = (parts.isEmpty() ? 0 : 1) + (raw ? 1 : 0) + (request.names(CONTENT) ? 1 : 0);
    if (upload.isSound() && (ways != 1 || fileParts.size() > 1)) {
      upload.problem(
          "",
          "must carry the file in one way: \"raw\": true, one part of multipart that is"
              + " \"{{content}}\", or {{content}} (base64) in body");
    }
    FileCall call =
        new FileCall(
            request,
            raw ? Carries.RAW : parts.isEmpty() ? Carries.JSON : Carries.MULTIPART,
            Collections.unmodifiableMap(parts),
            fileParts.isEmpty() ? "" : fileParts.get(0),
            MadeReader.read(upload.object("answer")));
    upload.noOthers();
    return call;
  }

  private static Vocabulary words(boolean inBody) {
    List<String> words = new ArrayList<>(WORDS);
    if (inBody) {
      words.add(CONTENT);
    }
    return new Vocabulary(words);
  }

  private static void parts(
      PresetNode multipart, Map<String, TextTemplate> parts, List<String> fileParts) {
    for (String name : multipart.names()) {
      String text = multipart.tree(name).map(JsonNode::asText).orElse("");
      boolean isFile = text.equals("{{" + CONTENT + "}}");
      if (isFile) {
        fileParts.add(name);
      }
      if (!name.matches("[A-Za-z0-9_.\\[\\]-]{1,100}")) {
        multipart.problem(name, "is no name of a part. Write letters, digits and _ . - [ ]");
      }
      RequestReader.text(multipart, name, isFile ? "" : text, new Vocabulary(WORDS))
          .ifPresent(template -> parts.put(name, template));
    }
    if (fileParts.isEmpty()) {
      multipart.problem("", "has no part that is \"{{content}}\". Name the one of the file");
    }
  }

  private static FileCall attach(PresetNode attach) {
    List<String> words = new ArrayList<>(WORDS);
    words.add("upload");
    Request request = RequestReader.read(attach, "request", new Vocabulary(words));
    MustSend.check(attach, "body");
    if (attach.isSound() && !request.names("upload")) {
      attach.problem("body", "names no {{upload}}, so it attaches nothing");
    }
    FileCall call =
        new FileCall(
            request,
            Carries.JSON,
            Map.of(),
            "",
            MadeReader.readAny(attach.optionalObject("answer").orElseGet(PresetNode::none)));
    attach.noOthers();
    return call;
  }
}
