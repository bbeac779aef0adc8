// SPDX-License-Identifier: Apache-2.0
/**
 * A stand-in for an org of Salesforce, as far as it matters to whoever writes entries: fields with
 * types, lengths and rights, unique keys, partial results in the order of the request, row locks on
 * a person and its account, daily and concurrent limits, tokens that end at any moment, answers
 * that are lost after the write. In memory, on the loopback address; it knows nothing of the SDK.
 */
package dev.gapless.examples.quickstart.salesforce;
