// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gapless.api.Refusal.Category;
import dev.gapless.api.SetupReport.Finding;
import dev.gapless.crm.salesforce.entry.Profile;
import dev.gapless.crm.salesforce.entry.ProfileField;
import dev.gapless.crm.salesforce.people.PersonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares describes with the fields that entries, people and full texts need. */
final class FieldCheck {
  private static final String RIGHTS =
      "Assign the permission set Gapless to the run-as user; it must list the field for Task and"
          + " for Event";

  private static final String FILE = "ContentVersion";

  private final Profile profile;
  private final Map<String, List<String>> read = new LinkedHashMap<>();
  private final boolean owner;
  private final boolean inbox;

  /**
   * @param people where people are
   * @param fields of our own that hold their identifiers
   * @param files whether full texts are kept as files
   */
  FieldCheck(
      Profile profile,
      List<PersonObject> people,
      Iterable<String> fields,
      boolean files,
      boolean owner,
      boolean inbox) {
    this.profile = profile;
    this.owner = owner;
    this.inbox = inbox;
    for (PersonObject object : people) {
      List<String> needed = new ArrayList<>(object.phones());
      needed.add(object.mail());
      fields.forEach(field -> needed.add(object.own(field)));
      needed.addAll(object.also());
      read.put(object.name(), needed);
    }
    if (files) {
      read.put(FILE, List.of("Title", "FirstPublishLocationId", "ContentDocumentId"));
    }
  }

  /** Whether full texts are kept as files. */
  boolean files() {
    return read.containsKey(FILE);
  }

  List<String> objects() {
    List<String> objects = new ArrayList<>();
    objects.add(profile.object());
    objects.addAll(read.keySet());
    return objects;
  }

  List<Finding> check(String object, JsonNode describe) {
    Map<String, JsonNode> there = new HashMap<>();
    describe.path("fields").forEach(field -> there.put(field.path("name").asText(), field));
    List<Finding> findings = new ArrayList<>();
    if (object.equals(profile.object())) {
      written(describe, there, findings);
    }
    read.getOrDefault(object, List.of()).stream()
        .filter(name -> !there.containsKey(name))
        .map(name -> missing(object, name))
        .forEach(findings::add);
    return findings;
  }

  private void written(JsonNode describe, Map<String, JsonNode> there, List<Finding> findings) {
    if (!describe.path("createable").asBoolean() || !describe.path("updateable").asBoolean()) {
      findings.add(
          new Finding(
              Category.SETUP,
              "object " + profile.object(),
              "may not be created and edited by the run-as user",
              "Assign the permission set Gapless to the run-as user"));
    }
    profile.fields().stream()
        .filter(field -> owner || !field.role().equals("owner"))
        .forEach(field -> written(field, Optional.ofNullable(there.get(field.name())), findings));
    profile.person().values().stream()
        .distinct()
        .filter(name -> !there.containsKey(name))
        .forEach(name -> findings.add(missing(profile.object(), name)));
    if (inbox && !there.containsKey(profile.inbox())) {
      findings.add(missing(profile.object(), profile.inbox()));
    }
  }

  private void written(ProfileField field, Optional<JsonNode> described, List<Finding> findings) {
    if (described.isEmpty()) {
      findings.add(missing(profile.object(), field.name()));
      return;
    }
    JsonNode found = described.get();
    String subject = subject(profile.object(), field.name());
    if (!found.path("createable").asBoolean()
        || (field.when() != ProfileField.When.CREATE && !found.path("updateable").asBoolean())) {
      findings.add(
          new Finding(Category.SETUP, subject, "may not be written by the run-as user", RIGHTS));
    }
    if (!field.accepts(found.path("type").asText())) {
      findings.add(mend(subject, "has the type " + found.path("type").asText("?"), field));
    } else if (field.length() > 0 && found.path("length").asInt() < field.length()) {
      findings.add(
          mend(subject, "holds " + found.path("length").asInt() + " characters only", field));
    }
    if (field.isKey()
        && !(found.path("unique").asBoolean()
            && found.path("externalId").asBoolean()
            && found.path("caseSensitive").asBoolean(true))) {
      findings.add(
          new Finding(
              Category.SETUP,
              subject,
              "does not keep entries from being written twice",
              "Make it External ID and Unique, case sensitive, in "
                  + SetupCheck.home(profile)
                  + ", Fields"));
    }
  }

  private static Finding mend(String subject, String problem, ProfileField field) {
    return new Finding(
        Category.SETUP,
        subject,
        problem,
        "Make it a field of type "
            + field.type()
            + (field.length() > 0 ? " with " + field.length() + " characters" : "")
            + ", or deploy the metadata again");
  }

  private static Finding missing(String object, String name) {
    return new Finding(
        Category.SETUP,
        subject(object, name),
        "missing in Salesforce, renamed, or hidden from the run-as user",
        name.matches(".*__p?c")
            ? "Deploy the metadata and assign the permission set Gapless; a renamed field goes into"
                + " the setting fields or person-fields"
            : "Give the run-as user the right to read it");
  }

  private static String subject(String object, String name) {
    return "field " + object + "." + name;
  }
}
