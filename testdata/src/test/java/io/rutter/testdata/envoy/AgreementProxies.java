// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.envoy;

import com.google.common.collect.ImmutableList;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.proxy.ProxyType;
import io.rutter.translator.CompiledMesh;
import io.rutter.translator.Translator;
import io.rutter.translator.XdsResources;
import io.rutter.yaml.LoadResult;
import io.rutter.yaml.YamlLoader;
import java.nio.file.Path;
import java.util.List;

/** Proxies that between them have each kind of listener, filter chain and route. */
final class AgreementProxies {
  private static final List<String> CASES =
      List.of(
          "route/match-uri",
          "route/match-headers",
          "route/match-query",
          "route/redirect",
          "route/rewrite",
          "route/headers",
          "route/direct-response",
          "route/gateway-https-redirect",
          "route/gateway-wildcard-hosts",
          "listener/vs-tls-sni");

  private AgreementProxies() {}

  /** Proxies of the example mesh, and one of each of some golden cases. */
  static ImmutableList<XdsResources> all() {
    ImmutableList.Builder<XdsResources> all = ImmutableList.builder();
    Path root = EnvoyBinary.root();
    all.addAll(of(root.resolve("examples/bookinfo"), 3));
    for (String name : CASES) {
      all.addAll(of(root.resolve("testdata/src/main/resources/cases").resolve(name), 1));
    }
    return all.build();
  }

  /** So many sidecars at most, and all gateways. */
  private static List<XdsResources> of(Path folder, int sidecars) {
    Path input = folder.resolve("input.yaml");
    LoadResult loaded = YamlLoader.create().load(input.toFile().exists() ? input : folder);
    CompiledMesh mesh = Translator.create().compile(loaded.snapshot());
    List<Proxy> proxies = loaded.snapshot().proxies();
    return java.util.stream.Stream.concat(
            proxies.stream().filter(proxy -> proxy.type() == ProxyType.SIDECAR).limit(sidecars),
            proxies.stream().filter(proxy -> proxy.type() != ProxyType.SIDECAR))
        .map(mesh::translate)
        .toList();
  }
}
