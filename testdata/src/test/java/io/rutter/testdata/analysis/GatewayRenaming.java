// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.analysis;

import io.rutter.model.ConfigKey;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.virtualservice.HttpMatch;
import io.rutter.model.virtualservice.HttpRoute;
import io.rutter.model.virtualservice.VirtualService;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Gives a Gateway that VirtualServices name another name, wherever they name it. Nothing may change
 * by that if there is none: what cannot be said of taking the name out, where matches of a
 * VirtualService and its delegate are merged.
 */
final class GatewayRenaming {
  private static final String OTHER = "no-such-namespace/no-such-gateway";

  private final String name;

  private GatewayRenaming(String name) {
    this.name = name;
  }

  /** Whether the gateway that is named at this place of an http match may have any name. */
  static boolean isSilent(TranslatedProxies translated, ConfigKey key, FindingPath path) {
    MeshSnapshot mesh = translated.snapshot();
    List<Integer> at = path.indexes();
    String written =
        mesh.virtualServices().stream()
            .filter(value -> ConfigKey.of("VirtualService", value.metadata()).equals(key))
            .map(value -> value.http().get(at.get(0)).match().get(at.get(1)).gateways())
            .findFirst()
            .orElseThrow()
            .get(at.get(2));
    GatewayRenaming renaming = new GatewayRenaming(full(written, key.namespace()));
    return translated.areSameFor(
        mesh.toBuilder()
            .virtualServices(mesh.virtualServices().stream().map(renaming::of).toList())
            .build());
  }

  private VirtualService of(VirtualService value) {
    String namespace = value.metadata().namespace();
    UnaryOperator<List<String>> renamed =
        names -> names.stream().map(n -> full(n, namespace).equals(name) ? OTHER : n).toList();
    return value.toBuilder()
        .gateways(renamed.apply(value.gateways()))
        .http(value.http().stream().map(rule -> of(rule, renamed)).toList())
        .build();
  }

  private static HttpRoute of(HttpRoute rule, UnaryOperator<List<String>> renamed) {
    List<HttpMatch> matches =
        rule.match().stream()
            .map(match -> match.toBuilder().gateways(renamed.apply(match.gateways())).build())
            .toList();
    return rule.toBuilder().match(matches).build();
  }

  private static String full(String name, String namespace) {
    return name.equals("mesh") || name.contains("/") ? name : namespace + "/" + name;
  }
}
