// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator;

import io.rutter.model.ConfigKey;

/**
 * A rule of a RequestAuthentication that applies to a proxy: what a provider of the filter that
 * checks tokens was made from.
 *
 * @param object the RequestAuthentication
 * @param rule the position of the rule in {@code jwtRules}, from 0
 * @param hasKeys whether a token can be good; false if nobody knows the keys of the issuer
 */
public record AppliedTokenRule(ConfigKey object, int rule, boolean hasKeys) {}
