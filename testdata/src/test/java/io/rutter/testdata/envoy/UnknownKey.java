// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.envoy;

import io.envoyproxy.envoy.extensions.filters.http.jwt_authn.v3.JwtProvider;
import io.rutter.translator.Translator;
import io.rutter.translator.XdsResources;
import io.rutter.yaml.LoadResult;
import io.rutter.yaml.YamlLoader;
import io.rutter.yaml.YamlSource;

/** The key set that stands for keys that nobody knows, as the translation gives it. */
final class UnknownKey {
  private static final String MESH =
      """
      apiVersion: rutter.io/v1
      kind: Proxy
      metadata: {name: web-1, namespace: shop}
      spec: {ipAddresses: [10.1.0.1]}
      ---
      apiVersion: security.istio.io/v1
      kind: RequestAuthentication
      metadata: {name: a, namespace: shop}
      spec: {jwtRules: [{issuer: unknown, jwksUri: "http://127.0.0.1:1/keys"}]}
      """;

  private UnknownKey() {}

  static String text() {
    LoadResult loaded = YamlLoader.create().load(YamlSource.text("mesh.yaml", MESH));
    XdsResources proxy =
        Translator.create()
            .compile(loaded.snapshot())
            .translate(loaded.snapshot().proxies().get(0));
    return proxy.listeners().stream()
        .flatMap(listener -> listener.getFilterChainsList().stream())
        .flatMap(chain -> AccessFilters.of(chain).providers().stream())
        .map(JwtProvider::getLocalJwks)
        .findFirst()
        .orElseThrow()
        .getInlineString();
  }
}
