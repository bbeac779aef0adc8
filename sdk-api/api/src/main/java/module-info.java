// SPDX-License-Identifier: Apache-2.0
/**
 * What applications and extension authors compile against: the values of Gapless and the interfaces
 * that a channel connector or a CRM adapter implements. Nothing here does input or output.
 *
 * <p>Nothing is ever {@code null}: an absent value is an {@link java.util.Optional}, an empty list
 * or a variant of a sealed type.
 */
@org.jspecify.annotations.NullMarked
module dev.gapless.api {
  requires static transitive org.jspecify;

  exports dev.gapless.api;
  exports dev.gapless.api.channel;
  exports dev.gapless.api.config;
  exports dev.gapless.api.crm;
}
