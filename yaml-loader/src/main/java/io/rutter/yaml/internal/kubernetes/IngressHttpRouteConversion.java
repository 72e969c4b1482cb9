// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.kubernetes;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.rutter.model.ConfigKey;
import io.rutter.model.ObjectMeta;
import io.rutter.model.mesh.MeshDefaults;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.registry.ServicePort;
import io.rutter.model.virtualservice.Destination;
import io.rutter.model.virtualservice.HttpMatch;
import io.rutter.model.virtualservice.HttpRoute;
import io.rutter.model.virtualservice.HttpRouteDestination;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Makes the {@link HttpRoute} of an {@link Ingress.Path}. A path whose backend is no service, or
 * names a port that the service does not have, is left out. Istio document: Kubernetes Ingress.
 */
final class IngressHttpRouteConversion {
  private final ImmutableMap<ConfigKey, KubernetesService> services;
  private final ImmutableSet<ConfigKey> refused;
  private final ProblemSink sink;

  IngressHttpRouteConversion(
      ImmutableMap<ConfigKey, KubernetesService> services,
      ImmutableSet<ConfigKey> refused,
      ProblemSink sink) {
    this.services = services;
    this.refused = refused;
    this.sink = sink;
  }

  /**
   * The routes of a rule.
   *
   * @param ingress the Ingress of the rule
   * @param rulePath where the rule is in it
   */
  ImmutableList<HttpRoute> convert(
      ObjectMeta ingress, String rulePath, ImmutableList<Ingress.Path> paths) {
    ImmutableList.Builder<HttpRoute> routes = ImmutableList.builder();
    for (int i = 0; i < paths.size(); i++) {
      Ingress.Path path = paths.get(i);
      destination(ingress, rulePath + ".http.paths[" + i + "].backend", path)
          .map(destination -> route(path, destination))
          .ifPresent(routes::add);
    }
    return routes.build();
  }

  private static HttpRoute route(Ingress.Path path, Destination destination) {
    HttpRoute.Builder route =
        HttpRoute.builder()
            .route(HttpRouteDestination.builder().destination(destination).weight(100).build());
    IngressPathConversion.convert(path)
        .ifPresent(uri -> route.match(HttpMatch.builder().uri(uri).build()));
    return route.build();
  }

  private Optional<Destination> destination(ObjectMeta ingress, String at, Ingress.Path path) {
    if (path.backend().isEmpty()) {
      report(ProblemCode.NOT_TRANSLATED, ingress, at, "no service, the path is left out");
      return Optional.empty();
    }
    Ingress.Backend backend = path.backend().get();
    OptionalInt port =
        backend.portNumber().isPresent() ? backend.portNumber() : numberOf(ingress, backend);
    if (port.isEmpty() && refused.contains(service(ingress, backend))) {
      return Optional.empty();
    }
    if (port.isEmpty()) {
      report(
          ProblemCode.UNRESOLVED_REFERENCE,
          ingress,
          at + ".service.port.name",
          "\"%s\", the path is left out (expected: the name of a port of Service/%s/%s)"
              .formatted(backend.portName(), ingress.namespace(), backend.service()));
      return Optional.empty();
    }
    return Optional.of(
        Destination.builder()
            .host(MeshDefaults.serviceHostname(ingress.namespace(), backend.service()))
            .port(port.getAsInt())
            .build());
  }

  private OptionalInt numberOf(ObjectMeta ingress, Ingress.Backend backend) {
    return Optional.ofNullable(services.get(service(ingress, backend))).stream()
        .flatMap(service -> service.ports().stream())
        .filter(port -> port.name().equals(backend.portName()))
        .mapToInt(ServicePort::number)
        .findFirst();
  }

  private static ConfigKey service(ObjectMeta ingress, Ingress.Backend backend) {
    return new ConfigKey("Service", ingress.namespace(), backend.service());
  }

  private void report(ProblemCode code, ObjectMeta ingress, String path, String message) {
    sink.report(
        Problem.warning(code)
            .object(ConfigKey.of("Ingress", ingress))
            .path(path)
            .message(message)
            .build());
  }
}
