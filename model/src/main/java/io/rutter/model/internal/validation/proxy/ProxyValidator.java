// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.proxy;

import com.google.common.base.Splitter;
import io.rutter.model.internal.validation.Findings;
import io.rutter.model.internal.validation.NameRules;
import io.rutter.model.internal.validation.ValueRules;
import io.rutter.model.internal.validation.mesh.ProxyConfigValidator;
import io.rutter.model.proxy.Proxy;

/**
 * Checks a {@link Proxy}. Its name and namespace make the id {@code NAME.NAMESPACE}, so the
 * namespace has no dot, and neither has what would end a word on a command line or a part of
 * Envoy's node id.
 */
public final class ProxyValidator {
  private static final Splitter DOTS = Splitter.on('.');

  private ProxyValidator() {}

  /** Checks the spec that starts at one place, and the name and namespace at the other. */
  public static void validate(Proxy proxy, Findings at, Findings metadata) {
    if (!DOTS.splitToList(proxy.name()).stream().allMatch(NameRules::isLabel)) {
      metadata
          .at("name")
          .invalid(
              "name: \"" + proxy.name() + "\" (expected: that of a pod, such as reviews-v1-0)");
    }
    if (!NameRules.isLabel(proxy.namespace())) {
      metadata
          .at("namespace")
          .invalid("namespace: \"" + proxy.namespace() + "\" (expected: letters, digits, hyphens)");
    }
    for (int i = 0; i < proxy.ipAddresses().size(); i++) {
      if (!NameRules.isIp(proxy.ipAddresses().get(i))) {
        at.at("ipAddresses")
            .at(i)
            .invalid("address: \"" + proxy.ipAddresses().get(i) + "\" (expected: an IP address)");
      }
    }
    ValueRules.checkLabels(proxy.labels(), at.at("labels"));
    ProxyMetadataRules.check(proxy.metadata(), at.at("metadata"));
    proxy
        .proxyConfig()
        .ifPresent(
            config -> ProxyConfigValidator.validate(config, at.at("metadata").at("PROXY_CONFIG")));
  }
}
