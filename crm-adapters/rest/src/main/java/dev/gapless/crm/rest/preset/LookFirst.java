// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest.preset;

import com.fasterxml.jackson.core.JsonPointer;
import dev.gapless.crm.rest.template.TextTemplate;

/**
 * How a write sees that it was done before, where the CRM neither refuses a second one nor finds
 * entries by our key alone.
 *
 * @param request the call that lists what is there
 * @param entries where the list is
 * @param text where an element has its text
 * @param endsWith the mark with which ours ends; what strangers write stands before it
 * @param id where an element has its id
 */
public record LookFirst(
    Request request,
    JsonPointer entries,
    JsonPointer text,
    TextTemplate endsWith,
    JsonPointer id) {}
