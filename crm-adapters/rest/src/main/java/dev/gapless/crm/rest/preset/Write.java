// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest.preset;

import com.fasterxml.jackson.core.JsonPointer;
import dev.gapless.crm.rest.template.JsonTemplate;
import java.util.List;
import java.util.Optional;

/**
 * How entries are made or changed.
 *
 * @param name {@code create} or {@code update}
 * @param request the call; its body holds {@code {{entries}}} if it takes several
 * @param entry one entry of such a body
 * @param answer how to read what became of each
 * @param before records that must be there first
 * @param lookFirst how to see that it was written before
 * @param readBack how to see that it was kept as written
 */
public record Write(
    String name,
    Request request,
    Optional<JsonTemplate> entry,
    Results answer,
    List<Step> before,
    Optional<LookFirst> lookFirst,
    Optional<ReadBack> readBack) {
  /** Whether one call takes several entries. */
  public boolean isBatch() {
    return entry.isPresent();
  }

  /**
   * @param list where the results are, one per entry
   * @param match how a result names its entry
   * @param matchAt where it does
   * @param status where a result has a status of its own
   * @param success what else a 2xx must show to count
   * @param id where the id of the written entry comes from
   * @param rules what results mean
   */
  public record Results(
      JsonPointer list,
      Match match,
      JsonPointer matchAt,
      Optional<JsonPointer> status,
      Optional<Condition> success,
      Optional<NewId> id,
      List<Rule> rules) {}

  /** How a result names its entry. */
  public enum Match {
    /** By our key. */
    KEY,
    /** By the CRM's id. */
    ID,
    /** By its place, in as many results as entries. */
    ORDER
  }
}
