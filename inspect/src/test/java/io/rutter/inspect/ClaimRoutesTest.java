// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Routes that depend on what a token claims, or on the headers that it leaves. */
class ClaimRoutesTest {
  private static Simulator simulator(String provider) {
    return Envoys.ofHttp(
        """
        httpFilters: [{name: f, typedConfig: {
          "@type": "type.googleapis.com/envoy.extensions.filters.http.jwt_authn.v3.JwtAuthentication",
          providers: {p: {issuer: i, localJwks: {inlineString: x}, payloadInMetadata: payload, %s}},
          rules: [{match: {prefix: "/"}, requires: {requiresAny: {requirements: [
            {providerName: p}, {allowMissing: {}}]}}}]}}],
        """
            .formatted(provider),
        """
        {name: v, domains: ["*"], routes: [
          {match: {prefix: "/", dynamicMetadata: [{filter: "envoy.filters.http.jwt_authn",
            path: [{key: payload}, {key: group}], value: {stringMatch: {exact: admin}}}]},
            route: {cluster: admins}},
          {match: {prefix: "/", headers: [{name: x-group, stringMatch: {exact: staff}}]},
            route: {cluster: staff}},
          %s]}
        """
            .formatted(Envoys.rest()));
  }

  private static String cluster(Simulator simulator, String group) {
    CallDescription call = CallDescription.builder().url("http://a/").claim("group", group).build();
    return simulator.call(call).cluster().orElseThrow();
  }

  @Test
  void countWhereTheRouteIsChosenAnew() {
    Simulator simulator =
        simulator(
            "clearRouteCache: true, claimToHeaders: [{headerName: x-group, claimName: group}]");

    assertThat(cluster(simulator, "admin")).isEqualTo("admins");
    assertThat(cluster(simulator, "staff")).isEqualTo("staff");
    assertThat(cluster(simulator, "other")).isEqualTo("rest");
    assertThat(simulator.call("http://a/").cluster()).hasValue("rest");
  }

  @Test
  void doNotCountWhereItStays() {
    Simulator simulator = simulator("claimToHeaders: [{headerName: x-group, claimName: group}]");

    assertThat(cluster(simulator, "admin")).isEqualTo("rest");
    assertThat(cluster(simulator, "staff")).isEqualTo("rest");
  }
}
