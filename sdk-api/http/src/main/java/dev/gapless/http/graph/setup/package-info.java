// SPDX-License-Identifier: Apache-2.0
/** What connectors over the Graph API check of their set-up alike, each finding with its remedy. */
package dev.gapless.http.graph.setup;
