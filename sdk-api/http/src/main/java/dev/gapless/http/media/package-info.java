// SPDX-License-Identifier: Apache-2.0
/**
 * Files that came with a contact, fetched so that nothing but what was announced gets in: from
 * named hosts, in bounded size and time, with the right digest and type.
 */
package dev.gapless.http.media;
