// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.tls;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.net.InetAddresses;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.SubjectAltNameMatcher;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.SubjectAltNameMatcher.SanType;
import io.envoyproxy.envoy.type.matcher.v3.StringMatcher;
import io.rutter.model.registry.SpiffeNames;
import io.rutter.translator.internal.proto.StringMatchers;
import java.util.List;

/**
 * What names a peer's certificate must carry: {@code match_typed_subject_alt_names}. Istio writes
 * the deprecated untyped list, which Envoy compares with URI, DNS, e-mail and IP names; here each
 * name is compared with the types that fit its form.
 */
public final class SubjectAltNameMatchers {
  private SubjectAltNameMatchers() {}

  /** Matchers for certificates with one of these names. */
  public static ImmutableList<SubjectAltNameMatcher> exact(List<String> names) {
    ImmutableList.Builder<SubjectAltNameMatcher> matchers = ImmutableList.builder();
    for (String name : names) {
      for (SanType type : typesOf(name)) {
        matchers.add(matcher(type, StringMatchers.exact(name)));
      }
    }
    return matchers.build();
  }

  /** Matchers for certificates with a SPIFFE identity of one of these trust domains. */
  public static ImmutableList<SubjectAltNameMatcher> trustDomains(List<String> trustDomains) {
    return trustDomains.stream()
        .map(
            domain ->
                matcher(SanType.URI, StringMatchers.prefix(SpiffeNames.SCHEME + domain + "/")))
        .collect(toImmutableList());
  }

  private static ImmutableList<SanType> typesOf(String name) {
    if (InetAddresses.isInetAddress(name)) {
      return ImmutableList.of(SanType.IP_ADDRESS, SanType.DNS);
    }
    if (name.contains(":")) {
      return ImmutableList.of(SanType.URI);
    }
    return ImmutableList.of(name.contains("@") ? SanType.EMAIL : SanType.DNS);
  }

  private static SubjectAltNameMatcher matcher(SanType type, StringMatcher matcher) {
    return SubjectAltNameMatcher.newBuilder().setSanType(type).setMatcher(matcher).build();
  }
}
