// SPDX-License-Identifier: Apache-2.0
package dev.gapless.api.channel;

/**
 * One configured channel. What it can do is said by the further interfaces it implements: {@link
 * WebhookReceiver}, {@link CatchUpReader}, {@link Enricher}, {@link MediaSource}, {@link
 * HealthProbe}, {@link SetupRepair}. All methods may be called by many threads at once.
 *
 * <p>A connector never sleeps, retries or keeps a queue: it reads and classifies, the engine
 * decides.
 */
public interface ChannelConnector extends AutoCloseable {
  /** Frees what the connector holds. Called once; no other method is called afterwards. */
  @Override
  void close();
}
