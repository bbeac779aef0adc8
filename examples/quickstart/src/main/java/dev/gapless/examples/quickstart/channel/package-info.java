// SPDX-License-Identifier: Apache-2.0
/** Files of a channel's payloads, and the connector that reads them. */
package dev.gapless.examples.quickstart.channel;
