// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.salesforce;

import dev.gapless.crm.salesforce.call.Login;
import dev.gapless.crm.salesforce.entry.Profile;
import java.util.Map;
import java.util.Optional;

/** The checked settings, each read once. */
record Parts(
    String loginUrl,
    String org,
    Login login,
    Profile profile,
    Map<String, String> personFields,
    String newPeople,
    Optional<String> owner,
    Optional<String> inbox,
    String version,
    int reserve,
    int batch,
    int concurrency,
    boolean fullText) {}
