// SPDX-License-Identifier: Apache-2.0
package dev.gapless.http.media;

import java.util.Optional;

/**
 * What a file must be like.
 *
 * @param mime the media type announced, if any
 * @param sha256 the digest announced, if any, in base64 or hex
 * @param maxBytes the most it may have
 */
public record Expected(Optional<String> mime, Optional<String> sha256, long maxBytes) {}
