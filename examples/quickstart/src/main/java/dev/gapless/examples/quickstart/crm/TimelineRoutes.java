// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.crm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The calls about the timeline. */
final class TimelineRoutes {
  private static final int MOST_ENTRIES = 200;
  private static final int LONGEST_PAGE = 5_000;

  private final Timeline timeline;
  private final Supplier<Faults> faults;

  TimelineRoutes(Timeline timeline, Supplier<Faults> faults) {
    this.timeline = timeline;
    this.faults = faults;
  }

  Map<String, Function<Call, Work>> table() {
    return Map.of(
        "POST /api/timeline/batch",
            call -> batch(Work.Kind.CREATE, entries(call), timeline::create),
        "PATCH /api/timeline/batch",
            call -> batch(Work.Kind.UPDATE, entries(call), timeline::update),
        "DELETE /api/timeline/{id}", call -> Work.other(() -> delete(call.id())),
        "GET /api/timeline?keys", call -> lookUp(List.of(call.query("keys", "").split(","))),
        "GET /api/timeline", this::page,
        "GET /api/arrivals", this::arrivals);
  }

  private static Work batch(
      Work.Kind kind, List<ObjectNode> entries, UnaryOperator<List<ObjectNode>> write) {
    return new Work(
        kind, entries.size(), () -> Answer.ok(Json.list("results", write.apply(entries))));
  }

  private List<ObjectNode> entries(Call call) {
    List<ObjectNode> entries = call.objects("entries", MOST_ENTRIES);
    boolean update = call.route().startsWith("PATCH");
    entries.forEach(entry -> rejectUnknownField(entry, update));
    return entries;
  }

  private void rejectUnknownField(ObjectNode entry, boolean update) {
    for (Iterator<String> names = entry.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!(update && name.equals("id")) && !isField(name)) {
        throw unknownField(name);
      }
    }
  }

  private boolean isField(String name) {
    Optional<Field> field = Field.of(name);
    return field.isPresent() && !field.equals(faults.get().removedField());
  }

  private static Rejection unknownField(String name) {
    ObjectNode error = Json.object().put("code", "UNKNOWN_FIELD").put("field", name);
    ObjectNode body = Json.object();
    body.set("error", error);
    return new Rejection(Answer.of(400, body));
  }

  private Answer delete(String id) {
    return timeline.delete(id)
        ? Answer.ok(Json.object().put("id", id))
        : Answer.error(404, "ENTRY_GONE", "no such entry, or no longer");
  }

  private Work lookUp(List<String> keys) {
    if (!isField(Field.KEY.json())) {
      throw unknownField(Field.KEY.json());
    }
    if (keys.size() > MOST_ENTRIES) {
      throw Rejection.badRequest("keys must be a list of at most " + MOST_ENTRIES);
    }
    return new Work(Work.Kind.OTHER, keys.size(), () -> Answer.ok(found(timeline.lookUp(keys))));
  }

  private static ObjectNode found(List<Row> rows) {
    return Json.list(
        "entries", rows.stream().map(row -> row.toJson().retain("key", "id")).toList());
  }

  private Work page(Call call) {
    long from = from(call);
    int limit = limit(call, 500);
    return Work.other(() -> page(from, limit));
  }

  private Answer page(long from, int limit) {
    boolean more = from + limit < timeline.lastNumber();
    ObjectNode page =
        Json.list("entries", timeline.page(from, limit).stream().map(Row::toJson).toList());
    return Answer.ok(more ? page.put("next", from + limit) : page);
  }

  private Work arrivals(Call call) {
    long from = from(call);
    int limit = limit(call, 1_000);
    return Work.other(
        () ->
            Answer.ok(
                Json.list(
                    "arrivals",
                    timeline.arrivals().page(from, limit).stream().map(Arrival::toJson).toList())));
  }

  private static long from(Call call) {
    return call.number("from", 0, Integer.MAX_VALUE);
  }

  private static int limit(Call call, int otherwise) {
    return (int) call.number("limit", otherwise, LONGEST_PAGE);
  }
}
