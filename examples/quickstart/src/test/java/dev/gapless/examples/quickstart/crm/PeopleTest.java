// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.crm;

import static dev.gapless.examples.quickstart.crm.CrmClient.change;
import static dev.gapless.examples.quickstart.crm.CrmClient.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeopleTest extends CrmTest {

  @Test
  void answersManyQueriesInTheirOrder() throws Exception {
    String ada = client.person("Ada", "phone=+4930000001", "wa-id=4930000001");
    String ben = client.person("Ben", "phone=+4930000002");
    String cem = client.person("Cem", "phone=+4930000002");

    var reply =
        client.search(
            "phone=+4930000002",
            "phone=+4999",
            "phone=+4930000001 wa-id=4930000001",
            "wa-id=+4930000001",
            "");

    assertThat(reply.list("results"))
        .extracting(result -> result.path("persons").findValuesAsText("id"))
        .containsExactly(List.of(ben, cem), List.of(), List.of(ada), List.of(), List.of());
    assertThat(reply.body().at("/results/2/persons/0"))
        .hasToString(
            """
            {"id":"P-1","name":"Ada","updatedAt":"2026-03-01T09:00:00Z"}""");
  }

  @Test
  void answersForAMergedPersonWithTheSurvivor() throws Exception {
    String old = client.person("Ada", "phone=+4930000001");
    String older = client.person("A.", "phone=+4930000002");
    String survivor = client.person("Ada L.", "phone=+4930000003");
    client.create(entry("k").put("personId", old));
    time.advance(Duration.ofMinutes(1));

    merge(older, old);
    merge(old, survivor);

    var reply = client.search("phone=+4930000002", "phone=+4930000001 phone=+4930000003");
    assertThat(reply.list("results"))
        .hasSize(2)
        .extracting(result -> result.path("persons").toString())
        .containsOnly(
            """
            [{"id":"P-3","name":"Ada L.","updatedAt":"2026-03-01T09:01:00Z"}]""");
    assertThat(crm.rows())
        .extracting(row -> row.text(Field.PERSON_ID).orElseThrow())
        .containsExactly(survivor);
    assertThat(client.create(entry("l").put("personId", old)).texts("results", "code"))
        .containsExactly("PERSON_GONE");
  }

  private void merge(String id, String into) throws Exception {
    var reply = client.call("POST", "/api/persons/" + id + "/merge", "{\"into\":\"" + into + "\"}");
    assertThat(reply.status()).isEqualTo(200);
  }

  @Test
  void forgetsADeletedPerson() throws Exception {
    String ada = client.person("Ada", "phone=+4930000001");
    client.create(entry("k"));

    assertThat(client.call("DELETE", "/api/persons/" + ada, "").status()).isEqualTo(200);

    assertThat(client.search("phone=+4930000001").body().at("/results/0/persons")).isEmpty();
    assertThat(client.update(change("T-1").put("personId", ada)).texts("results", "code"))
        .containsExactly("PERSON_GONE");
  }
}
