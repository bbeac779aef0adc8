// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest.preset;

import java.util.Optional;

/**
 * How a file is hung on an entry.
 *
 * @param maxBytes the largest file that is sent
 * @param upload the call that carries it
 * @param attach the call that ties what was uploaded to the entry, where the first does not
 */
public record FileForm(int maxBytes, FileCall upload, Optional<FileCall> attach) {}
