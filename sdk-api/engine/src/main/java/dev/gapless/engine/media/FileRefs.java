// SPDX-License-Identifier: Apache-2.0
package dev.gapless.engine.media;

import dev.gapless.api.CrmRefs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a delivery remembers of files, by their place in the item: where each is, its type, and the
 * CRM's record of it.
 */
final class FileRefs {
  private static final String FILE = "file.";
  private static final String TYPE = "type.";
  private static final String HANDED = "handed.";
  private static final String CHANNEL = "channel";
  private static final String TOLD = "told";

  private final CrmRefs refs;

  FileRefs(CrmRefs refs) {
    this.refs = refs;
  }

  static CrmRefs fetched(int index, String location, String mime) {
    return new CrmRefs(Map.of(FILE + index, location, TYPE + index, mime));
  }

  /** The roles of the file's record in the CRM, or a word where it names none. */
  static CrmRefs handed(int index, CrmRefs record) {
    String ids = String.join(",", record.ids().values());
    return new CrmRefs(Map.of(HANDED + index, ids.isEmpty() ? "yes" : ids));
  }

  /** Somebody has been told that the CRM keeps files of a contact that was withdrawn. */
  static CrmRefs told() {
    return new CrmRefs(Map.of(TOLD, "yes"));
  }

  /** Where it is, unless it was never fetched or is deleted. */
  Optional<String> location(int index) {
    return get(FILE + index).filter(location -> !location.isEmpty());
  }

  /** None of the files is here any more. */
  CrmRefs deleted() {
    Map<String, String> all = new LinkedHashMap<>();
    refs.ids().keySet().stream()
        .filter(role -> role.startsWith(FILE))
        .forEach(role -> all.put(role, ""));
    return new CrmRefs(all);
  }

  String mime(int index) {
    return get(TYPE + index).orElseThrow();
  }

  Optional<String> channel() {
    return get(CHANNEL);
  }

  boolean isHanded(int index) {
    return get(HANDED + index).isPresent();
  }

  /** The CRM's records of files, by place. */
  Map<String, String> handed() {
    Map<String, String> all = new LinkedHashMap<>();
    refs.ids()
        .forEach(
            (role, id) -> {
              if (role.startsWith(HANDED)) {
                all.put(role, id);
              }
            });
    return all;
  }

  boolean isTold() {
    return get(TOLD).isPresent();
  }

  /** Whether a file waits to be handed over, or somebody to be told of those that were. */
  boolean callFor(boolean withdrawn) {
    if (withdrawn) {
      return !handed().isEmpty() && !isTold();
    }
    return fetched().anyMatch(place -> get(HANDED + place).isEmpty());
  }

  /** Whether this file is here and waits to be handed over. */
  boolean waits(int index) {
    return location(index).isPresent() && !isHanded(index);
  }

  /** Where the files are that the CRM has. */
  List<String> handedLocations() {
    return fetched()
        .filter(place -> get(HANDED + place).isPresent())
        .flatMap(place -> get(FILE + place).stream())
        .toList();
  }

  /** The places of the files that are here. */
  private Stream<String> fetched() {
    return refs.ids().entrySet().stream()
        .filter(one -> one.getKey().startsWith(FILE) && !one.getValue().isEmpty())
        .map(one -> one.getKey().substring(FILE.length()));
  }

  /** These, with what the fetch has brought from the channel. */
  CrmRefs withFetched(CrmRefs fetched, String channel) {
    Map<String, String> all = new LinkedHashMap<>(refs.ids());
    all.putAll(fetched.ids());
    all.put(CHANNEL, channel);
    return new CrmRefs(all);
  }

  private Optional<String> get(String role) {
    return Optional.ofNullable(refs.ids().get(role));
  }
}
