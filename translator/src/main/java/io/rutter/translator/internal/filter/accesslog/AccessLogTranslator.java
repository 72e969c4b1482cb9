// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.filter.accesslog;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.accesslog.v3.AccessLog;
import io.envoyproxy.envoy.config.accesslog.v3.AccessLogFilter;
import io.envoyproxy.envoy.config.accesslog.v3.ResponseFlagFilter;
import io.rutter.model.mesh.DefaultProviders;
import io.rutter.model.mesh.MeshConfig;
import io.rutter.model.mesh.provider.ExtensionProvider;
import io.rutter.model.mesh.provider.FileAccessLogProvider;
import io.rutter.model.mesh.provider.HttpGrpcAccessLogProvider;
import io.rutter.model.mesh.provider.OpenTelemetryAccessLogProvider;
import io.rutter.model.mesh.provider.ProviderKind;
import io.rutter.model.mesh.provider.TcpGrpcAccessLogProvider;
import io.rutter.translator.internal.provider.ExtensionProviders;
import io.rutter.translator.internal.resolve.MeshIndex;
import io.rutter.translator.internal.resolve.ProxyScope;
import java.util.Comparator;
import java.util.Optional;

/**
 * The access logs of connection managers, TCP proxies and listeners. The default providers come
 * first; if none of them writes logs, the mesh's file and the bootstrap's service are used.
 * Default: no log. Istio documents: Envoy Access Logs; Global Mesh Options.
 */
public final class AccessLogTranslator {
  private AccessLogTranslator() {}

  /** The logs of a connection manager. */
  public static ImmutableList<AccessLog> http(ProxyScope scope) {
    ImmutableList<AccessLog> fromProviders = fromProviders(scope.mesh());
    if (!fromProviders.isEmpty()) {
      return fromProviders;
    }
    MeshConfig mesh = scope.settings().config();
    ImmutableList.Builder<AccessLog> logs = ImmutableList.builder();
    file(mesh).ifPresent(logs::add);
    if (mesh.enableEnvoyAccessLogService()) {
      logs.add(GrpcAccessLogs.httpToBootstrapService());
    }
    return logs.build();
  }

  /** The logs of a TCP proxy. */
  public static ImmutableList<AccessLog> tcp(ProxyScope scope) {
    return connections(scope, "tcp_envoy_accesslog");
  }

  /**
   * The logs of a listener: only connections that match no filter chain, because others are logged
   * by their chain.
   */
  public static ImmutableList<AccessLog> listener(ProxyScope scope) {
    if (scope.settings().config().disableEnvoyListenerLog()) {
      return ImmutableList.of();
    }
    AccessLogFilter noRoute =
        AccessLogFilter.newBuilder()
            .setResponseFlagFilter(ResponseFlagFilter.newBuilder().addFlags("NR"))
            .build();
    return connections(scope, "listener_envoy_accesslog").stream()
        .map(log -> log.toBuilder().setFilter(noRoute).build())
        .collect(toImmutableList());
  }

  private static ImmutableList<AccessLog> connections(ProxyScope scope, String logName) {
    ImmutableList<AccessLog> fromProviders = fromProviders(scope.mesh());
    if (!fromProviders.isEmpty()) {
      return fromProviders;
    }
    MeshConfig mesh = scope.settings().config();
    ImmutableList.Builder<AccessLog> logs = ImmutableList.builder();
    file(mesh).ifPresent(logs::add);
    if (mesh.enableEnvoyAccessLogService()) {
      logs.add(GrpcAccessLogs.tcpToBootstrapService(logName));
    }
    return logs.build();
  }

  private static Optional<AccessLog> file(MeshConfig mesh) {
    return mesh.accessLogFile()
        .filter(path -> !path.isEmpty())
        .map(path -> FileAccessLogTranslator.translate(path, mesh));
  }

  /**
   * The logs of providers, sorted by name so that the order in the mesh's settings does not matter.
   */
  private static ImmutableList<AccessLog> fromProviders(MeshIndex mesh) {
    ImmutableList<String> names =
        ExtensionProviders.defaults(mesh, DefaultProviders::accessLogging);
    if (names.isEmpty()) {
      return ImmutableList.of();
    }
    return names.stream()
        .distinct()
        .flatMap(name -> ExtensionProviders.find(mesh, name).stream())
        .sorted(Comparator.comparing(ExtensionProvider::name))
        .flatMap(provider -> fromProvider(mesh, provider).stream())
        .collect(toImmutableList());
  }

  private static Optional<AccessLog> fromProvider(MeshIndex mesh, ExtensionProvider provider) {
    if (provider.provider().isEmpty()) {
      return Optional.empty();
    }
    ProviderKind kind = provider.provider().get();
    if (kind instanceof FileAccessLogProvider file) {
      return Optional.of(fromFileProvider(mesh, provider.name(), file));
    }
    if (kind instanceof HttpGrpcAccessLogProvider http) {
      return ExtensionProviders.target(mesh, http.service(), http.port())
          .map(target -> GrpcAccessLogs.of(http, target));
    }
    if (kind instanceof TcpGrpcAccessLogProvider tcp) {
      return ExtensionProviders.target(mesh, tcp.service(), tcp.port())
          .map(target -> GrpcAccessLogs.of(tcp, target));
    }
    if (kind instanceof OpenTelemetryAccessLogProvider otel) {
      return ExtensionProviders.target(mesh, otel.service(), otel.port())
          .map(target -> OpenTelemetryAccessLogProviderTranslator.translate(otel, target));
    }
    return Optional.empty();
  }

  /** The built-in provider follows the mesh's format unless it has one of its own. */
  private static AccessLog fromFileProvider(
      MeshIndex mesh, String name, FileAccessLogProvider provider) {
    boolean meshFormat =
        name.equals(ExtensionProviders.BUILT_IN_ACCESS_LOG)
            && provider.logFormat().isEmpty()
            && !provider.omitEmptyValues();
    return meshFormat
        ? FileAccessLogTranslator.translate(provider.path().orElse(""), mesh.settings().config())
        : FileAccessLogTranslator.translate(provider);
  }
}
