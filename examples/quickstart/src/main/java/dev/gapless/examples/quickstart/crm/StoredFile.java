// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.crm;

/**
 * A file that hangs on an entry.
 *
 * @param id the CRM's own, {@code F-3}
 * @param entry the id of the entry
 * @param key what its sender calls it; no second file has it
 * @param name the file's name as sent
 * @param mime the media type as sent
 * @param size in bytes
 */
public record StoredFile(String id, String entry, String key, String name, String mime, int size) {}
