// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest;

import dev.gapless.api.CrmRefs;
import dev.gapless.api.ItemKey;
import dev.gapless.crm.rest.template.Value;
import dev.gapless.crm.rest.template.Value.Text;
import dev.gapless.crm.rest.template.Value.Whole;
import dev.gapless.crm.rest.template.Values;
import java.util.Base64;
import java.util.Optional;

/** What the placeholders stand for when a file is hung on an entry. */
record FileValues(
    ItemKey entry,
    CrmRefs refs,
    int index,
    String fileName,
    Content content,
    Optional<String> upload)
    implements Values {
  private static final String REF = "ref.";

  /** Names the file for ever. */
  String fileKey() {
    return entry.sha256Hex() + "-" + index;
  }

  FileValues uploaded(String id) {
    return new FileValues(entry, refs, index, fileName, content, Optional.of(id));
  }

  @Override
  public Optional<Value> get(String name) {
    return switch (name) {
      case "index" -> Optional.of(new Whole(index));
      case "key" -> text(entry.sha256Hex());
      case "uuid" -> text(entry.uuid().toString());
      case "fileKey" -> text(fileKey());
      case "fileName" -> text(fileName);
      case "mime" -> text(content.type());
      case "content" -> text(Base64.getEncoder().encodeToString(content.bytes()));
      case "upload" -> upload.map(Text::new);
      case "id" -> refs.entry().map(Text::new);
      case "person.id" -> ref("person");
      default -> ref(name.substring(REF.length()));
    };
  }

  private Optional<Value> ref(String role) {
    return Optional.ofNullable(refs.ids().get(role)).map(Text::new);
  }

  private static Optional<Value> text(String text) {
    return Optional.of(new Text(text));
  }
}
