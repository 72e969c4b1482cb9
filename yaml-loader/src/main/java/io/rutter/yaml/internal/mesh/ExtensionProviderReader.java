// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.mesh;

import io.rutter.model.mesh.provider.ExtensionProvider;
import io.rutter.model.mesh.provider.PrometheusProvider;
import io.rutter.model.mesh.provider.ProviderKind;
import io.rutter.model.mesh.provider.SdsProvider;
import io.rutter.yaml.internal.node.ObjectNode;
import java.util.Optional;

/** Reads {@link ExtensionProvider}. */
final class ExtensionProviderReader {
  private ExtensionProviderReader() {}

  static ExtensionProvider extensionProvider(ObjectNode in) {
    ExtensionProvider.Builder provider = ExtensionProvider.builder();
    provider.name(in.requiredString("name"));
    providerKind(in).ifPresent(provider::provider);
    in.ignore("no longer translated by Istio either", "lightstep", "opencensus", "stackdriver");
    return provider.build();
  }

  /** The field of this oneof that is set; {@code in} is the message around it. */
  private static Optional<ProviderKind> providerKind(ObjectNode in) {
    return in.oneOf(
            "zipkin",
            "datadog",
            "skywalking",
            "opentelemetry",
            "prometheus",
            "envoyFileAccessLog",
            "envoyHttpAls",
            "envoyTcpAls",
            "envoyOtelAls",
            "sds",
            "envoyExtAuthzHttp",
            "envoyExtAuthzGrpc")
        .flatMap(
            field ->
                switch (field) {
                  case "zipkin" -> in.object("zipkin", TracingProviderReader::zipkinProvider);
                  case "datadog" -> in.object("datadog", TracingProviderReader::datadogProvider);
                  case "skywalking" ->
                      in.object("skywalking", TracingProviderReader::skywalkingProvider);
                  case "opentelemetry" ->
                      in.object(
                          "opentelemetry", OpenTelemetryProviderReader::openTelemetryProvider);
                  case "prometheus" ->
                      in.object("prometheus", unused -> PrometheusProvider.builder().build());
                  case "envoyFileAccessLog" ->
                      in.object(
                          "envoyFileAccessLog", AccessLogProviderReader::fileAccessLogProvider);
                  case "envoyHttpAls" ->
                      in.object("envoyHttpAls", AccessLogProviderReader::httpGrpcAccessLogProvider);
                  case "envoyTcpAls" ->
                      in.object("envoyTcpAls", AccessLogProviderReader::tcpGrpcAccessLogProvider);
                  case "envoyOtelAls" ->
                      in.object(
                          "envoyOtelAls", AccessLogProviderReader::openTelemetryAccessLogProvider);
                  case "envoyExtAuthzHttp" ->
                      in.object("envoyExtAuthzHttp", ExtAuthzProviderReader::extAuthzHttpProvider);
                  case "envoyExtAuthzGrpc" ->
                      in.object("envoyExtAuthzGrpc", ExtAuthzProviderReader::extAuthzGrpcProvider);
                  default -> in.object("sds", ExtensionProviderReader::sdsProvider);
                });
  }

  /** Istio: {@code MeshConfig.ExtensionProvider.SDSProvider}. */
  private static SdsProvider sdsProvider(ObjectNode in) {
    SdsProvider.Builder provider = SdsProvider.builder();
    provider.name(in.requiredString("name"));
    provider.service(in.requiredString("service"));
    in.port("port").ifPresent(provider::port);
    return provider.build();
  }
}
