// SPDX-License-Identifier: Apache-2.0
/** The door an application walks through, and behind it lanes and delivery. */
@org.jspecify.annotations.NullMarked
module dev.gapless.engine {
  requires transitive dev.gapless.api;
  requires com.fasterxml.jackson.databind;
  requires io.github.resilience4j.circuitbreaker;
  requires io.github.resilience4j.core;
  requires org.slf4j;

  exports dev.gapless.engine;
  exports dev.gapless.engine.journal;
  exports dev.gapless.engine.policy;

  uses dev.gapless.api.channel.ChannelConnectorProvider;
  uses dev.gapless.api.crm.CrmAdapterProvider;
  uses dev.gapless.engine.journal.JournalOpenerProvider;
}
