// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.rutter.model.ConfigKey;
import io.rutter.model.mesh.provider.DatadogProvider;
import io.rutter.model.mesh.provider.OpenTelemetryProvider;
import io.rutter.model.mesh.provider.ProviderKind;
import io.rutter.model.mesh.provider.SkywalkingProvider;
import io.rutter.model.mesh.provider.ZipkinProvider;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.registry.Service;
import io.rutter.translator.internal.resolve.registry.ServiceIndex;
import io.rutter.translator.internal.resolve.settings.MeshSettings;
import java.util.Optional;
import java.util.OptionalInt;

/** The services of extension providers. */
public final class ProviderServices {
  /**
   * The service and port of a provider.
   *
   * @param service {@code NAMESPACE/HOST}, or a host
   * @param port the port of the service
   */
  private record Address(String service, OptionalInt port) {}

  private ProviderServices() {}

  /** The services that may be meant by {@code NAMESPACE/HOST}, or by a host of any namespace. */
  public static ImmutableList<Service> named(ServiceIndex services, String service) {
    int slash = service.indexOf('/');
    String namespace = slash < 0 ? "" : service.substring(0, slash);
    return services.ofHost(host(service)).stream()
        .filter(found -> namespace.isEmpty() || found.namespace().equals(namespace))
        .collect(toImmutableList());
  }

  /** The host of {@code NAMESPACE/HOST}, or of a host. */
  public static String host(String service) {
    return service.substring(service.indexOf('/') + 1);
  }

  /** The service: {@code NAMESPACE/HOST}, or a host that is in one namespace only. */
  public static Optional<Service> find(ServiceIndex services, String service) {
    ImmutableList<Service> found = named(services, service);
    boolean ambiguous = found.stream().map(Service::namespace).distinct().count() > 1;
    return ambiguous ? Optional.empty() : found.stream().findFirst();
  }

  /** Whether a service has the port. */
  public static boolean hasPort(Service service, OptionalInt port) {
    return service.ports().stream().anyMatch(each -> each.number() == port.orElse(0));
  }

  /** Reports tracers that are left out because their service lacks the port. */
  static void report(MeshSettings settings, ServiceIndex services, ProblemSink problems) {
    for (int i = 0; i < settings.config().extensionProviders().size(); i++) {
      String path = "spec.extensionProviders[" + i + "]";
      settings
          .config()
          .extensionProviders()
          .get(i)
          .provider()
          .flatMap(ProviderServices::addressOfTracer)
          .ifPresent(address -> report(address, path, services, problems));
    }
  }

  private static void report(
      Address address, String path, ServiceIndex services, ProblemSink problems) {
    find(services, address.service())
        .filter(service -> !hasPort(service, address.port()))
        .ifPresent(
            service ->
                problems.report(
                    Problem.warning(ProblemCode.UNKNOWN_PORT)
                        .object(ConfigKey.MESH_CONFIG)
                        .path(path)
                        .message(
                            "port "
                                + address.port().orElse(0)
                                + " of "
                                + service.hostname()
                                + " (expected: a port of the service; the provider is left out)")
                        .build()));
  }

  private static Optional<Address> addressOfTracer(ProviderKind kind) {
    if (kind instanceof ZipkinProvider it) {
      return Optional.of(new Address(it.service(), it.port()));
    }
    if (kind instanceof DatadogProvider it) {
      return Optional.of(new Address(it.service(), it.port()));
    }
    if (kind instanceof SkywalkingProvider it) {
      return Optional.of(new Address(it.service(), it.port()));
    }
    if (kind instanceof OpenTelemetryProvider it) {
      return Optional.of(new Address(it.service(), it.port()));
    }
    return Optional.empty();
  }
}
