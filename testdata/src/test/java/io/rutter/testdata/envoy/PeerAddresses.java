// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.envoy;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import io.envoyproxy.envoy.config.rbac.v3.Policy;
import io.envoyproxy.envoy.config.rbac.v3.Principal;
import io.envoyproxy.envoy.config.rbac.v3.RBAC;

/**
 * RBAC filters that take the address which the PROXY protocol names for that of the peer: {@code
 * source_ip} in place of {@code direct_remote_ip}, which is the loopback address in all tests.
 */
final class PeerAddresses {
  private PeerAddresses() {}

  /** The filter with these addresses; another filter as it is. */
  static Any in(Any filter) throws InvalidProtocolBufferException {
    if (filter.is(io.envoyproxy.envoy.extensions.filters.http.rbac.v3.RBAC.class)) {
      io.envoyproxy.envoy.extensions.filters.http.rbac.v3.RBAC.Builder rbac =
          filter.unpack(io.envoyproxy.envoy.extensions.filters.http.rbac.v3.RBAC.class).toBuilder();
      if (rbac.hasRules()) {
        rbac.setRules(in(rbac.getRules()));
      }
      if (rbac.hasShadowRules()) {
        rbac.setShadowRules(in(rbac.getShadowRules()));
      }
      return Any.pack(rbac.build());
    }
    if (filter.is(io.envoyproxy.envoy.extensions.filters.network.rbac.v3.RBAC.class)) {
      io.envoyproxy.envoy.extensions.filters.network.rbac.v3.RBAC.Builder rbac =
          filter
              .unpack(io.envoyproxy.envoy.extensions.filters.network.rbac.v3.RBAC.class)
              .toBuilder();
      if (rbac.hasRules()) {
        rbac.setRules(in(rbac.getRules()));
      }
      if (rbac.hasShadowRules()) {
        rbac.setShadowRules(in(rbac.getShadowRules()));
      }
      return Any.pack(rbac.build());
    }
    return filter;
  }

  private static RBAC in(RBAC rules) {
    RBAC.Builder result = rules.toBuilder();
    rules
        .getPoliciesMap()
        .forEach(
            (name, policy) -> {
              Policy.Builder changed = policy.toBuilder().clearPrincipals();
              policy.getPrincipalsList().forEach(one -> changed.addPrincipals(in(one)));
              result.putPolicies(name, changed.build());
            });
    return result.build();
  }

  // As long as Envoy has the field: nothing else means the address that the PROXY protocol names.
  @SuppressWarnings("deprecation") // see above
  private static Principal in(Principal principal) {
    return switch (principal.getIdentifierCase()) {
      case AND_IDS -> principal.toBuilder().setAndIds(in(principal.getAndIds())).build();
      case OR_IDS -> principal.toBuilder().setOrIds(in(principal.getOrIds())).build();
      case NOT_ID -> principal.toBuilder().setNotId(in(principal.getNotId())).build();
      case DIRECT_REMOTE_IP ->
          principal.toBuilder().setSourceIp(principal.getDirectRemoteIp()).build();
      default -> principal;
    };
  }

  private static Principal.Set in(Principal.Set all) {
    Principal.Set.Builder result = Principal.Set.newBuilder();
    all.getIdsList().forEach(one -> result.addIds(in(one)));
    return result.build();
  }
}
