// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.story;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gapless.examples.quickstart.console.ToldException;
import dev.gapless.examples.quickstart.console.Version;
import dev.gapless.examples.quickstart.host.DeskJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** {@code report.json}: the end of the story for programs. */
final class Report {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;

  Report(Path folder) {
    this.file = folder.resolve("report.json");
  }

  Path file() {
    return file;
  }

  /** Takes the report of an earlier run away, so that nobody takes it for this one's. */
  void clear() {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw notWritable();
    }
  }

  void write(Books books) {
    try {
      String text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json(books));
      Files.writeString(file, text + "\n", StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of nodes can always be written", e);
    } catch (IOException e) {
      throw notWritable();
    }
  }

  private ToldException notWritable() {
    return new ToldException(
        file + " cannot be written: check the rights and the room on this disk");
  }

  private static ObjectNode json(Books books) {
    ObjectNode report = JSON.createObjectNode().put("balanced", books.balanced());
    ArrayNode problems = report.putArray("problems");
    books.problems().forEach(problems::add);
    report.put("strategy", books.audit().once().replaceFirst(":.*", ""));
    report.set("totals", totals(books));
    report.set("crm", crm(books.crm()));
    report.set("platform", platform(books.platform()));
    report.set("audit", DeskJson.audits(List.of(books.audit())).get(0));
    report.set("deepAudit", DeskJson.deepAudits(List.of(books.deep())).get(0));
    report.set("versions", versions());
    return report;
  }

  /** Items by kind and outcome: as read back from the CRM, and as the journal has them. */
  private static ArrayNode totals(Books books) {
    ArrayNode totals = JSON.createArrayNode();
    Set<Total> all = new TreeSet<>(books.journal().totals().keySet());
    all.addAll(books.crm().totals().keySet());
    for (Total total : all) {
      totals
          .addObject()
          .put("kind", total.kind())
          .put("outcome", total.outcome())
          .put("shows", total.shows())
          .put("crm", books.crm().totals().getOrDefault(total, 0L))
          .put("journal", books.journal().totals().getOrDefault(total, 0L));
    }
    return totals;
  }

  private static ObjectNode crm(CrmSide crm) {
    return JSON.createObjectNode()
        .put("entries", crm.entries().size())
        .put("creates", crm.creates())
        .put("updates", crm.updates())
        .put("twice", crm.twice())
        .put("outOfOrder", crm.outOfOrder());
  }

  private static ObjectNode platform(Platform platform) {
    return JSON.createObjectNode()
        .put("acknowledgedItems", platform.kinds().size())
        .put("acknowledgedEvents", platform.events())
        .put("repeats", platform.repeats());
  }

  private static ObjectNode versions() {
    return JSON.createObjectNode()
        .put("gapless", Version.ofThis())
        .put("java", Runtime.version().toString())
        .put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
  }
}
