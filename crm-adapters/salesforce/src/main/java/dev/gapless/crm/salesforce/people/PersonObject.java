// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.salesforce.people;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.crm.CrmPerson;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An object that holds people.
 *
 * @param name its API name
 * @param phones fields with telephone numbers
 * @param mail the field with the e-mail address
 * @param also what else is read of a record
 */
public record PersonObject(String name, List<String> phones, String mail, List<String> also) {
  /** Contacts; those of person accounts too. */
  public static final PersonObject CONTACT =
      new PersonObject(
          "Contact",
          List.of("Phone", "MobilePhone", "HomePhone", "OtherPhone"),
          "Email",
          List.of("AccountId"));

  /** Leads; of a converted one, the contact it became. */
  public static final PersonObject LEAD =
      new PersonObject(
          "Lead",
          List.of("Phone", "MobilePhone"),
          "Email",
          List.of("IsConverted", "ConvertedContactId", "ConvertedAccountId"));

  /** Person accounts: activities point to the contact within, never to the account. */
  public static final PersonObject PERSON_ACCOUNT =
      new PersonObject(
          "Account",
          List.of("Phone", "PersonMobilePhone", "PersonHomePhone", "PersonOtherPhone"),
          "PersonEmail",
          List.of("PersonContactId"));

  /**
   * What a field of contacts is called here: an account shows those of its person under names of
   * their own.
   *
   * @see <a
   *     href="https://developer.salesforce.com/docs/platform/change-data-capture/guide/cdc-standard-objects-person-account-create.md">the
   *     names of contact fields on accounts</a>
   */
  public String own(String field) {
    if (!name.equals("Account")) {
      return field;
    }
    return field.endsWith("__c") ? field.replaceAll("__c$", "__pc") : "Person" + field;
  }

  private static final DateTimeFormatter MOMENT =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .appendPattern("[XXX][XX]")
          .toFormatter(Locale.ROOT);

  /** The person whom a record stands for; empty if it names none that entries may point to. */
  Optional<Found> person(JsonNode row) {
    return switch (name) {
      case "Account" -> found(row, "PersonContactId", "Contact", "Id");
      case "Lead" ->
          row.path("IsConverted").asBoolean()
              ? found(row, "ConvertedContactId", "Contact", "ConvertedAccountId")
              : found(row, "Id", name, "AccountId");
      default -> found(row, "Id", name, "AccountId");
    };
  }

  private static Optional<Found> found(JsonNode row, String id, String type, String account) {
    return Optional.of(row.path(id).asText(""))
        .filter(text -> !text.isBlank() && !row.path(id).isNull())
        .map(
            text ->
                new Found(
                    new CrmPerson(text, type, moment(row.path("LastModifiedDate").asText(""))),
                    Optional.of(row.path(account))
                        .filter(JsonNode::isTextual)
                        .map(JsonNode::textValue)));
  }

  private static Instant moment(String text) {
    try {
      return OffsetDateTime.parse(text, MOMENT).toInstant();
    } catch (DateTimeException e) {
      return Instant.EPOCH;
    }
  }

  /**
   * A person.
   *
   * @param account the account whose record is locked together with the person's
   */
  record Found(CrmPerson person, Optional<String> account) {}
}
