// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.mesh;

import io.rutter.model.mesh.provider.FileAccessLogProvider;
import io.rutter.model.mesh.provider.FileLogFormat;
import io.rutter.model.mesh.provider.FileLogFormatKind;
import io.rutter.model.mesh.provider.HttpGrpcAccessLogProvider;
import io.rutter.model.mesh.provider.OpenTelemetryAccessLogProvider;
import io.rutter.model.mesh.provider.OpenTelemetryLogFormat;
import io.rutter.model.mesh.provider.TcpGrpcAccessLogProvider;
import io.rutter.yaml.internal.node.ObjectNode;
import java.util.Optional;

/** Reads the providers of access logs. */
final class AccessLogProviderReader {
  private AccessLogProviderReader() {}

  /** Istio: {@code MeshConfig.ExtensionProvider.EnvoyFileAccessLogProvider}. */
  static FileAccessLogProvider fileAccessLogProvider(ObjectNode in) {
    FileAccessLogProvider.Builder provider = FileAccessLogProvider.builder();
    in.string("path").ifPresent(provider::path);
    in.object("logFormat", AccessLogProviderReader::fileLogFormat).ifPresent(provider::logFormat);
    provider.omitEmptyValues(in.bool("omitEmptyValues"));
    return provider.build();
  }

  /** Istio: {@code MeshConfig.ExtensionProvider.EnvoyFileAccessLogProvider.LogFormat}. */
  private static FileLogFormat fileLogFormat(ObjectNode in) {
    FileLogFormat.Builder format = FileLogFormat.builder();
    fileLogFormatKind(in).ifPresent(format::logFormat);
    return format.build();
  }

  /** The field of this oneof that is set; {@code in} is the message around it. */
  private static Optional<FileLogFormatKind> fileLogFormatKind(ObjectNode in) {
    return in.oneOf("text", "labels")
        .flatMap(
            field ->
                switch (field) {
                  case "text" -> in.stringValue("text").map(FileLogFormatKind.Text::new);
                  default -> Optional.of(new FileLogFormatKind.Labels(in.freeForm("labels")));
                });
  }

  /** Istio: {@code MeshConfig.ExtensionProvider.EnvoyHttpGrpcV3LogProvider}. */
  static HttpGrpcAccessLogProvider httpGrpcAccessLogProvider(ObjectNode in) {
    HttpGrpcAccessLogProvider.Builder provider = HttpGrpcAccessLogProvider.builder();
    provider.service(in.requiredString("service"));
    in.port("port").ifPresent(provider::port);
    in.string("logName").ifPresent(provider::logName);
    provider.filterStateObjectsToLog(in.strings("filterStateObjectsToLog"));
    provider.additionalRequestHeadersToLog(in.strings("additionalRequestHeadersToLog"));
    provider.additionalResponseHeadersToLog(in.strings("additionalResponseHeadersToLog"));
    provider.additionalResponseTrailersToLog(in.strings("additionalResponseTrailersToLog"));
    return provider.build();
  }

  /** Istio: {@code MeshConfig.ExtensionProvider.EnvoyTcpGrpcV3LogProvider}. */
  static TcpGrpcAccessLogProvider tcpGrpcAccessLogProvider(ObjectNode in) {
    TcpGrpcAccessLogProvider.Builder provider = TcpGrpcAccessLogProvider.builder();
    provider.service(in.requiredString("service"));
    in.port("port").ifPresent(provider::port);
    in.string("logName").ifPresent(provider::logName);
    provider.filterStateObjectsToLog(in.strings("filterStateObjectsToLog"));
    return provider.build();
  }

  /** Istio: {@code MeshConfig.ExtensionProvider.EnvoyOpenTelemetryLogProvider}. */
  static OpenTelemetryAccessLogProvider openTelemetryAccessLogProvider(ObjectNode in) {
    OpenTelemetryAccessLogProvider.Builder provider = OpenTelemetryAccessLogProvider.builder();
    provider.service(in.requiredString("service"));
    in.port("port").ifPresent(provider::port);
    in.string("logName").ifPresent(provider::logName);
    in.object("logFormat", AccessLogProviderReader::openTelemetryLogFormat)
        .ifPresent(provider::logFormat);
    return provider.build();
  }

  /** Istio: {@code MeshConfig.ExtensionProvider.EnvoyOpenTelemetryLogProvider.LogFormat}. */
  private static OpenTelemetryLogFormat openTelemetryLogFormat(ObjectNode in) {
    OpenTelemetryLogFormat.Builder format = OpenTelemetryLogFormat.builder();
    in.string("text").ifPresent(format::text);
    format.labels(in.freeForm("labels"));
    return format.build();
  }
}
