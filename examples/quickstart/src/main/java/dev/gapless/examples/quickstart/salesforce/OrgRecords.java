// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The records of all objects. One call is committed under one lock, row by row in the order of the
 * request; each row succeeds or fails by itself. Thread-safe.
 */
final class OrgRecords {
  static final int SHORT_ID = 15;
  static final int LONG_ID = 18;

  private static final List<String> PARENTS =
      List.of("WhoId", "WhatId", "Contact__c", "Lead__c", "Inbox_Account__c");

  private final InstantSource clock;
  private final Map<String, OrgObject> objects = OrgObject.all();
  private final Map<String, ObjectNode> byId = new HashMap<>();
  private final Map<String, List<ObjectNode>> byObject = new HashMap<>();
  private final Map<String, String> idByKey = new HashMap<>();
  private final List<OrgArrival> arrivals = new ArrayList<>();
  private long last;

  OrgRecords(InstantSource clock) {
    this.clock = clock;
    add("TaskStatus", json().put("ApiName", "Not Started").put("IsClosed", false));
    add("TaskStatus", json().put("ApiName", "Done").put("IsClosed", true));
  }

  synchronized JsonNode describe(String object) {
    return object(object).describe();
  }

  private OrgObject object(String name) {
    return Optional.ofNullable(objects.get(name))
        .orElseThrow(() -> new OrgError(404, "NOT_FOUND", "The requested resource does not exist"));
  }

  /** An admin takes a field away, or hides it. */
  synchronized void removeField(String object, String field) {
    object(object).fields().remove(field);
  }

  /** Makes a record as an admin would, whatever its fields say; returns its id. */
  synchronized String add(String object, ObjectNode values) {
    ObjectNode row = values.deepCopy();
    String id = newId(object(object).prefix());
    row.put("Id", id).put("IsDeleted", false).put("LastModifiedDate", clock.instant().toString());
    row.putObject("attributes").put("type", object);
    if (object.equals("ContentVersion")) {
      row.put("ContentDocumentId", newId("069"));
    }
    byId.put(shortId(id), row);
    byObject.computeIfAbsent(object, none -> new ArrayList<>()).add(row);
    return id;
  }

  private String newId(String prefix) {
    return String.format(Locale.ROOT, "%s%012dAAA", prefix, ++last);
  }

  private static String shortId(String id) {
    return id.length() > SHORT_ID ? id.substring(0, SHORT_ID) : id;
  }

  /** The records a row of a request locks when it is written: its parents and their accounts. */
  synchronized Set<String> parents(JsonNode sent) {
    JsonNode row = find(sent.path("id").asText("")).map(JsonNode.class::cast).orElse(sent);
    Set<String> parents = new HashSet<>();
    for (String field : PARENTS) {
      String id = row.path(field).asText("");
      if (!id.isEmpty()) {
        parents.add(shortId(id));
        find(id)
            .map(parent -> parent.path("AccountId").asText(""))
            .filter(account -> !account.isEmpty())
            .ifPresent(account -> parents.add(shortId(account)));
      }
    }
    return parents;
  }

  /** Refuses a request as a whole if one of its records names what does not exist. */
  synchronized void checkFields(List<JsonNode> records) {
    for (JsonNode record : records) {
      OrgObject object = object(record.path("attributes").path("type").asText());
      record
          .fieldNames()
          .forEachRemaining(
              name -> {
                boolean known = name.equals("attributes") || name.equals("id");
                if (!known && !object.fields().containsKey(name)) {
                  throw new OrgError(
                      400,
                      "INVALID_FIELD",
                      "No such column '" + name + "' on sobject of type " + object.name());
                }
              });
    }
  }

  /** Inserts or updates; {@code locked} tells of a row whether somebody else holds its parents. */
  synchronized ArrayNode write(List<JsonNode> records, boolean insert, Predicate<JsonNode> locked) {
    ArrayNode rows = JsonNodeFactory.instance.arrayNode();
    for (JsonNode record : records) {
      rows.add(
          locked.test(record)
              ? failure("UNABLE_TO_LOCK_ROW", "unable to obtain exclusive access to this record")
              : insert ? insert(record) : update(record));
    }
    return rows;
  }

