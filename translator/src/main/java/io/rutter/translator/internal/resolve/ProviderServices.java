// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import io.rutter.model.ConfigKey;
import io.rutter.model.mesh.provider.DatadogProvider;
import io.rutter.model.mesh.provider.DynatraceApi;
import io.rutter.model.mesh.provider.ExtAuthzGrpcProvider;
import io.rutter.model.mesh.provider.ExtAuthzHttpProvider;
import io.rutter.model.mesh.provider.HttpGrpcAccessLogProvider;
import io.rutter.model.mesh.provider.OpenTelemetryAccessLogProvider;
import io.rutter.model.mesh.provider.OpenTelemetryProvider;
import io.rutter.model.mesh.provider.OpenTelemetrySampling;
import io.rutter.model.mesh.provider.ProviderKind;
import io.rutter.model.mesh.provider.SdsProvider;
import io.rutter.model.mesh.provider.SkywalkingProvider;
import io.rutter.model.mesh.provider.TcpGrpcAccessLogProvider;
import io.rutter.model.mesh.provider.ZipkinProvider;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.registry.Service;
import io.rutter.translator.internal.resolve.registry.ServiceIndex;
import io.rutter.translator.internal.resolve.settings.MeshSettings;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The services that extension providers name, and no others: what is made from providers does not
 * depend on the rest of the registry.
 */
public final class ProviderServices {
  /** The services of each host that a provider names. */
  private final ImmutableListMultimap<String, Service> byHost;

  private ProviderServices(ImmutableListMultimap<String, Service> byHost) {
    this.byHost = byHost;
  }

  /** The inputs of the index. */
  record Inputs(MeshSettings settings, ServiceIndex services) {}

  static ProviderServices of(Inputs inputs) {
    ImmutableListMultimap.Builder<String, Service> byHost = ImmutableListMultimap.builder();
    inputs.settings().config().extensionProviders().stream()
        .flatMap(provider -> provider.provider().stream())
        .flatMap(ProviderServices::named)
        .map(ProviderServices::host)
        .distinct()
        .forEach(host -> byHost.putAll(host, inputs.services().ofHost(host)));
    return new ProviderServices(byHost.build());
  }

  /** The index after a change; the known one if its services are the same. */
  static ProviderServices after(Inputs before, ProviderServices known, Inputs now) {
    ProviderServices next = of(now);
    return next.byHost.equals(known.byHost) ? known : next;
  }

  private static Stream<String> named(ProviderKind kind) {
    return switch (kind.kind()) {
      case ZIPKIN -> Stream.of(((ZipkinProvider) kind).service());
      case DATADOG -> Stream.of(((DatadogProvider) kind).service());
      case SKYWALKING -> Stream.of(((SkywalkingProvider) kind).service());
      case OPEN_TELEMETRY -> named((OpenTelemetryProvider) kind);
      case HTTP_GRPC_ACCESS_LOG -> Stream.of(((HttpGrpcAccessLogProvider) kind).service());
      case TCP_GRPC_ACCESS_LOG -> Stream.of(((TcpGrpcAccessLogProvider) kind).service());
      case OPEN_TELEMETRY_ACCESS_LOG ->
          Stream.of(((OpenTelemetryAccessLogProvider) kind).service());
      case SDS -> Stream.of(((SdsProvider) kind).service());
      case EXT_AUTHZ_HTTP -> Stream.of(((ExtAuthzHttpProvider) kind).service());
      case EXT_AUTHZ_GRPC -> Stream.of(((ExtAuthzGrpcProvider) kind).service());
      case PROMETHEUS, FILE_ACCESS_LOG -> Stream.empty();
    };
  }

  private static Stream<String> named(OpenTelemetryProvider provider) {
    return Stream.concat(
        Stream.of(provider.service()),
        provider
            .sampling()
            .filter(OpenTelemetrySampling.Dynatrace.class::isInstance)
            .flatMap(sampling -> ((OpenTelemetrySampling.Dynatrace) sampling).value().httpService())
            .map(DynatraceApi::service)
            .stream());
  }

  /**
   * The service and port of a provider.
   *
   * @param service {@code NAMESPACE/HOST}, or a host
   * @param port the port of the service
   */
  private record Address(String service, OptionalInt port) {}

  /** The services that may be meant by {@code NAMESPACE/HOST}, or by a host of any namespace. */
  public ImmutableList<Service> named(String service) {
    int slash = service.indexOf('/');
    String namespace = slash < 0 ? "" : service.substring(0, slash);
    return byHost.get(host(service)).stream()
        .filter(found -> namespace.isEmpty() || found.namespace().equals(namespace))
        .collect(toImmutableList());
  }

  /** The host of {@code NAMESPACE/HOST}, or of a host. */
  public static String host(String service) {
    return service.substring(service.indexOf('/') + 1);
  }

  /** The service: {@code NAMESPACE/HOST}, or a host that is in one namespace only. */
  public Optional<Service> find(String service) {
    ImmutableList<Service> found = named(service);
    boolean ambiguous = found.stream().map(Service::namespace).distinct().count() > 1;
    return ambiguous ? Optional.empty() : found.stream().findFirst();
  }

  /** Whether a service has the port. */
  public static boolean hasPort(Service service, OptionalInt port) {
    return service.ports().stream().anyMatch(each -> each.number() == port.orElse(0));
  }

  /** Reports tracers that are left out because their service lacks the port. */
  void report(MeshSettings settings, ProblemSink problems) {
    for (int i = 0; i < settings.config().extensionProviders().size(); i++) {
      String path = "spec.extensionProviders[" + i + "]";
      settings
          .config()
          .extensionProviders()
          .get(i)
          .provider()
          .flatMap(ProviderServices::addressOfTracer)
          .ifPresent(address -> report(address, path, problems));
    }
  }

  private void report(Address address, String path, ProblemSink problems) {
    find(address.service())
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
