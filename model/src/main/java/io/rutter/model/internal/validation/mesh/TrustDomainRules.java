// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.mesh;

import com.google.common.base.Splitter;
import io.rutter.model.internal.validation.Findings;
import io.rutter.model.internal.validation.NameRules;
import java.util.List;

/** Trust domains, the first part of every SPIFFE name. Istio document: Global Mesh Options. */
final class TrustDomainRules {
  private static final Splitter DOTS = Splitter.on('.');

  private TrustDomainRules() {}

  /** Checks a trust domain; a trailing dot is allowed. */
  static void check(String domain, Findings at) {
    List<String> labels =
        DOTS.splitToList(domain.endsWith(".") ? domain.substring(0, domain.length() - 1) : domain);
    if (!labels.stream().allMatch(NameRules::isLabel)) {
      at.invalid(
          "trust domain: \"" + domain + "\" (expected: a domain name such as cluster.local)");
    }
  }

  /** Checks several trust domains. */
  static void check(List<String> domains, Findings at) {
    for (int i = 0; i < domains.size(); i++) {
      check(domains.get(i), at.at(i));
    }
  }
}
