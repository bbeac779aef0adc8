// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest.preset;

import dev.gapless.crm.rest.template.JsonTemplate;
import dev.gapless.crm.rest.template.TextTemplate;
import java.util.Optional;

/**
 * A call.
 *
 * @param method the HTTP method
 * @param path behind the connection's address, query included
 * @param body the JSON body, if there is one
 */
public record Request(String method, TextTemplate path, Optional<JsonTemplate> body) {}
