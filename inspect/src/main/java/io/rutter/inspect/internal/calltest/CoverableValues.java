// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.calltest;

import com.google.common.collect.ImmutableMap;
import io.rutter.inspect.calltest.CallCoverage.Kind;
import io.rutter.model.ConfigKey;
import io.rutter.model.ConfigValue;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.ObjectMeta;
import io.rutter.model.security.AuthorizationPolicy;
import io.rutter.model.security.RequestAuthentication;
import io.rutter.model.virtualservice.HttpRoute;
import io.rutter.model.virtualservice.HttpRouteDestination;
import io.rutter.model.virtualservice.RouteDestination;
import io.rutter.model.virtualservice.VirtualService;
import java.util.List;
import java.util.OptionalInt;

/** The values of a mesh that tests of calls can cover. */
public final class CoverableValues {
  private final ImmutableMap.Builder<ConfigValue, Kind> all = ImmutableMap.builder();

  private CoverableValues() {}

  /** The values by object, in the order of the mesh. */
  public static ImmutableMap<ConfigValue, Kind> of(MeshSnapshot mesh) {
    CoverableValues values = new CoverableValues();
    mesh.virtualServices().forEach(values::add);
    for (AuthorizationPolicy policy : mesh.authorizationPolicies()) {
      values.addList(
          "AuthorizationPolicy", policy.metadata(), "spec.rules", policy.rules(), Kind.POLICY);
    }
    for (RequestAuthentication tokens : mesh.requestAuthentications()) {
      values.addList(
          "RequestAuthentication",
          tokens.metadata(),
          "spec.jwtRules",
          tokens.jwtRules(),
          Kind.TOKEN);
    }
    return values.all.buildKeepingLast();
  }

  private void add(VirtualService service) {
    ConfigKey key = ConfigKey.of("VirtualService", service.metadata());
    for (int i = 0; i < service.http().size(); i++) {
      HttpRoute rule = service.http().get(i);
      List<OptionalInt> weights =
          rule.redirect().isPresent() || rule.directResponse().isPresent()
              ? List.of()
              : rule.route().stream().map(HttpRouteDestination::weight).toList();
      add(key, "spec.http[" + i + "]", rule.match().size(), weights);
    }
    for (int i = 0; i < service.tls().size(); i++) {
      add(
          key,
          "spec.tls[" + i + "]",
          service.tls().get(i).match().size(),
          weights(service.tls().get(i).route()));
    }
    for (int i = 0; i < service.tcp().size(); i++) {
      add(
          key,
          "spec.tcp[" + i + "]",
          service.tcp().get(i).match().size(),
          weights(service.tcp().get(i).route()));
    }
  }

  private static List<OptionalInt> weights(List<RouteDestination> destinations) {
    return destinations.stream().map(RouteDestination::weight).toList();
  }

  private void add(ConfigKey key, String rule, int matches, List<OptionalInt> weights) {
    all.put(new ConfigValue(key, rule), Kind.RULE);
    for (int i = 0; i < matches; i++) {
      all.put(new ConfigValue(key, rule + ".match[" + i + "]"), Kind.MATCH);
    }
    for (int i = 0; i < weights.size(); i++) {
      if (weights.size() == 1 || weights.get(i).orElse(0) > 0) {
        all.put(new ConfigValue(key, rule + ".route[" + i + "]"), Kind.DESTINATION);
      }
    }
  }

  private void addList(String kind, ObjectMeta metadata, String path, List<?> list, Kind of) {
    for (int i = 0; i < list.size(); i++) {
      all.put(new ConfigValue(ConfigKey.of(kind, metadata), path + "[" + i + "]"), of);
    }
  }
}
