// SPDX-License-Identifier: Apache-2.0
/** What Salesforce says when it says no: the shapes of its answers, and what each code means. */
package dev.gapless.crm.salesforce.answer;
