// SPDX-License-Identifier: Apache-2.0
/** What an answer of a CRM means to its adapter, told without a connection. */
package dev.gapless.examples.quickstart.classify;
