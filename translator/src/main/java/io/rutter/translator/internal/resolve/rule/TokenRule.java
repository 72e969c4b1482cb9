// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.rule;

import io.rutter.model.ConfigKey;
import io.rutter.model.security.JwtRule;

/**
 * A rule for tokens that applies to a proxy.
 *
 * @param rule which tokens are meant, and where they are
 * @param keys the keys that their signatures are checked with
 * @param policy the RequestAuthentication that it is of
 * @param position its position there
 */
public record TokenRule(JwtRule rule, TokenKeys keys, ConfigKey policy, int position) {}
