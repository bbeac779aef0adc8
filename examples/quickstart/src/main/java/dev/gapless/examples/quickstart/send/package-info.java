// SPDX-License-Identifier: Apache-2.0
/** Plays the platform: signs payloads, posts them to a host, and follows what becomes of them. */
package dev.gapless.examples.quickstart.send;
