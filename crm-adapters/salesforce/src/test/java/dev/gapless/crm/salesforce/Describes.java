// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.salesforce;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gapless.crm.salesforce.entry.Profile;
import dev.gapless.crm.salesforce.people.PersonObject;
import java.util.ArrayList;
import java.util.List;

/** Describes in the shape in which the platform gives them, of an org where all is well. */
final class Describes {
  private Describes() {}

  static ObjectNode of(String object) {
    ObjectNode describe =
        FakeOrg.object().put("name", object).put("createable", true).put("updateable", true);
    ArrayNode fields = describe.putArray("fields");
    switch (object) {
      case "Task" -> task(fields);
      case "Contact" -> person(fields, PersonObject.CONTACT);
      case "Lead" -> person(fields, PersonObject.LEAD);
      case "Account" -> person(fields, PersonObject.PERSON_ACCOUNT);
      default ->
          List.of("Title", "FirstPublishLocationId").forEach(n -> add(fields, n, "string", 255));
    }
    return describe;
  }

  private static void task(ArrayNode fields) {
    Profile.of("task")
        .fields()
        .forEach(
            field ->
                add(fields, field.name(), field.type(), field.length())
                    .put("unique", field.isKey())
                    .put("externalId", field.isKey())
                    .put("idLookup", field.isKey())
                    .put("caseSensitive", field.isKey()));
    add(fields, "WhoId", "reference", 18);
    add(fields, "WhatId", "reference", 18);
  }

  private static void person(ArrayNode fields, PersonObject object) {
    List<String> names = new ArrayList<>(object.phones());
    names.add(object.mail());
    names.addAll(object.also());
    names.add("Gapless_WhatsApp_User_Id__c");
    names.forEach(name -> add(fields, name, "string", 80));
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
