// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.mesh;

import io.rutter.model.mesh.ProviderKind;
import io.rutter.yaml.internal.node.ObjectNode;
import java.util.Optional;

/** Reads {@link ProviderKind}: the one of its fields that is set. */
public final class ProviderKindReader {
  private ProviderKindReader() {}

  /** Reads the value from the fields of the enclosing object. */
  public static Optional<ProviderKind> read(ObjectNode in) {
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
            "sds")
        .flatMap(
            field ->
                switch (field) {
                  case "zipkin" ->
                      in.object("zipkin", ZipkinProviderReader::read).map(ProviderKind.Zipkin::new);
                  case "datadog" ->
                      in.object("datadog", DatadogProviderReader::read)
                          .map(ProviderKind.Datadog::new);
                  case "skywalking" ->
                      in.object("skywalking", SkywalkingProviderReader::read)
                          .map(ProviderKind.Skywalking::new);
                  case "opentelemetry" ->
                      in.object("opentelemetry", OpenTelemetryProviderReader::read)
                          .map(ProviderKind.OpenTelemetry::new);
                  case "prometheus" ->
                      in.object("prometheus", PrometheusProviderReader::read)
                          .map(ProviderKind.Prometheus::new);
                  case "envoyFileAccessLog" ->
                      in.object("envoyFileAccessLog", FileAccessLogProviderReader::read)
                          .map(ProviderKind.FileAccessLog::new);
                  case "envoyHttpAls" ->
                      in.object("envoyHttpAls", HttpGrpcAccessLogProviderReader::read)
                          .map(ProviderKind.HttpGrpcAccessLog::new);
                  case "envoyTcpAls" ->
                      in.object("envoyTcpAls", TcpGrpcAccessLogProviderReader::read)
                          .map(ProviderKind.TcpGrpcAccessLog::new);
                  case "envoyOtelAls" ->
                      in.object("envoyOtelAls", OpenTelemetryAccessLogProviderReader::read)
                          .map(ProviderKind.OpenTelemetryAccessLog::new);
                  default -> in.object("sds", SdsProviderReader::read).map(ProviderKind.Sds::new);
                });
  }
}
