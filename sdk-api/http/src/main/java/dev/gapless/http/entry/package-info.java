// SPDX-License-Identifier: Apache-2.0
/** What adapters of all CRMs do alike to entries: texts, telephone numbers, safe names. */
package dev.gapless.http.entry;
