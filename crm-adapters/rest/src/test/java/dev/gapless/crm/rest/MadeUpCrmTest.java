// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest;

import static dev.gapless.crm.rest.Connections.changedEntry;
import static dev.gapless.crm.rest.Connections.entry;
import static dev.gapless.crm.rest.Connections.message;
import static dev.gapless.crm.rest.Connections.newEntry;
import static dev.gapless.crm.rest.Connections.party;
import static dev.gapless.crm.rest.FakeCrm.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gapless.api.CrmRefs;
import dev.gapless.api.Refusal.Category;
import dev.gapless.api.crm.LookupAnswer;
import dev.gapless.api.crm.PeopleAnswer;
import dev.gapless.api.crm.WriteOutcome;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A preset written for a CRM that does not exist, with the README alone at hand. */
class MadeUpCrmTest {
  private static final String CREATE = "POST /q/2/folders/social/slips";
  private FakeCrm crm;
  private RestCrmAdapter adapter;

  @BeforeEach
  void open() throws Exception {
    crm = new FakeCrm();
    String preset =
        java.nio.file.Path.of(MadeUpCrmTest.class.getResource("/presets/quill.json").toURI())
            .toString();
    adapter =
        Connections.open(
            new java.util.HashMap<>(Map.of("preset", preset, "url", crm.url(), "api-key", "k")));
    crm.on(CREATE, s -> FakeCrm.with("Location", "../slips/77?x=1", json(201, "")));
  }

  @AfterEach
  void close() {
    crm.close();
  }

  @Test
  void anEntryIsAFormAndItsIdIsInTheLocation() {
    String text = "a&b=c <i>+ %20 \uD83D\uDE00";
    assertThat(adapter.write(List.of(entry(1, message("m", text)))).values())
        .containsExactly(WriteOutcome.written(CrmRefs.entry("77")));
    FakeCrm.Seen seen = crm.seen(CREATE).get(0);
    assertThat(seen.header("X-quill")).isEqualTo("key=k");
    assertThat(seen.header("X-quill-silent")).isEqualTo("yes");
    assertThat(seen.body().split("&")).hasSize(4);
    assertThat(URLDecoder.decode(seen.body(), StandardCharsets.UTF_8))
        .contains("a&amp;b=c &lt;i&gt;+ %20 \uD83D\uDE00</p>");
  }

  @Test
  void withoutLocationNobodyKnows() {
    for (String location : List.of("", "///", "?x")) {
      crm.on(CREATE, s -> FakeCrm.with("Location", location, json(201, "")));
      assertThat(adapter.write(List.of(newEntry(1))).values())
          .singleElement()
          .isInstanceOf(WriteOutcome.Unknown.class);
    }
  }

  @Test
  void aBusyPileIsTriedAgainAndAGoneSlipIsGone() {
    crm.on(CREATE, s -> json(200, "{\"say\":[\"slip pile is busy\"]}"));
    assertThat(category(adapter.write(List.of(newEntry(1))))).isEqualTo(Category.TRANSIENT);
    crm.on("PUT /q/2/slips/T-1", s -> json(404, "{}"));
    assertThat(category(adapter.write(List.of(changedEntry(1))))).isEqualTo(Category.GONE);
  }

  @Test
  void only404WithTheRightWordsMeansNobody() {
    crm.on("GET /q/2/persons", s -> json(404, "{\"why\":\"no match\"}"));
    crm.on("GET /q/2/slips", s -> json(404, "{\"why\":\"no match\"}"));
    assertThat(adapter.findPeople(List.of(party("A", "491713920001"))))
        .isEqualTo(new PeopleAnswer.Found(List.of(List.of())));
    assertThat(adapter.lookUp(List.of(newEntry(1).key())))
        .isEqualTo(new LookupAnswer.Found(Map.of()));
    crm.on("GET /q/2/persons", s -> json(404, "{}"));
    assertThat(adapter.findPeople(List.of(party("A", "491713920001"))))
        .isInstanceOf(PeopleAnswer.Refused.class);
  }

  private static Category category(Map<?, WriteOutcome> outcomes) {
    return ((WriteOutcome.Refused) outcomes.values().iterator().next()).refusal().category();
  }
}
