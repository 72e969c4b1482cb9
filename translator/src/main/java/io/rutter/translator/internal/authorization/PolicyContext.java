// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.authorization;

/**
 * What the translation of a rule depends on besides the rule.
 *
 * @param namespace the namespace of the policy
 * @param trustDomains those of the mesh
 */
record PolicyContext(String namespace, TrustDomains trustDomains) {}
