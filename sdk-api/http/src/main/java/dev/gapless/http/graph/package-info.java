// SPDX-License-Identifier: Apache-2.0
/**
 * Calls of Meta's Graph API, the same for every connector that speaks to it: version, token and
 * proof on every call, refusals by a table, usage, paging.
 */
package dev.gapless.http.graph;
