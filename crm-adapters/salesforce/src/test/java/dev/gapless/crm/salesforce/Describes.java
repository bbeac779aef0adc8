// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.salesforce;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Describes in the shape in which the platform gives them, of an org where all is well. */
final class Describes {
  /**
   * Name, type and length; those of standard fields from the object reference.
   *
   * @see <a
   *     href="https://developer.salesforce.com/docs/atlas.en-us.260.0.object_reference.meta/object_reference/sforce_api_objects_task.htm">Task</a>
   */
  private static final String TASK =
      """
      WhoId reference 18
      WhatId reference 18
      OwnerId reference 18
      Subject combobox 255
      Description textarea 32000
      Status picklist 255
      ActivityDate date 0
      Gapless_Key__c string 64 key
      Gapless_Text_Digest__c string 64
      Gapless_Native_Id__c string 255
      Gapless_Occurred_At__c datetime 0
      Gapless_Sequence__c double 0
      Gapless_Channel__c string 40
      Gapless_Account__c string 80
      Gapless_Kind__c string 40
      Gapless_Action__c string 40
      Gapless_Direction__c string 10
      Gapless_Visibility__c string 10
      Gapless_Conversation__c string 64
      Gapless_Permalink__c url 255
      Gapless_Author__c string 255
      Gapless_Changed_At__c datetime 0
      Gapless_Status__c string 40
      """;

  private static final String CONTACT =
      """
      Phone phone 40
      MobilePhone phone 40
      HomePhone phone 40
      OtherPhone phone 40
      Email email 80
      AccountId reference 18
      Gapless_WhatsApp_User_Id__c string 255
      Gapless_Page_Scoped_Id__c string 255
      Gapless_X_User_Id__c string 255
      """;

  private static final String LEAD =
      """
      Phone phone 40
      MobilePhone phone 40
      Email email 80
      IsConverted boolean 0
      ConvertedContactId reference 18
      ConvertedAccountId reference 18
      Gapless_WhatsApp_User_Id__c string 255
      Gapless_Page_Scoped_Id__c string 255
      Gapless_X_User_Id__c string 255
      """;

  /** Of an org with person accounts: custom fields of contacts stand there under another name. */
  private static final String ACCOUNT =
      """
      Phone phone 40
      PersonMobilePhone phone 40
      PersonHomePhone phone 40
      PersonOtherPhone phone 40
      PersonEmail email 80
      PersonContactId reference 18
      Gapless_WhatsApp_User_Id__pc string 255
      Gapless_Page_Scoped_Id__pc string 255
      Gapless_X_User_Id__pc string 255
      """;

  private static final String VERSION =
      """
      Title string 255
      FirstPublishLocationId reference 18
      ContentDocumentId reference 18
      """;

  private Describes() {}

  static ObjectNode of(String object) {
    ObjectNode describe =
        FakeOrg.object().put("name", object).put("createable", true).put("updateable", true);
    ArrayNode fields = describe.putArray("fields");
    switch (object) {
      case "Task" -> fields(fields, TASK);
      case "Contact" -> fields(fields, CONTACT);
      case "Lead" -> fields(fields, LEAD);
      case "Account" -> fields(fields, ACCOUNT);
      default -> fields(fields, VERSION);
    }
    return describe;
  }

  private static void fields(ArrayNode fields, String table) {
    table
        .lines()
        .map(line -> line.split(" "))
        .forEach(
            words ->
                add(fields, words[0], words[1], Integer.parseInt(words[2]))
                    .put("unique", words.length > 3)
                    .put("externalId", words.length > 3)
                    .put("idLookup", words.length > 3)
                    .put("caseSensitive", words.length > 3));
  }

  private static ObjectNode add(ArrayNode fields, String name, String type, int length) {
    return fields
        .addObject()
        .put("name", name)
        .put("type", type)
        .put("length", length)
        .put("createable", true)
        .put("updateable", true)
        .put("nillable", true);
  }

  /** The field of a describe. */
  static ObjectNode field(ObjectNode describe, String name) {
    for (var field : describe.path("fields")) {
      if (field.path("name").asText().equals(name)) {
        return (ObjectNode) field;
      }
    }
    throw new IllegalArgumentException(name);
  }

  static void remove(ObjectNode describe, String name) {
    ArrayNode fields = (ArrayNode) describe.path("fields");
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).path("name").asText().equals(name)) {
        fields.remove(i);
        return;
      }
    }
  }
}
