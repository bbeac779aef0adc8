// SPDX-License-Identifier: Apache-2.0
/**
 * Reads the JSON of platforms: strictly, to the last digit, and whatever of it is strange, with the
 * exact place of each part. Nothing here holds state or does input or output.
 */
package dev.gapless.http.payload;
