// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.salesforce;

import static dev.gapless.crm.salesforce.Connections.party;
import static dev.gapless.crm.salesforce.FakeOrg.error;
import static dev.gapless.crm.salesforce.FakeOrg.object;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gapless.api.CrmRefs;
import dev.gapless.api.Identifier;
import dev.gapless.api.Party;
import dev.gapless.api.Refusal.Category;
import dev.gapless.api.crm.CrmPerson;
import dev.gapless.api.crm.Entry;
import dev.gapless.api.crm.PeopleAnswer;
import dev.gapless.api.crm.WriteOutcome;
import dev.gapless.crm.salesforce.call.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PeopleTest extends OrgTest {
  private static final Instant CHANGED = Instant.parse("2026-11-20T08:00:00Z");

  @Test
  void asManyNumbersAsACallHasEntriesCostOneCallAndAreAnsweredInTheirOrder() {
    List<Party> parties = numbers(200);
    records(
        "Contact",
        contact(7).put("MobilePhone", "07700 900007"),
        contact(9).put("Phone", "+447700900009"),
        contact(190).put("OtherPhone", "+447700900190"));
    List<List<CrmPerson>> found = find(Connections.open(org), parties);

    assertThat(found).hasSize(200);
    assertThat(found.get(7)).containsExactly(new CrmPerson(id(7), "Contact", CHANGED));
    assertThat(found.get(9)).extracting(CrmPerson::id).containsExactly(id(9));
    assertThat(found.get(190)).extracting(CrmPerson::id).containsExactly(id(190));
    assertThat(found.stream().filter(one -> !one.isEmpty())).hasSize(3);
    List<FakeOrg.Seen> calls = org.seen(FakeOrg.QUERY);
    assertThat(calls).hasSize(1);
    assertThat(calls.get(0).questions()).hasSizeLessThanOrEqualTo(Query.MOST);
    assertThat(calls.get(0).questions()).allMatch(text -> text.length() <= Query.LONGEST);
  }

  @Test
  void whatDoesNotFitIntoTheQuestionsOfOneCallIsAskedInMore() {
    find(
        Connections.open(org, "person-accounts", "true", "region", "US"),
        numbers(200).stream().map(PeopleTest::withMore).toList());
    List<FakeOrg.Seen> calls = org.seen(FakeOrg.QUERY);
    assertThat(calls).hasSizeGreaterThan(1);
    assertThat(calls).allMatch(call -> call.questions().size() <= Query.MOST);
    assertThat(calls)
        .allMatch(
            call -> call.questions().stream().allMatch(text -> text.length() <= Query.LONGEST));
  }

  /** The same person with a number of another country as well. */
  private static Party withMore(Party party) {
    String other = party.identifiers().get(0).value().replaceFirst("^44", "49");
    return party("P", party.identifiers().get(0), new Identifier(Identifier.PHONE, "+" + other));
  }

  private static List<Party> numbers(int count) {
    List<Party> parties = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      parties.add(party("P", String.format("4477009%05d", i)));
    }
    return parties;
  }

  @Test
  void theFormsPeopleWriteANumberInAreAllAskedFor() {
    find(
        Connections.open(org, "region", "US"),
        List.of(party("P", new Identifier(Identifier.PHONE, "+1 415 555 2671 ext. 12"))));
    String question = org.seen(FakeOrg.QUERY).get(0).questions().get(0);
    assertThat(question)
        .contains("'+14155552671'", "'14155552671'", "'(415) 555-2671", "'4155552671")
        .contains("Phone IN", "MobilePhone IN", "HomePhone IN", "OtherPhone IN");
  }

  @Test
  void mailAndOwnFieldsAreLookedForWithoutRegardToCase() {
    records(
        "Contact",
        contact(1).put("Email", "Ada@Example.com"),
        contact(2).put("Gapless_WhatsApp_User_Id__c", "de.123"));
    List<List<CrmPerson>> found =
        find(
            Connections.open(org),
            List.of(
                party("A", new Identifier("email", "ada@example.com")),
                party("B", new Identifier(Identifier.WHATSAPP_USER_ID, "DE.123")),
                party("C", new Identifier(Identifier.HANDLE, "@ada"))));
    assertThat(found.get(0)).extracting(CrmPerson::id).containsExactly(id(1));
    assertThat(found.get(1)).extracting(CrmPerson::id).containsExactly(id(2));
    assertThat(found.get(2)).isEmpty();
  }

  @Test
  void severalPeopleAreAllToldAndNoneIsChosen() {
    records(
        "Contact",
        contact(1).put("Email", "a@example.com"),
        contact(2).put("Email", "a@example.com"));
    records("Lead", lead(3).put("Email", "a@example.com"));
    assertThat(
            find(
                    Connections.open(org),
                    List.of(party("A", new Identifier("email", "a@example.com"))))
                .get(0))
        .extracting(CrmPerson::type)
        .containsExactly("Contact", "Contact", "Lead");
  }

  @Test
  void aConvertedLeadIsTheContactItBecame() {
    records("Contact", contact(1).put("Email", "a@example.com"));
    records(
        "Lead",
        lead(3)
            .put("Email", "a@example.com")
            .put("IsConverted", true)
            .put("ConvertedContactId", id(1)),
        lead(4)
            .put("Email", "a@example.com")
            .put("IsConverted", true)
            .putNull("ConvertedContactId"));
    assertThat(
            find(
                    Connections.open(org),
                    List.of(party("A", new Identifier("email", "a@example.com"))))
                .get(0))
        .extracting(CrmPerson::id)
        .containsExactly(id(1));
  }

  @Test
  void aPersonAccountIsItsContact() {
    records(
        "Account",
        object()
            .put("Id", "001000000000001")
            .put("PersonEmail", "a@example.com")
            .put("PersonContactId", id(8)),
        object()
            .put("Id", "001000000000002")
            .put("PersonEmail", "a@example.com")
            .putNull("PersonContactId"));
    assertThat(
            find(
                    Connections.open(org, "person-accounts", "true", "leads", "false"),
                    List.of(party("A", new Identifier("email", "a@example.com"))))
                .get(0))
        .containsExactly(new CrmPerson(id(8), "Contact", Instant.EPOCH));
    assertThat(org.seen(FakeOrg.QUERY).get(0).questions()).hasSize(2);
  }

  @Test
  void theFieldsWeShipAreSearchedWithoutASetting() {
    records("Contact", contact(1).put("Gapless_Page_Scoped_Id__c", "7001"));
    records(
        "Account",
        object()
            .put("Id", "001000000000001")
            .put("Gapless_X_User_Id__pc", "42")
            .put("PersonContactId", id(8)));
    List<List<CrmPerson>> found =
        find(
            Connections.open(org, "person-accounts", "true"),
            List.of(
                party("A", new Identifier(Identifier.FACEBOOK_PSID, "7001")),
                party("B", new Identifier("x_user_id", "42"))));
    assertThat(found.get(0)).extracting(CrmPerson::id).containsExactly(id(1));
    assertThat(found.get(1)).extracting(CrmPerson::id).containsExactly(id(8));
  }

  @Test
  void aChangeLocksTheAccountAfterARestartToo() {
    records(
        "Contact", contact(1).put("Email", "a@example.com").put("AccountId", "001000000000005"));
    SalesforceAdapter before = Connections.open(org, "task-status", "Done");
    CrmPerson person =
        find(before, List.of(party("A", new Identifier("email", "a@example.com")))).get(0).get(0);
    for (String text : List.of("short", "word ".repeat(10_000))) {
      Entry entry =
          new Entry(Connections.message("m", text).build(), 1, Optional.of(person), CrmRefs.none());
      WriteOutcome outcome = Connections.write(before, entry);
      CrmRefs refs =
          outcome instanceof WriteOutcome.Written written
              ? written.refs()
              : ((WriteOutcome.Refused) outcome).refs();
      assertThat(refs.entry()).isPresent();
      Entry change = new Entry(entry.interaction(), 1, Optional.empty(), refs);
      assertThat(Connections.open(org, "inbox", "500000000000001").lockKeys(change))
          .containsExactlyInAnyOrder(id(1), "001000000000005");
    }
  }

  @Test
  void aPersonAndTheAccountItLocksAreTheLocksOfAnEntry() {
    records(
        "Contact", contact(1).put("Email", "a@example.com").put("AccountId", "001000000000005"));
    SalesforceAdapter adapter = Connections.open(org);
    CrmPerson person =
        find(adapter, List.of(party("A", new Identifier("email", "a@example.com")))).get(0).get(0);
    Entry entry =
        new Entry(Connections.message("m", "t").build(), 1, Optional.of(person), CrmRefs.none());
    assertThat(adapter.lockKeys(entry)).containsExactlyInAnyOrder(id(1), "001000000000005");
  }

  @Test
  void whateverAStrangerIsCalledCannotLeaveItsLiteral() {
    String hostile = "x' OR Name != '\\\n%_\"";
    find(Connections.open(org), List.of(party("A", new Identifier("email", hostile))));
    assertThat(org.seen(FakeOrg.QUERY).get(0).questions().get(0))
        .endsWith("WHERE Email IN ('x\\' OR Name != \\'\\\\\\n%_\\\"')");
  }

  @Test
  void aQuestionThatIsTooMuchIsAskedInHalves() {
    org.on(
        FakeOrg.QUERY,
        s ->
            s.questions().get(0).length() > 700
                ? FakeOrg.json(
                    200,
                    FakeOrg.answers(s, q -> List.of())
                        .deepCopy()
                        .set("compositeResponse", tooMuch(s)))
                : FakeOrg.json(200, FakeOrg.answers(s, q -> List.of())));
    List<Party> parties = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      parties.add(party("P", "44770090000" + i));
    }
    assertThat(find(Connections.open(org), parties)).hasSize(8);
    assertThat(org.seen(FakeOrg.QUERY).size()).isGreaterThan(2);
  }

  @Test
  void whatWasTooMuchOnceIsNotTriedAgain() {
    org.on(
        FakeOrg.QUERY,
        s ->
            s.questions().size() > 3
                ? FakeOrg.json(400, tooMuch(s).get(0).get("body"))
                : FakeOrg.json(200, FakeOrg.answers(s, q -> List.of())));
    SalesforceAdapter adapter = Connections.open(org);
    find(adapter, numbers(200));
    int refused = org.seen(FakeOrg.QUERY).size();
    assertThat(refused).isEqualTo(3);
    find(adapter, numbers(200));
    assertThat(org.seen(FakeOrg.QUERY).size() - refused).isEqualTo(2);
  }

  @Test
  void anErrorIsNeverReadAsNobody() {
    org.on(
        FakeOrg.QUERY, s -> error(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded."));
    assertThat(refused().category()).isEqualTo(Category.QUOTA);
    org.on(FakeOrg.QUERY, s -> FakeOrg.text(200, "text/html", "<html>"));
    assertThat(refused().category()).isEqualTo(Category.SETUP);
    org.on(FakeOrg.QUERY, s -> com.sun.net.httpserver.HttpExchange::close);
    assertThat(refused().category()).isEqualTo(Category.OUTAGE);
  }

  @Test
  void whoHasNothingToAskForCostsNoCall() {
    assertThat(find(Connections.open(org), List.of(new Party(Optional.of("A"), List.of()))).get(0))
        .isEmpty();
    assertThat(org.seen(FakeOrg.QUERY)).isEmpty();
  }

  private dev.gapless.api.Refusal refused() {
    return ((PeopleAnswer.Refused)
            Connections.open(org).findPeople(List.of(party("A", "447700900001"))))
        .refusal();
  }

  private static com.fasterxml.jackson.databind.JsonNode tooMuch(FakeOrg.Seen seen) {
    var parts = object().arrayNode();
    seen.questions()
        .forEach(
            q ->
                parts
                    .addObject()
                    .put("httpStatusCode", 400)
                    .putArray("body")
                    .addObject()
                    .put("errorCode", "QUERY_TOO_COMPLICATED")
                    .put("message", "too complicated"));
    return parts;
  }

  private final java.util.Map<String, List<ObjectNode>> records = new java.util.HashMap<>();

  private void records(String from, ObjectNode... rows) {
    records.put(from, List.of(rows));
    org.onQuestion(
        q ->
            records.entrySet().stream()
                .filter(e -> q.contains(" FROM " + e.getKey() + " "))
                .flatMap(e -> e.getValue().stream())
                .filter(row -> isAskedFor(q, row))
                .toList());
  }

  /** Whether a condition of the question names a value of the record, as the platform compares. */
  private static boolean isAskedFor(String question, ObjectNode row) {
    return row.properties().stream()
        .filter(field -> field.getValue().isTextual())
        .anyMatch(
            field ->
                Pattern.compile(
                        "[ (]"
                            + field.getKey()
                            + " IN \\([^()]*'"
                            + Pattern.quote(field.getValue().textValue()),
                        Pattern.CASE_INSENSITIVE)
                    .matcher(question.replaceAll("\\((\\d+)\\)", "<$1>"))
                    .find());
  }

  private static List<List<CrmPerson>> find(SalesforceAdapter adapter, List<Party> parties) {
    return ((PeopleAnswer.Found) adapter.findPeople(parties)).matches();
  }

  private static String id(int number) {
    return String.format("003%012dAAA", number);
  }

  private static ObjectNode contact(int number) {
    return object().put("Id", id(number)).put("LastModifiedDate", "2026-11-20T08:00:00.000+0000");
  }

  private static ObjectNode lead(int number) {
    return object().put("Id", String.format("00Q%012dAAA", number)).put("IsConverted", false);
  }
}
