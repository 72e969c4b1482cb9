// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.security;

import io.rutter.model.internal.validation.Findings;
import io.rutter.model.security.Source;

/** Checks a {@link Source}. Istio document: Authorization Policy, {@code Source}. */
final class SourceValidator {
  private static final Source EMPTY = Source.builder().build();

  private SourceValidator() {}

  static void validate(Source source, Findings at) {
    if (source.equals(EMPTY)) {
      at.missing("no field (expected: at least one)");
    }
    boolean accounts =
        !source.serviceAccounts().isEmpty() || !source.notServiceAccounts().isEmpty();
    boolean identities =
        !source.principals().isEmpty()
            || !source.notPrincipals().isEmpty()
            || !source.namespaces().isEmpty()
            || !source.notNamespaces().isEmpty();
    if (accounts && identities) {
      at.conflicting("service accounts beside principals or namespaces (expected: one of them)");
    }
    PolicyValueRules.checkTexts(source.principals(), at.at("principals"));
    PolicyValueRules.checkTexts(source.notPrincipals(), at.at("notPrincipals"));
    PolicyValueRules.checkTexts(source.requestPrincipals(), at.at("requestPrincipals"));
    PolicyValueRules.checkTexts(source.notRequestPrincipals(), at.at("notRequestPrincipals"));
    PolicyValueRules.checkTexts(source.namespaces(), at.at("namespaces"));
    PolicyValueRules.checkTexts(source.notNamespaces(), at.at("notNamespaces"));
    PolicyValueRules.checkAccounts(source.serviceAccounts(), at.at("serviceAccounts"));
    PolicyValueRules.checkAccounts(source.notServiceAccounts(), at.at("notServiceAccounts"));
    PolicyValueRules.checkAddresses(source.ipBlocks(), at.at("ipBlocks"));
    PolicyValueRules.checkAddresses(source.notIpBlocks(), at.at("notIpBlocks"));
    PolicyValueRules.checkAddresses(source.remoteIpBlocks(), at.at("remoteIpBlocks"));
    PolicyValueRules.checkAddresses(source.notRemoteIpBlocks(), at.at("notRemoteIpBlocks"));
    PolicyValueRules.checkTrustDomainsOfSource(source.trustDomains(), at.at("trustDomains"));
    PolicyValueRules.checkTrustDomainsOfSource(source.notTrustDomains(), at.at("notTrustDomains"));
  }
}
