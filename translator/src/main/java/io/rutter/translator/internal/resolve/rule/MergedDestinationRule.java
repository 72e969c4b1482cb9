// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.rule;

import com.google.common.collect.ImmutableList;
import io.rutter.model.ConfigKey;
import io.rutter.model.destinationrule.DestinationRule;

/**
 * The rule for one host, merged from all rules of one namespace for that host.
 *
 * @param rule the merged rule, with the metadata of the first rule of {@code from}
 * @param from the rules it was merged from, the deciding one first
 */
public record MergedDestinationRule(DestinationRule rule, ImmutableList<ConfigKey> from) {}
