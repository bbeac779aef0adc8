// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest;

import static dev.gapless.crm.rest.Connections.entry;
import static dev.gapless.crm.rest.Connections.message;
import static dev.gapless.crm.rest.Connections.newEntry;
import static dev.gapless.crm.rest.Connections.party;
import static dev.gapless.crm.rest.FakeCrm.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.CrmRefs;
import dev.gapless.api.Identifier;
import dev.gapless.api.Party;
import dev.gapless.api.Refusal;
import dev.gapless.api.crm.Entry;
import dev.gapless.api.crm.LookupAnswer;
import dev.gapless.api.crm.PeopleAnswer;
import dev.gapless.api.crm.PersonMaker;
import dev.gapless.api.crm.PersonMaker.Answer;
import dev.gapless.api.crm.WriteOutcome;
import dev.gapless.api.crm.WriteOutcome.Written;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every preset that comes with the adapter. */
class BundledPresetsTest {
  private FakeCrm crm;

  @BeforeEach
  void open() throws Exception {
    crm = new FakeCrm();
  }

  @AfterEach
  void close() {
    crm.close();
  }

  @ParameterizedTest
  @EnumSource
  void hostileTextIsStoredExactlyAndInjectsNothing(Bundled preset) {
    RestCrmAdapter adapter = preset.open(crm);
    List<String> corpus = HostileTextTest.corpus().toList();
    for (int i = 0; i < corpus.size(); i++) {
      String author = corpus.get(i).isBlank() ? "x" : corpus.get(i);
      Entry hostile =
          entry(i, message("m" + i, corpus.get(i)).author(party(author, "491510000001")));
      assertThat(adapter.write(List.of(hostile)).get(hostile.key())).isInstanceOf(Written.class);

      List<FakeCrm.Seen> seen = crm.seen(preset.create);
      JsonNode sent = seen.get(seen.size() - 1).json();
      assertThat(preset.text(sent)).isEqualTo(corpus.get(i));
      assertThat(shape(sent)).as(corpus.get(i)).isEqualTo(shape(seen.get(0).json()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void noAnswerThatIsNotSuccessCountsAsWritten(Bundled preset) {
    for (FakeCrm.Reply bad : bad()) {
      RestCrmAdapter adapter = preset.open(crm);
      crm.on(preset.create, s -> bad);
      Entry entry = newEntry(1);
      WriteOutcome outcome =
          adapter.write(List.of(entry)).getOrDefault(entry.key(), WriteOutcome.unknown("omitted"));
      assertThat(outcome).isNotInstanceOf(Written.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void noAnswerThatIsNoListMeansNobodyOrAbsent(Bundled preset) {
    for (FakeCrm.Reply bad : bad()) {
      RestCrmAdapter adapter = preset.open(crm);
      crm.on(preset.people, s -> bad);
      assertThat(adapter.findPeople(List.of(party("A", "491510000001"))))
          .isInstanceOf(PeopleAnswer.Refused.class);
      crm.on("GET /api/v1/CSocialMessage", s -> bad);
      crm.on("POST /json/2/mail.message/search_read", s -> bad);
      if (preset == Bundled.ESPOCRM || preset == Bundled.ODOO) {
        assertThat(adapter.lookUp(List.of(newEntry(1).key())))
            .isInstanceOf(LookupAnswer.Refused.class);
      }
      assertThat(adapter.checkSetup().findings()).isNotEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPersonIsMadeWithANumberTheSearchFindsAndNothingElseCountsAsMade(Bundled preset) {
    PersonMaker maker = (PersonMaker) preset.open(crm);
    for (String name : List.of("Ada", "\"}],{{phone}} \u202e<b>")) {
      assertThat(maker.make(party(name, "491510000001"))).isInstanceOf(Answer.Made.class);
    }
    List<FakeCrm.Seen> seen = crm.seen(preset.make);
    assertThat(seen.get(0).body()).contains("+491510000001", "Ada");
    assertThat(shape(seen.get(1).json())).isEqualTo(shape(seen.get(0).json()));

    for (FakeCrm.Reply bad : bad()) {
      crm.on(preset.make, s -> bad);
      assertThat(maker.make(party("Ada", "491510000001"))).isNotInstanceOf(Answer.Made.class);
    }
    for (FakeCrm.Reply lost :
        List.of(FakeCrm.hangUp(), FakeCrm.cutOff(), json(500, "{}"), json(200, "{}"))) {
      crm.on(preset.make, s -> lost);
      assertThat(maker.make(party("Ada", "491510000001"))).isInstanceOf(Answer.Unknown.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void nobodyIsMadeWhomTheSearchCouldNotFindAgain(Bundled preset) {
    PersonMaker maker = (PersonMaker) preset.open(crm);
    Party unfindable =
        new Party(Optional.of("Ada"), List.of(new Identifier(Identifier.WHATSAPP_USER_ID, "DE.1")));
    Answer.Refused refused = (Answer.Refused) maker.make(unfindable);
    assertThat(refused.refusal().scope()).isEqualTo(Refusal.Scope.ENTRY);
    assertThat(refused.refusal().detail()).contains("could not find this person again");
    assertThat(crm.seen(preset.make)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void everyBodyHoldsTheSwitchesThatKeepTheCrmFromMailingTheCustomer(Bundled preset) {
    RestCrmAdapter adapter = preset.open(crm);
    adapter.write(List.of(newEntry(1)));
    Entry known = newEntry(1);
    CrmRefs refs = new CrmRefs(Map.of(CrmRefs.ENTRY, "T-1", "ticket", "5"));
    adapter.write(List.of(new Entry(known.interaction(), 1, known.person(), refs)));
    adapter.write(List.of(new Entry(newEntry(2).interaction(), 2, Optional.empty(), refs)));
    adapter.write(
        List.of(new Entry(newEntry(3).interaction(), 3, Optional.empty(), CrmRefs.none())));
    ((PersonMaker) adapter).make(party("Ada", "491510000001"));

    List<FakeCrm.Seen> writes =
        crm.writes().stream().filter(each -> !each.route().contains("/oauth/")).toList();
    assertThat(writes).hasSizeGreaterThanOrEqualTo(5);
    assertThat(writes).allSatisfy(each -> assertThat(mailsNobody(preset, each)).isTrue());
  }

  private static boolean mailsNobody(Bundled preset, FakeCrm.Seen seen) {
    JsonNode body = seen.json();
    return switch (preset) {
      // Neither has anything that mails a contact when such a record is made.
      case ESPOCRM, HUBSPOT -> true;
      case ODOO ->
          seen.route().endsWith("/mail.message/write")
              || seen.route().endsWith("/res.partner/create")
              || (body.path("subtype_xmlid").asText().equals("mail.mt_note")
                  && body.path("partner_ids").isEmpty()
                  && body.path("partner_ids").isArray());
      case ZOHO -> body.path("trigger").isArray() && body.path("trigger").isEmpty();
      case ZENDESK ->
          body.at("/user/skip_verify_email").asBoolean()
              || (body.at("/ticket/comment/public").isBoolean()
                  && !body.at("/ticket/comment/public").booleanValue());
    };
  }

  private static List<FakeCrm.Reply> bad() {
    return List.of(
        FakeCrm.text(200, "text/html", "<html>Log in</html>"),
        FakeCrm.text(200, "application/json", ""),
        json(200, "{\"error\":{\"code\":200,\"message\":\"no such field\"}}"),
        json(200, "false"),
        FakeCrm.with("Location", "https://elsewhere.example/", json(302, "{}")),
        json(500, "{}"),
        json(200, "{\"id\":\"1\",\"x\":\"" + "x".repeat(20 * 1024 * 1024) + "\"}"));
  }

  /** The names of all members, at every depth. */
  private static String shape(JsonNode node) {
    StringBuilder names = new StringBuilder();
    node.properties()
        .forEach(e -> names.append(e.getKey()).append(shape(e.getValue())).append(';'));
    node.forEach(each -> names.append(node.isArray() ? "[" + shape(each) + "]" : ""));
    return names.toString();
  }
}
