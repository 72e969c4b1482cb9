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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
          "route/headers-commands",
          "route/direct-response",
          "route/gateway-https-redirect",
          "route/gateway-wildcard-hosts",
          "route/gateway-claims",
          "route/gateway-delegate",
          "listener/gateway-https-versions",
          "listener/vs-tls-sni");

  private AgreementProxies() {}

  /**
   * Proxies of the example mesh, and those of some golden cases: of all whose name matches {@code
   * -Drutter.agreement=REGEX}, if that is given.
   */
  static ImmutableList<XdsResources> all() throws IOException {
    ImmutableList.Builder<XdsResources> all = ImmutableList.builder();
    Path root = EnvoyBinary.root();
    Path cases = root.resolve("testdata/src/test/resources/cases");
    all.addAll(of(root.resolve("examples/bookinfo"), 3));
    for (String name : cases(cases)) {
      all.addAll(of(cases.resolve(name), 1));
    }
    return all.build();
  }

  private static List<String> cases(Path cases) throws IOException {
    Optional<String> wanted = Optional.ofNullable(System.getProperty("rutter.agreement"));
    if (wanted.isEmpty()) {
      return CASES;
    }
    try (Stream<Path> files = Files.walk(cases)) {
      return files
          .filter(file -> file.endsWith("input.yaml"))
          .map(file -> cases.relativize(file.getParent()).toString())
          .filter(name -> name.matches(wanted.get()))
          .sorted()
          .toList();
    }
  }

  /** So many sidecars at most, and all gateways. */
  private static List<XdsResources> of(Path folder, int sidecars) {
    Path input = folder.resolve("input.yaml");
    LoadResult loaded = YamlLoader.create().load(input.toFile().exists() ? input : folder);
    CompiledMesh mesh = Translator.create().compile(loaded.snapshot());
    List<Proxy> proxies = loaded.snapshot().proxies();
    return Stream.concat(
            proxies.stream().filter(proxy -> proxy.type() == ProxyType.SIDECAR).limit(sidecars),
            proxies.stream().filter(proxy -> proxy.type() != ProxyType.SIDECAR))
        .map(mesh::translate)
        .toList();
  }
}
