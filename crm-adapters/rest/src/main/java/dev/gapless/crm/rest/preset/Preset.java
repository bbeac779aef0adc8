// SPDX-License-Identifier: Apache-2.0
package dev.gapless.crm.rest.preset;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How one kind of CRM is spoken to, read from a preset file. The reference of the language is the
 * README of this module.
 *
 * @param name the file, for messages
 * @param basePath put before the path of every request but the one for a token
 * @param authentication who we are
 * @param once the strategies the CRM can be used with, the default first
 * @param visibleAfter how long after a lost answer an entry may still appear
 * @param batch most entries per call
 * @param check the call that shows whether we can work
 * @param people how people are found; empty means that every entry goes to the inbox
 * @param create how entries are made
 * @param update how entries are changed
 * @param lookUp how entries are found by our key
 * @param makePerson how a person's record is made
 * @param attachFile how a file is hung on an entry
 * @param rates how many calls the CRM takes
 * @param mostAtOnce how many of them at the same time
 * @param rules what answers of whole calls mean
 */
public record Preset(
    String name,
    String basePath,
    Authentication authentication,
    List<Strategy> once,
    Optional<Duration> visibleAfter,
    int batch,
    SetupProbe check,
    Optional<PeopleSearch> people,
    Write create,
    Write update,
    Optional<LookUp> lookUp,
    Optional<PersonForm> makePerson,
    Optional<FileForm> attachFile,
    List<Rate> rates,
    OptionalInt mostAtOnce,
    List<Rule> rules) {}
