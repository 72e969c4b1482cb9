// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.filter.accesslog;

import com.google.protobuf.Struct;
import io.envoyproxy.envoy.config.accesslog.v3.AccessLog;
import io.envoyproxy.envoy.config.core.v3.DataSource;
import io.envoyproxy.envoy.config.core.v3.JsonFormatOptions;
import io.envoyproxy.envoy.config.core.v3.SubstitutionFormatString;
import io.envoyproxy.envoy.extensions.access_loggers.file.v3.FileAccessLog;
import io.rutter.model.mesh.AccessLogEncoding;
import io.rutter.model.mesh.MeshConfig;
import io.rutter.model.mesh.provider.FileAccessLogProvider;
import io.rutter.model.mesh.provider.FileLogFormat;
import io.rutter.model.mesh.provider.FileLogFormatKind;
import io.rutter.translator.internal.proto.Anys;
import io.rutter.translator.internal.proto.Structs;
import java.util.Optional;

/**
 * An access log in a file: {@code FileAccessLog}. Default: Istio's format; providers write to
 * {@code /dev/stdout}. Istio documents: Envoy Access Logs; Global Mesh Options, {@code
 * EnvoyFileAccessLogProvider}.
 */
final class FileAccessLogTranslator {
  private FileAccessLogTranslator() {}

  /** A log in the mesh's own format. */
  static AccessLog translate(String path, MeshConfig mesh) {
    return log(
        path,
        Optional.of(
            mesh.accessLogEncoding() == AccessLogEncoding.JSON
                ? json(AccessLogFormats.json(mesh.accessLogFormat()))
                : text(mesh.accessLogFormat().orElse(""))));
  }

  /** A log in the format of a provider; an object without a format leaves it to Envoy. */
  static AccessLog translate(FileAccessLogProvider provider) {
    Optional<SubstitutionFormatString.Builder> format =
        provider.logFormat().isPresent()
            ? provider
                .logFormat()
                .flatMap(FileLogFormat::logFormat)
                .map(FileAccessLogTranslator::format)
            : Optional.of(text(""));
    return log(
        provider.path().filter(path -> !path.isEmpty()).orElse("/dev/stdout"),
        format.map(f -> f.setOmitEmptyValues(provider.omitEmptyValues())));
  }

  private static SubstitutionFormatString.Builder format(FileLogFormatKind kind) {
    if (kind instanceof FileLogFormatKind.Labels labels) {
      return json(labels.value().isEmpty() ? AccessLogFormats.JSON : Structs.of(labels.value()));
    }
    return text(((FileLogFormatKind.Text) kind).value());
  }

  private static SubstitutionFormatString.Builder text(String given) {
    String line = AccessLogFormats.text(given);
    return SubstitutionFormatString.newBuilder()
        .setTextFormatSource(DataSource.newBuilder().setInlineString(line))
        .addAllFormatters(AccessLogFormats.formatters(line));
  }

  private static SubstitutionFormatString.Builder json(Struct object) {
    return SubstitutionFormatString.newBuilder()
        .setJsonFormat(object)
        .setJsonFormatOptions(JsonFormatOptions.getDefaultInstance())
        .addAllFormatters(AccessLogFormats.formatters(object));
  }

  private static AccessLog log(String path, Optional<SubstitutionFormatString.Builder> format) {
    FileAccessLog.Builder log = FileAccessLog.newBuilder().setPath(path);
    format.ifPresent(log::setLogFormat);
    return AccessLog.newBuilder()
        .setName("envoy.access_loggers.file")
        .setTypedConfig(Anys.pack(log.build()))
        .build();
  }
}
