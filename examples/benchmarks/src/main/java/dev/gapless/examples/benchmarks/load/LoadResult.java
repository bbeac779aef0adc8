// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.benchmarks.load;

/**
 * What a stretch of load came to.
 *
 * @param answered webhooks answered 2xx
 * @param refused webhooks answered otherwise
 * @param perSecond answered 2xx per second
 * @param p50 milliseconds within which half were answered
 * @param p95 and 95 of 100
 * @param p99 and 99 of 100
 */
public record LoadResult(
    long answered, long refused, double perSecond, double p50, double p95, double p99) {}
