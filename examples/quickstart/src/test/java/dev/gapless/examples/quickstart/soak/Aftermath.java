// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.soak;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;

/**
 * What there is when everything has settled.
 *
 * @param time how long that took, from the beginning
 * @param posted everything posted, as the CRM must show it
 * @param unanswered bodies that were never acknowledged
 * @param books the host's deep audit
 * @param lateCommits how many of the CRM's commits were late
 */
record Aftermath(
    Duration time,
    Tally tally,
    List<Posted> posted,
    long unanswered,
    JsonNode books,
    long lateCommits) {}
