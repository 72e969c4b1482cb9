// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.virtualservice;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableMap;
import io.rutter.model.internal.validation.Findings;
import io.rutter.model.virtualservice.HttpRoute;
import io.rutter.model.virtualservice.Rewrite;

/** The authority of a request can be changed in several places, but only in one at a time. */
final class AuthorityRules {
  private AuthorityRules() {}

  static boolean isAuthority(String header) {
    return header.equals(":authority") || Ascii.equalsIgnoreCase(header, "host");
  }

  static void check(HttpRoute route, Findings at) {
    long places =
        route.rewrite().flatMap(Rewrite::authority).stream().count()
            + route
                .headers()
                .flatMap(headers -> headers.request())
                .map(request -> count(request.set()) + count(request.add()))
                .orElse(0L);
    if (places > 1) {
      at.conflicting("the authority is set more than once (expected: in one place)");
    }
  }

  private static long count(ImmutableMap<String, String> headers) {
    return headers.keySet().stream().filter(AuthorityRules::isAuthority).count();
  }
}
