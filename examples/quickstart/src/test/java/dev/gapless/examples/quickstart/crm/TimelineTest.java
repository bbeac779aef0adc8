// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.crm;

import static dev.gapless.examples.quickstart.crm.CrmClient.change;
import static dev.gapless.examples.quickstart.crm.CrmClient.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gapless.examples.quickstart.crm.CrmClient.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimelineTest extends CrmTest {
  private static final int WRITERS = 8;
  private static final int BATCHES = 10;
  private static final int KEYS = 200 * BATCHES;

  @Test
  void acceptsEachKeyOnceFromManyWriters() throws Exception {
    List<JsonNode> results = writeTheSameKeysEverywhere();

    Map<String, String> ids = new HashMap<>();
    crm.rows().forEach(row -> ids.put(row.text(Field.KEY).orElseThrow(), row.id()));
    assertThat(crm.rows()).hasSize(KEYS);
    assertThat(ids).hasSize(KEYS);
    assertThat(results)
        .allSatisfy(result -> assertThat(ids).containsEntry(key(result), id(result)));
    assertThat(results).filteredOn(result -> status(result) == 201).hasSize(KEYS);
    assertThat(results)
        .filteredOn(result -> status(result) == 409)
        .hasSize(KEYS * (WRITERS - 1))
        .allMatch(result -> key(result).equals(result.path("existingKey").asText()));
  }

  @Test
  void acceptsEveryCopyWhenKeysAreNotEnforced() throws Exception {
    faults(some -> some.unique(false));

    assertThat(writeTheSameKeysEverywhere()).extracting(TimelineTest::status).containsOnly(201);
    assertThat(crm.rows()).hasSize(KEYS * WRITERS);
    assertThat(client.lookUp("k-5").list("entries")).hasSize(WRITERS);
  }

  /** All writers send the same batch at the same moment, one batch after the other. */
  private List<JsonNode> writeTheSameKeysEverywhere() throws Exception {
    CyclicBarrier together = new CyclicBarrier(WRITERS);
    return onAllWriters(
        writer -> {
          List<JsonNode> results = new ArrayList<>();
          for (int first = 0; first < KEYS; first += 200) {
            together.await(2, TimeUnit.MINUTES);
            results.addAll(client.create(entries(first, 200)).list("results"));
          }
          return results;
        });
  }

  private static ObjectNode[] entries(int first, int count) {
    return IntStream.range(first, first + count)
        .mapToObj(key -> entry("k-" + key))
        .toArray(ObjectNode[]::new);
  }

  @Test
  void logsEveryWriteOnceAndInTheOrderOfEachConversation() throws Exception {
    int entriesEach = 40;
    onAllWriters(writer -> writeConversation("c-" + writer, entriesEach));

    List<Arrival> arrivals = crm.arrivals();
    assertThat(arrivals)
        .extracting(Arrival::number)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 640).mapToObj(Long::valueOf).toList());
    for (int writer = 0; writer < WRITERS; writer++) {
      String conversation = "c-" + writer;
      List<Arrival> own =
          arrivals.stream()
              .filter(arrival -> arrival.conversation().orElseThrow().equals(conversation))
              .toList();
      assertThat(ofKind(own, Arrival.Op.CREATE)).hasSize(entriesEach).isSorted();
      assertThat(ofKind(own, Arrival.Op.UPDATE)).hasSize(entriesEach).isSorted();
    }
    assertThat(pagedArrivals(100))
        .isEqualTo(arrivals.stream().map(arrival -> arrival.toJson().toString()).toList());
  }

  private List<JsonNode> writeConversation(String conversation, int entries) throws Exception {
    for (int sequence = 1; sequence <= entries; sequence++) {
      ObjectNode entry =
          entry(conversation + "/" + sequence)
              .put("conversation", conversation)
              .put("sequence", sequence);
      String id = id(client.create(entry).list("results").get(0));
      client.update(change(id).put("revision", 2));
    }
    return List.of();
  }

  private static List<Long> ofKind(List<Arrival> arrivals, Arrival.Op op) {
    return arrivals.stream()
        .filter(arrival -> arrival.op() == op)
        .map(arrival -> arrival.sequence().orElseThrow())
        .toList();
  }

  private List<String> pagedArrivals(int limit) throws Exception {
    List<String> all = new ArrayList<>();
    List<JsonNode> page;
    do {
      page = client.get("/api/arrivals?from=" + all.size() + "&limit=" + limit).list("arrivals");
      page.forEach(arrival -> all.add(arrival.toString()));
    } while (!page.isEmpty());
    return all;
  }

  @Test
  void saysInTheLogWhatWasWritten() throws Exception {
    client.create(
        entry("k")
            .put("conversation", "c")
            .put("sequence", 7)
            .put("revision", 1)
            .put("occurredAt", "2026-02-28T23:59:59Z"));
    time.advance(Duration.ofSeconds(5));
    client.update(change("T-1").put("revision", 2));

    assertThat(client.get("/api/arrivals").body())
        .hasToString(
            """
            {"arrivals":[\
            {"id":"T-1","key":"k","conversation":"c","occurredAt":"2026-02-28T23:59:59Z",\
            "sequence":7,"revision":1,"arrival":1,"at":"2026-03-01T09:00:00Z","op":"create"},\
            {"id":"T-1","key":"k","conversation":"c","occurredAt":"2026-02-28T23:59:59Z",\
            "sequence":7,"revision":2,"arrival":2,"at":"2026-03-01T09:00:05Z","op":"update"}]}""");
  }

  @Test
  void hidesNewEntriesFromTheLookUpOnlyUntilTheLagIsOver() throws Exception {
    faults(some -> some.lookupLag(Duration.ofSeconds(5)));
    client.create(entry("k"));

    time.advance(Duration.ofMillis(4_999));
    assertThat(client.lookUp("k", "other").list("entries")).isEmpty();
    assertThat(client.get("/api/timeline").texts("entries", "key")).containsExactly("k");

    time.advance(Duration.ofMillis(1));
    assertThat(client.lookUp("k", "other").body())
        .hasToString("{\"entries\":[{\"id\":\"T-1\",\"key\":\"k\"}]}");
  }

  @Test
  void changesOnlyTheFieldsThatWereSent() throws Exception {
    client.create(entry("k").put("text", "first").put("author", "A"));

    Reply reply = client.update(change("T-1").put("text", "second"), change("T-9").put("text", ""));

    assertThat(reply.body())
        .hasToString(
            """
            {"results":[{"status":200,"id":"T-1","key":"k"},\
            {"status":404,"code":"ENTRY_GONE","id":"T-9"}]}""");
    assertThat(crm.rows().get(0).text(Field.TEXT)).contains("second");
    assertThat(crm.rows().get(0).text(Field.AUTHOR)).contains("A");
  }

  @Test
  void emptiesAFieldThatWasSentAsNull() throws Exception {
    client.create(entry("k").put("text", "first"));

    client.update(change("T-1").putNull("text"));

    assertThat(crm.rows().get(0).text(Field.TEXT)).isEmpty();
  }

  @Test
  void judgesEachEntryOfABatchByItself() throws Exception {
    String person = client.person("Ada", "phone=+4930000001");
    client.call("DELETE", "/api/persons/" + person, "");

    Reply reply =
        client.create(
            entry("a"),
            entry("b").put("text", 5),
            entry("c").put("personId", person),
            entry("a"),
            entry("d").put("sequence", "7"),
            entry("e").put("occurredAt", "yesterday"),
            entry("f").put("text", "x".repeat(32_001)),
            entry("g,h"),
            entry("i").putNull("personId"));

    assertThat(reply.statuses()).containsExactly(201, 422, 404, 409, 422, 422, 422, 422, 201);
    assertThat(reply.texts("results", "field"))
        .containsExactly("", "text", "", "", "sequence", "occurredAt", "text", "key", "");
    assertThat(reply.texts("results", "key"))
        .containsExactly("a", "b", "c", "a", "d", "e", "f", "g,h", "i");
    assertThat(reply.body().at("/results/3"))
        .hasToString(
            """
            {"status":409,"code":"DUPLICATE_KEY","id":"T-1","existingKey":"a","key":"a"}""");
    assertThat(client.get("/api/timeline").texts("entries", "key")).containsExactly("a", "i");
  }

  @Test
  void neverChangesAKey() throws Exception {
    client.create(entry("k"));

    assertThat(client.update(change("T-1").put("key", "k").put("text", "x")).statuses())
        .containsExactly(200);
    assertThat(client.update(change("T-1").put("key", "l")).statuses()).containsExactly(422);
    assertThat(client.lookUp("k", "l").texts("entries", "key")).containsExactly("k");
  }

  @Test
  void keepsHalfACharacterAsItCame() throws Exception {
    String lone = "{\"entries\":[{\"key\":\"k\",\"text\":\"a\\ud83d \\u0627\"}]}";

    assertThat(client.call("POST", "/api/timeline/batch", lone).statuses()).containsExactly(201);
    assertThat(client.get("/api/timeline").raw().body())
        .asString(StandardCharsets.US_ASCII)
        .containsIgnoringCase("\"a\\ud83d \\u0627\"");
  }

  @Test
  void pagesOverAllEntriesAndSkipsDeletedOnes() throws Exception {
    client.create(entries(0, 100));
    for (int number = 31; number <= 60; number++) {
      client.call("DELETE", "/api/timeline/T-" + number, "");
    }

    List<String> ids = new ArrayList<>();
    Reply page = client.get("/api/timeline?from=0&limit=30");
    ids.addAll(page.texts("entries", "id"));
    while (page.body().has("next")) {
      page = client.get("/api/timeline?limit=30&from=" + page.body().get("next").asText());
      ids.addAll(page.texts("entries", "id"));
    }

    assertThat(ids).isEqualTo(crm.rows().stream().map(Row::id).toList()).hasSize(70);
  }

  @Test
  void showsAllFieldsAndWhenTheyArrived() throws Exception {
    client.create(entry("k").put("kind", "message").put("sequence", 3));
    client.create(entry("l"));
    client.update(change("T-1").put("text", "edited"));

    JsonNode row = client.get("/api/timeline").body().at("/entries/0");

    assertThat(row.path("arrived").intValue()).isEqualTo(1);
    assertThat(row.path("updated").intValue()).isEqualTo(3);
    assertThat(row.path("text").textValue()).isEqualTo("edited");
    assertThat(row.path("sequence").intValue()).isEqualTo(3);
    assertThat(row.path("personId").isNull()).isTrue();
    assertThat(row.fieldNames())
        .toIterable()
        .contains(Field.stream().map(Field::json).toArray(String[]::new));
  }

  @Test
  void freesTheKeyOfADeletedEntry() throws Exception {
    client.create(entry("k"));

    assertThat(client.call("DELETE", "/api/timeline/T-1", "").status()).isEqualTo(200);
    assertThat(client.call("DELETE", "/api/timeline/T-1", "").errorCode()).isEqualTo("ENTRY_GONE");
    assertThat(client.lookUp("k").list("entries")).isEmpty();
    assertThat(client.create(entry("k")).texts("results", "id")).containsExactly("T-2");
  }

  private List<JsonNode> onAllWriters(WriterTask task) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(WRITERS);
    try {
      List<Callable<List<JsonNode>>> calls = new ArrayList<>();
      for (int writer = 0; writer < WRITERS; writer++) {
        int number = writer;
        calls.add(() -> task.run(number));
      }
      List<JsonNode> results = new ArrayList<>();
      for (Future<List<JsonNode>> done : pool.invokeAll(calls)) {
        results.addAll(done.get());
      }
      return results;
    } finally {
      pool.shutdownNow();
    }
  }

  private interface WriterTask {
    List<JsonNode> run(int writer) throws Exception;
  }

  private static String key(JsonNode result) {
    return result.path("key").asText();
  }

  private static String id(JsonNode result) {
    return result.path("id").asText();
  }

  private static int status(JsonNode result) {
    return result.path("status").intValue();
  }
}
