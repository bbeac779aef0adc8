// SPDX-License-Identifier: Apache-2.0
/** Entries as records of Salesforce: what goes into which field, and what became of it. */
package dev.gapless.crm.salesforce.entry;
