// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.random;

import static io.rutter.testdata.random.RandomObject.always;
import static io.rutter.testdata.random.RandomObject.mapping;
import static io.rutter.testdata.random.RandomObject.rarely;
import static io.rutter.testdata.random.RandomObject.sometimes;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Sidecars and the mesh's settings, as far as they change what routing gives. */
final class RandomSurroundings {
  private RandomSurroundings() {}

  /** A Sidecar. */
  static Arbitrary<Map<String, Object>> sidecar() {
    Arbitrary<List<String>> hosts =
        Arbitraries.of(
            List.of("*/*"),
            List.of("./*"),
            List.of("./*", "other/*"),
            List.of("*/reviews.default.svc.cluster.local", "*/*.example.com"),
            List.of("~/*"));
    return mapping(
        rarely(
            "workloadSelector",
            Arbitraries.of("client", "no").map(app -> Map.of("labels", Map.of("app", app)))),
        always(
            "egress",
            Arbitraries.oneOf(
                mapping(always("hosts", hosts)).list().ofSize(1),
                Arbitraries.just(
                    List.of(
                        Map.of(
                            "port",
                            Map.of("number", 9080, "name", "http", "protocol", "HTTP"),
                            "hosts",
                            List.of("./*")),
                        Map.of("hosts", List.of("*/*")))))),
        rarely(
            "outboundTrafficPolicy",
            Arbitraries.of("REGISTRY_ONLY", "ALLOW_ANY").map(mode -> Map.of("mode", mode))));
  }

  /** A document with settings of the mesh. */
  static Arbitrary<Map<String, Object>> mesh() {
    return mapping(
        always("apiVersion", Arbitraries.just("rutter.io/v1")),
        always("kind", Arbitraries.just("MeshConfig")),
        always(
            "spec",
            mapping(
                sometimes(
                    "outboundTrafficPolicy",
                    Arbitraries.of("REGISTRY_ONLY", "ALLOW_ANY").map(m -> Map.of("mode", m))),
                rarely("defaultHttpRetryPolicy", RandomVirtualService.retries()),
                rarely("defaultVirtualServiceExportTo", Arbitraries.of(List.of("."), List.of("*"))),
                rarely(
                    "pathNormalization",
                    Arbitraries.of("NONE", "MERGE_SLASHES", "DECODE_AND_MERGE_SLASHES")
                        .map(n -> Map.of("normalization", n))),
                rarely("proxyHttpPort", Arbitraries.just(15002)))));
  }
}
