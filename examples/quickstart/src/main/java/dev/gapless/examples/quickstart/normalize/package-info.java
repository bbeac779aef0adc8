// SPDX-License-Identifier: Apache-2.0
/** Shows what a connector reads in payloads, one JSON line per item. */
package dev.gapless.examples.quickstart.normalize;