  private ObjectNode insert(JsonNode record) {
    OrgObject object = object(record.path("attributes").path("type").asText());
    Optional<ObjectNode> refusal =
        complaint(object, record, true)
            .or(() -> missing(object, record))
            .or(() -> orphan(object, record));
    Optional<OrgField> key = object.fields().values().stream().filter(OrgField::isKey).findFirst();
    String value = key.map(field -> record.path(field.name()).asText("")).orElse("");
    if (refusal.isPresent()) {
      return refusal.get();
    } else if (!value.isEmpty() && idByKey.containsKey(value)) {
      return failure(
          "DUPLICATE_VALUE",
          "duplicate value found: duplicates value on record with id: " + idByKey.get(value));
    }
    String id = add(object.name(), (ObjectNode) record);
    if (!value.isEmpty()) {
      idByKey.put(value, id);
      arrived(true, id);
    }
    return success(id);
  }

  private ObjectNode update(JsonNode record) {
    Optional<ObjectNode> found = find(record.path("id").asText(""));
    if (found.isEmpty()) {
      return failure("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id");
    } else if (found.get().path("IsDeleted").asBoolean()) {
      return failure("ENTITY_IS_DELETED", "entity is deleted");
    }
    ObjectNode row = found.get();
    OrgObject object = object(row.path("attributes").path("type").asText());
    Optional<ObjectNode> refusal = complaint(object, record, false);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    record
        .properties()
        .forEach(
            field -> {
              if (!field.getKey().equals("id") && !field.getKey().equals("attributes")) {
                row.set(field.getKey(), field.getValue());
              }
            });
    row.put("LastModifiedDate", clock.instant().toString());
    arrived(false, row.path("Id").asText());
    return success(row.path("Id").asText());
  }

  private boolean isNoStatus(OrgObject object, Map.Entry<String, JsonNode> sent) {
    return object.name().equals("Task")
        && sent.getKey().equals("Status")
        && byObject.getOrDefault("TaskStatus", List.of()).stream()
            .noneMatch(status -> status.path("ApiName").equals(sent.getValue()));
  }

  private Optional<ObjectNode> complaint(OrgObject object, JsonNode record, boolean insert) {
    for (Map.Entry<String, JsonNode> sent : record.properties()) {
      OrgField field = object.fields().get(sent.getKey());
      if (field == null) {
        continue;
      }
      Optional<String> code =
          isNoStatus(object, sent)
              ? Optional.of("INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST")
              : (insert ? field.createable() : field.updateable())
                  ? field.complaint(sent.getValue())
                  : Optional.of("INVALID_FIELD_FOR_INSERT_UPDATE");
      if (code.isPresent()) {
        return Optional.of(failure(code.get(), "the value does not fit", field.name()));
      }
    }
    return Optional.empty();
  }

  /** Puts a document with its versions into the recycle bin. */
  synchronized void deleteDocument(String id) {
    List<ObjectNode> versions =
        byObject.getOrDefault("ContentVersion", List.of()).stream()
            .filter(version -> version.path("ContentDocumentId").asText().equals(id))
            .filter(version -> !version.path("IsDeleted").asBoolean())
            .toList();
    if (versions.isEmpty()) {
      throw new OrgError(404, "ENTITY_IS_DELETED", "entity is deleted");
    }
    versions.forEach(version -> version.put("IsDeleted", true));
  }

  private static Optional<ObjectNode> missing(OrgObject object, JsonNode record) {
    return object.fields().values().stream()
        .filter(field -> field.required() && record.path(field.name()).asText("").isEmpty())
        .findFirst()
        .map(
            field ->
                failure("REQUIRED_FIELD_MISSING", "Required fields are missing", field.name()));
  }

