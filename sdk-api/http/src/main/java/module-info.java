// SPDX-License-Identifier: Apache-2.0
/**
 * What channel connectors and CRM adapters share when they speak HTTP: the Feign set-up, tokens,
 * signatures, the reading of JSON and the mapping of errors.
 */
@org.jspecify.annotations.NullMarked
module dev.gapless.http {
  requires transitive com.fasterxml.jackson.databind;
  requires transitive dev.gapless.api;
  requires transitive feign.core;
  requires com.google.i18n.phonenumbers.libphonenumber;
  requires feign.java11;
  requires java.net.http;
  requires org.slf4j;

  exports dev.gapless.http;
  exports dev.gapless.http.entry;
  exports dev.gapless.http.graph;
  exports dev.gapless.http.graph.setup;
  exports dev.gapless.http.media;
  exports dev.gapless.http.payload;
  exports dev.gapless.http.signature;
}
