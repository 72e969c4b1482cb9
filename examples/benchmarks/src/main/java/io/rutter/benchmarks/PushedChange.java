// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.benchmarks;

import com.google.common.collect.ImmutableMap;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.destinationrule.ConnectionPool;
import io.rutter.model.destinationrule.DestinationRule;
import io.rutter.model.destinationrule.TcpSettings;
import io.rutter.model.destinationrule.TrafficPolicy;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServiceEndpoints;
import io.rutter.model.security.AuthorizationPolicy;
import io.rutter.model.security.AuthorizationRule;
import io.rutter.model.security.Source;
import io.rutter.model.virtualservice.HttpRoute;
import io.rutter.model.virtualservice.VirtualService;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The kinds of changes that are pushed: one object each, from one state to another and back. */
public enum PushedChange {
  /** A service has an endpoint less. */
  ENDPOINT("Endpoints/ns-1/svc-1.ns-1.svc.cluster.local") {
    @Override
    MeshSnapshot other(MeshSnapshot mesh) {
      ServiceEndpoints group =
          first(mesh.endpoints(), it -> it.hostname().equals("svc-1.ns-1.svc.cluster.local"));
      return mesh.with(
          group.toBuilder()
              .endpoints(group.endpoints().subList(1, group.endpoints().size()))
              .build());
    }
  },
  /** A VirtualService has another timeout. */
  VIRTUAL_SERVICE("VirtualService/ns-1/svc-1") {
    @Override
    MeshSnapshot other(MeshSnapshot mesh) {
      VirtualService rule =
          first(mesh.virtualServices(), it -> it.metadata().name().equals("svc-1"));
      HttpRoute route = rule.http().get(0).toBuilder().timeout(Duration.ofSeconds(7)).build();
      return mesh.with(
          rule.toBuilder()
              .http(Stream.concat(Stream.of(route), rule.http().stream().skip(1)).toList())
              .build());
    }
  },
  /** A DestinationRule has another connection limit. */
  DESTINATION_RULE("DestinationRule/ns-1/svc-1") {
    @Override
    MeshSnapshot other(MeshSnapshot mesh) {
      DestinationRule rule =
          first(mesh.destinationRules(), it -> it.metadata().name().equals("svc-1"));
      TrafficPolicy policy = rule.trafficPolicy().orElseThrow();
      return mesh.with(
          rule.toBuilder()
              .trafficPolicy(policy.toBuilder().connectionPool(twice(policy)).build())
              .build());
    }

    private static ConnectionPool twice(TrafficPolicy policy) {
      ConnectionPool pool = policy.connectionPool().orElseThrow();
      TcpSettings tcp = pool.tcp().orElseThrow();
      return pool.toBuilder()
          .tcp(tcp.toBuilder().maxConnections(2 * tcp.maxConnections().orElseThrow()).build())
          .build();
    }
  },
  /** A service comes, with its endpoints, and goes. */
  SERVICE("ServiceEntry/ns-2/svc-2.ns-2.svc.cluster.local") {
    @Override
    MeshSnapshot other(MeshSnapshot mesh) {
      Service like = first(mesh.services(), it -> it.name().equals("svc-2"));
      ServiceEndpoints endpoints =
          first(mesh.endpoints(), it -> it.hostname().equals(like.hostname()));
      Service added =
          like.toBuilder()
              .metadata(like.metadata().toBuilder().name("svc-new").build())
              .hostname("svc-new.ns-2.svc.cluster.local")
              .addresses("10.95.0.1")
              .selector(ImmutableMap.of("app", "svc-new"))
              .build();
      return mesh.with(added).with(ServiceEndpoints.of(added, endpoints.endpoints()));
    }
  },
  /** A policy allows another namespace. */
  POLICY("AuthorizationPolicy/ns-1/svc-1") {
    @Override
    MeshSnapshot other(MeshSnapshot mesh) {
      AuthorizationPolicy policy =
          first(mesh.authorizationPolicies(), it -> it.metadata().name().equals("svc-1"));
      AuthorizationRule rule = policy.rules().get(0);
      Source source = Source.builder().namespaces("ns-2").build();
      return mesh.with(policy.toBuilder().rules(rule.toBuilder().from(source).build()).build());
    }
  };

  private final String key;

  PushedChange(String key) {
    this.key = key;
  }

  /** The object as {@code istiod push -changed} names it; any object of the kind will do. */
  String key() {
    return key;
  }

  /** The mesh after the change. */
  abstract MeshSnapshot other(MeshSnapshot mesh);

  private static <T> T first(List<T> objects, Predicate<T> wanted) {
    return objects.stream().filter(wanted).findFirst().orElseThrow();
  }

  /** The kind of a name as it is written on the command line: {@code virtual-service}. */
  public static PushedChange parse(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** Its name on the command line. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
