// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest.template;

import java.time.ZoneId;

/**
 * What all renderings of a connection have in common.
 *
 * @param zone the zone of fields that hold a date only
 * @param cutMark what stands at the end of a text that had to be cut
 */
public record Rendering(ZoneId zone, String cutMark) {}
