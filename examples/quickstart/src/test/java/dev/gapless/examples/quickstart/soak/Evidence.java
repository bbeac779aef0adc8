// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.soak;

import java.util.List;
import java.util.Map;

/**
 * All that the verdict is about.
 *
 * @param posted every item that was acknowledged, as the CRM must show it
 * @param rows the CRM's entries
 * @param creations the CRM's arrival log: when which entry was made
 * @param parked the reason of every parked item, by the digest of its key
 */
record Evidence(
    Strategy strategy,
    List<Posted> posted,
    List<CrmRow> rows,
    List<CrmRow> creations,
    Map<String, String> parked) {}
