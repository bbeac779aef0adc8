// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.salesforce.entry;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gapless.api.config.NearestName;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What an entry is in Salesforce: an object and the fields written to it, read from a file of the
 * jar.
 *
 * @param object the API name of the object
 * @param person by type of the person's record, the field that points to it
 * @param inbox the field that points to the inbox of entries without a person
 */
public record Profile(
    String object, Map<String, String> person, String inbox, List<ProfileField> fields) {
  /** The profiles there are. */
  public static final List<String> NAMES = List.of("task", "custom-object");

  private static final String API_NAME = "[A-Za-z][A-Za-z0-9_]{0,79}";
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_JAVA_COMMENTS).build();

  public Profile {
    person = Map.copyOf(person);
    fields = List.copyOf(fields);
  }

  /** One of {@link #NAMES}. */
  public static Profile of(String name) {
    String file = "/dev/gapless/crm/salesforce/profiles/" + name + ".json";
    try (InputStream in = Profile.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalArgumentException("no profile is called " + name);
      }
      return read(JSON.readTree(in));
    } catch (IOException e) {
      throw new IllegalStateException(file + " cannot be read from the jar", e);
    }
  }

  private static Profile read(JsonNode json) {
    Map<String, String> person = new LinkedHashMap<>();
    json.path("person").properties().forEach(p -> person.put(p.getKey(), p.getValue().asText()));
    List<ProfileField> fields = new ArrayList<>();
    for (JsonNode field : json.path("fields")) {
      fields.add(
          new ProfileField(
              field.path("role").asText(),
              field.path("name").asText(),
              field.path("type").asText(),
              field.path("length").asInt(),
              ProfileField.When.valueOf(field.path("write").asText().toUpperCase(Locale.ROOT)),
              field.path("key").asBoolean()));
    }
    return new Profile(json.path("object").asText(), person, json.path("inbox").asText(), fields);
  }

  /**
   * The same with other names for some roles.
   *
   * @throws IllegalArgumentException naming the role or name that makes no sense
   */
  public Profile renamed(Map<String, String> names) {
    List<String> roles = fields.stream().map(ProfileField::role).sorted().toList();
    names.forEach(
        (role, name) -> {
          if (!roles.contains(role)) {
            throw new IllegalArgumentException(
                "no field is called '" + role + "'. " + NearestName.hint(role, roles));
          } else if (!isApiName(name)) {
            throw new IllegalArgumentException(
                "'" + role + "' must be given the API name of a field");
          }
        });
    return new Profile(
        object,
        person,
        inbox,
        fields.stream()
            .map(f -> Optional.ofNullable(names.get(f.role())).map(f::named).orElse(f))
            .toList());
  }

  /** Whether a text can be the API name of an object or field; nothing else may enter a query. */
  public static boolean isApiName(String name) {
    return name.matches(API_NAME);
  }

  /** The field that keeps entries from being written twice. */
  public ProfileField key() {
    return fields.stream().filter(ProfileField::isKey).findFirst().orElseThrow();
  }

  /** The field of a role, if the profile has one. */
  public Optional<ProfileField> field(String role) {
    return fields.stream().filter(field -> field.role().equals(role)).findFirst();
  }

  /** Whether agents may change texts, so that they must be looked at before a change. */
  boolean isGuarded() {
    return fields.stream().anyMatch(field -> field.when() == ProfileField.When.TEXT);
  }
}