  /** Parents must be there; a converted lead takes no more activities. */
  private Optional<ObjectNode> orphan(OrgObject object, JsonNode record) {
    boolean lead = find(record.path("WhoId").asText("")).filter(who -> is(who, "Lead")).isPresent();
    if (lead && record.hasNonNull("WhatId")) {
      return Optional.of(misfit("WhatId"));
    }
    for (String field : PARENTS) {
      String id = record.path(field).asText("");
      if (id.isEmpty()) {
        continue;
      }
      Optional<ObjectNode> parent = find(id);
      if (parent.isEmpty()) {
        return Optional.of(failure("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id"));
      } else if (parent.get().path("IsDeleted").asBoolean()) {
        return Optional.of(failure("ENTITY_IS_DELETED", "entity is deleted"));
      } else if (parent.get().path("IsConverted").asBoolean()) {
        return Optional.of(
            failure("CANNOT_UPDATE_CONVERTED_LEAD", "cannot reference converted lead"));
      }
      List<String> targets =
          Optional.ofNullable(object.fields().get(field)).map(OrgField::targets).orElse(List.of());
      if (!targets.isEmpty() && targets.stream().noneMatch(one -> is(parent.get(), one))) {
        return Optional.of(misfit(field));
      }
    }
    return Optional.empty();
  }

  private static boolean is(JsonNode row, String object) {
    return row.path("attributes").path("type").asText().equals(object);
  }

  private static ObjectNode misfit(String field) {
    return failure("FIELD_INTEGRITY_EXCEPTION", "is not of the right type", field);
  }

  /** Changes a record as a person with all rights would. */
  synchronized void edit(String id, ObjectNode values) {
    find(id).orElseThrow().setAll(values);
  }

  private Optional<ObjectNode> find(String id) {
    return Optional.ofNullable(byId.get(shortId(id)));
  }

  private void arrived(boolean created, String id) {
    ObjectNode row = find(id).orElseThrow();
    boolean task = row.has("Gapless_Key__c");
    String prefix = task ? "Gapless_" : "";
    arrivals.add(
        new OrgArrival(
            arrivals.size() + 1L,
            clock.instant(),
            created,
            id,
            row.path(prefix + "Key__c").asText(""),
            row.path(prefix + "Conversation__c").asText(""),
            row.path(prefix + "Sequence__c").asLong()));
  }

  /** Answers a question; those in the recycle bin count only where they are asked for. */
  synchronized ObjectNode query(String text, boolean deletedToo) {
    Soql soql = Soql.parse(text);
    OrgObject object =
        Optional.ofNullable(objects.get(soql.object()))
            .orElseThrow(() -> new OrgError(400, "INVALID_TYPE", "sObject type is not supported"));
    for (String field : soql.fields()) {
      if (!object.fields().containsKey(field)) {
        throw new OrgError(
            400, "INVALID_FIELD", "No such column '" + field + "' on entity " + object.name());
      }
    }
    ObjectNode answer = json();
    ArrayNode records = answer.putArray("records");
    byObject.getOrDefault(object.name(), List.of()).stream()
        .filter(row -> deletedToo || !row.path("IsDeleted").asBoolean())
        .filter(soql::fits)
        .forEach(row -> records.add(view(row, soql.columns())));
    return answer.put("totalSize", records.size()).put("done", true);
  }

  private static ObjectNode view(ObjectNode row, List<String> columns) {
    ObjectNode view = json();
    view.set("attributes", row.path("attributes"));
    columns.forEach(
        column -> view.set(column, row.has(column) ? row.get(column) : view.nullNode()));
    return view;
  }

  /** All records of an object, in the order in which they were made. */
  synchronized List<ObjectNode> all(String object) {
    return byObject.getOrDefault(object, List.of()).stream().map(ObjectNode::deepCopy).toList();
  }

  synchronized List<OrgArrival> arrivals() {
    return List.copyOf(arrivals);
  }

  static ObjectNode json() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static ObjectNode success(String id) {
    ObjectNode row = json().put("id", id).put("success", true);
    row.putArray("errors");
    return row;
  }

  private static ObjectNode failure(String code, String message, String... fields) {
    ObjectNode row = json().put("success", false);
    ObjectNode error = row.putArray("errors").addObject();
    error.put("statusCode", code).put("message", message);
    ArrayNode names = error.putArray("fields");
    List.of(fields).forEach(names::add);
    return row;
  }
}
