// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.salesforce;

import dev.gapless.api.config.Option;
import dev.gapless.http.NetworkOptions;
import dev.gapless.http.entry.EntryOptions;
import java.util.List;
import java.util.stream.Stream;

/** The settings of a connection. */
final class SalesforceOptions {
  private static final List<Option> OWN =
      List.of(
          Option.required(
              "login-url",
              Option.Type.URL,
              "The org's own address, as https://example.my.salesforce.com."),
          Option.required(
              "org-id",
              Option.Type.TEXT,
              "The org's id (Setup, Company Information); nothing is ever written to another org."),
          Option.required(
              "client-id", Option.Type.TEXT, "Consumer key of the external client app."),
          Option.optional(
              "client-secret",
              Option.Type.SECRET,
              "Consumer secret, for the client credentials flow."),
          Option.optional(
              "private-key",
              Option.Type.SECRET,
              "RSA key as PEM text (PKCS #8, not encrypted), for the JWT bearer flow."),
          Option.optional(
              "user", Option.Type.TEXT, "User name to act as, for the JWT bearer flow."),
          Option.withDefault(
              "audience",
              Option.Type.URL,
              "https://login.salesforce.com",
              "Audience of the JWT; https://test.salesforce.com for sandboxes."),
          Option.withDefault(
              "profile",
              Option.Type.TEXT,
              "task",
              "What an entry is: task (a completed task), or custom-object (a record of its own)."),
          Option.optional(
              "fields",
              Option.Type.LIST,
              "Fields that have other names in this org: role=Name__c, role=Name__c."),
          Option.withDefault(
              "person-fields",
              Option.Type.LIST,
              "whatsapp_user_id=Gapless_WhatsApp_User_Id__c,"
                  + "facebook_psid=Gapless_Page_Scoped_Id__c,x_user_id=Gapless_X_User_Id__c",
              "Fields of people that hold identifiers: type=Name__c, type=Name__c; none for none."),
          Option.withDefault(
              "leads", Option.Type.FLAG, "true", "Whether people are looked for among leads."),
          Option.withDefault(
              "person-accounts",
              Option.Type.FLAG,
              "false",
              "Whether people are looked for among person accounts as well."),
          Option.withDefault(
              "new-people",
              Option.Type.TEXT,
              "contact",
              "What is made of unknown people where people-none is create: contact, or lead."),
          Option.withDefault(
              "duplicates",
              Option.Type.TEXT,
              "park",
              "When a duplicate rule names who a new person may be: park, or link (to the one it"
                  + " names)."),
          Option.optional("owner", Option.Type.TEXT, "Id of the user or queue that owns entries."),
          Option.optional(
              "inbox",
              Option.Type.TEXT,
              "Id of the record that entries of unknown people point to."),
          Option.optional(
              "task-status",
              Option.Type.TEXT,
              "Name of the closed status of tasks; the org is asked unless set."),
          Option.withDefault(
              "full-text",
              Option.Type.TEXT,
              "file",
              "Where the whole of a text goes that its field cannot hold: file, or none."),
          Option.withDefault(
              "reserve",
              Option.Type.INTEGER,
              "20",
              "Percent of the org's daily calls that are left to its other users, 0 to 99."),
          Option.withDefault(
              "api-version", Option.Type.TEXT, "62.0", "Version of the REST interface."),
          Option.withDefault(
              "batch", Option.Type.INTEGER, "200", "Most entries per call, 1 to 200."),
          Option.withDefault(
              "concurrency", Option.Type.INTEGER, "4", "Most calls at the same time."),
          Option.withDefault(
              "settled-after",
              Option.Type.DURATION,
              "10m",
              "How long after a lost answer a change may still take effect; Salesforce ends calls"
                  + " after 10 minutes."));

  static final List<Option> ALL =
      Stream.of(OWN, EntryOptions.all(), NetworkOptions.all()).flatMap(List::stream).toList();

  private SalesforceOptions() {}
}
