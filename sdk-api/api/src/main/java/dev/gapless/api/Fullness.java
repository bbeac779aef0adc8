// SPDX-License-Identifier: Apache-2.0
package dev.gapless.api;

/** How much of a contact a reading holds; a fuller reading replaces a thinner one, never back. */
public enum Fullness {
  /** Only that something happened: an unsupported kind, or a status without its message. */
  PLACEHOLDER,
  /** A notice that names the contact without its text or author. */
  THIN,
  /** All that the platform gives. */
  FULL
}
