// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.destination;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableSet;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.rutter.model.ConfigKey;
import io.rutter.model.mesh.DefaultProviders;
import io.rutter.model.mesh.MeshConfig;
import io.rutter.model.mesh.provider.DatadogProvider;
import io.rutter.model.mesh.provider.ExtAuthzGrpcProvider;
import io.rutter.model.mesh.provider.ExtAuthzHttpProvider;
import io.rutter.model.mesh.provider.ExtensionProvider;
import io.rutter.model.mesh.provider.HttpGrpcAccessLogProvider;
import io.rutter.model.mesh.provider.OpenTelemetryAccessLogProvider;
import io.rutter.model.mesh.provider.OpenTelemetryProvider;
import io.rutter.model.mesh.provider.OpenTelemetrySampling;
import io.rutter.model.mesh.provider.ProviderKind;
import io.rutter.model.mesh.provider.SdsProvider;
import io.rutter.model.mesh.provider.SkywalkingProvider;
import io.rutter.model.mesh.provider.TcpGrpcAccessLogProvider;
import io.rutter.model.mesh.provider.ZipkinProvider;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.registry.Service;
import io.rutter.model.security.AuthorizationProvider;
import io.rutter.model.virtualservice.Destination;
import io.rutter.translator.internal.analyze.known.FindingPlace;
import io.rutter.translator.internal.analyze.known.InactiveObjects;
import io.rutter.translator.internal.resolve.MeshIndex;
import io.rutter.translator.internal.resolve.ProviderServices;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The services of the providers that proxies use, as destinations: the default ones of logs and of
 * traces, the first for secrets, and those that policies name. Istio document: Global Mesh Options,
 * {@code ExtensionProvider}.
 */
final class ProviderDestinations {
  private final MeshIndex mesh;
  private final InactiveObjects inactive;
  private final ImmutableList.Builder<PlacedDestination> found = ImmutableList.builder();

  private ProviderDestinations(MeshIndex mesh) {
    this.mesh = mesh;
    this.inactive = InactiveObjects.of(mesh.snapshot());
  }

  /**
   * The services of providers that proxies use, in the order of the settings.
   *
   * @param problems receives a problem for each provider whose service is unknown
   */
  static ImmutableList<PlacedDestination> of(MeshIndex mesh, ProblemSink problems) {
    MeshConfig config = mesh.settings().config();
    FindingPlace providers =
        new FindingPlace(ConfigKey.MESH_CONFIG, "spec.extensionProviders", problems);
    ImmutableSet<String> used =
        ImmutableSet.<String>builder().addAll(used(config)).addAll(named(mesh)).build();
    ProviderDestinations destinations = new ProviderDestinations(mesh);
    Set<String> known = new HashSet<>();
    boolean hasSecrets = false;
    for (int i = 0; i < config.extensionProviders().size(); i++) {
      ExtensionProvider provider = config.extensionProviders().get(i);
      String name = Ascii.toLowerCase(provider.name());
      boolean isSecrets = provider.provider().filter(SdsProvider.class::isInstance).isPresent();
      boolean isFirst = known.add(name);
      if (isSecrets ? !hasSecrets : isFirst && used.contains(name)) {
        // For secrets, each translation reports it where the secret is named.
        FindingPlace place = isSecrets ? providers.to(problem -> {}).at(i) : providers.at(i);
        provider.provider().ifPresent(kind -> destinations.add(kind, place));
      }
      hasSecrets |= isSecrets;
    }
    return destinations.found.build();
  }

  /** Names in lower case, because case does not matter. Only the first tracing provider counts. */
  private static ImmutableSet<String> used(MeshConfig config) {
    ImmutableSet.Builder<String> names = ImmutableSet.builder();
    List<String> logs =
        config.defaultProviders().map(DefaultProviders::accessLogging).orElse(ImmutableList.of());
    logs.forEach(name -> names.add(Ascii.toLowerCase(name)));
    config
        .defaultProviders()
        .map(DefaultProviders::tracing)
        .flatMap(tracing -> tracing.stream().findFirst())
        .ifPresent(name -> names.add(Ascii.toLowerCase(name)));
    return names.build();
  }

  private static ImmutableSet<String> named(MeshIndex mesh) {
    return mesh.snapshot().authorizationPolicies().stream()
        .flatMap(policy -> policy.provider().stream())
        .map(AuthorizationProvider::name)
        .collect(toImmutableSet());
  }

  private void add(ProviderKind kind, FindingPlace place) {
    if (kind instanceof ZipkinProvider zipkin) {
      add(place.at("zipkin"), zipkin.service(), zipkin.port());
    } else if (kind instanceof DatadogProvider datadog) {
      add(place.at("datadog"), datadog.service(), datadog.port());
    } else if (kind instanceof SkywalkingProvider skywalking) {
      add(place.at("skywalking"), skywalking.service(), skywalking.port());
    } else if (kind instanceof OpenTelemetryProvider otel) {
      add(place.at("opentelemetry"), otel.service(), otel.port());
      addSampler(otel, place.at("opentelemetry"));
    } else if (kind instanceof HttpGrpcAccessLogProvider http) {
      add(place.at("envoyHttpAls"), http.service(), http.port());
    } else if (kind instanceof TcpGrpcAccessLogProvider tcp) {
      add(place.at("envoyTcpAls"), tcp.service(), tcp.port());
    } else if (kind instanceof OpenTelemetryAccessLogProvider otel) {
      add(place.at("envoyOtelAls"), otel.service(), otel.port());
    } else if (kind instanceof SdsProvider sds) {
      add(place.at("sds"), sds.service(), sds.port());
    } else if (kind instanceof ExtAuthzHttpProvider http) {
      add(place.at("envoyExtAuthzHttp"), http.service(), http.port());
    } else if (kind instanceof ExtAuthzGrpcProvider grpc) {
      add(place.at("envoyExtAuthzGrpc"), grpc.service(), grpc.port());
    }
  }

  private void addSampler(OpenTelemetryProvider provider, FindingPlace place) {
    provider
        .sampling()
        .filter(OpenTelemetrySampling.Dynatrace.class::isInstance)
        .flatMap(sampling -> ((OpenTelemetrySampling.Dynatrace) sampling).value().httpService())
        .ifPresent(
            api -> add(place.at("dynatraceSampler").at("httpService"), api.service(), api.port()));
  }

  /** A service is {@code namespace/host}, or a host that exists in one namespace only. */
  private void add(FindingPlace place, String service, OptionalInt port) {
    String host = ProviderServices.host(service);
    ImmutableSet<String> namespaces =
        mesh.providers().named(service).stream().map(Service::namespace).collect(toImmutableSet());
    if (namespaces.size() == 1) {
      Destination destination = Destination.builder().host(host).port(port.orElse(0)).build();
      found.add(
          new PlacedDestination(
              place, PlacedDestination.Form.PROVIDER, destination, ImmutableSet.of(), false));
    } else if (!inactive.mayHaveHost(host)) {
      place
          .at("service")
          .warn(
              ProblemCode.UNKNOWN_HOST,
              "service: "
                  + service
                  + (namespaces.isEmpty()
                      ? " is no service, so that nothing is sent there (expected: the host of a service)"
                      : " is in namespaces "
                          + String.join(", ", namespaces)
                          + ", so that nothing is sent there (expected: namespace/host)"));
    }
  }
}
