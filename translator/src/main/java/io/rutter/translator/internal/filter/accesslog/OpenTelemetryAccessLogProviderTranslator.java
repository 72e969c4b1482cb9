// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.filter.accesslog;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.envoyproxy.envoy.config.accesslog.v3.AccessLog;
import io.envoyproxy.envoy.config.core.v3.TypedExtensionConfig;
import io.envoyproxy.envoy.extensions.access_loggers.open_telemetry.v3.OpenTelemetryAccessLogConfig;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.common.v1.KeyValueList;
import io.rutter.model.mesh.provider.OpenTelemetryAccessLogProvider;
import io.rutter.model.mesh.provider.OpenTelemetryLogFormat;
import io.rutter.translator.internal.proto.Anys;
import io.rutter.translator.internal.proto.Structs;
import io.rutter.translator.internal.provider.ExtensionProviders;

/**
 * An access log that goes to an OpenTelemetry collector: {@code OpenTelemetryAccessLogConfig}.
 * Default: Istio's line of text as body, no attributes. Istio document: Global Mesh Options, {@code
 * EnvoyOpenTelemetryLogProvider}.
 */
final class OpenTelemetryAccessLogProviderTranslator {
  private OpenTelemetryAccessLogProviderTranslator() {}

  static AccessLog translate(
      OpenTelemetryAccessLogProvider provider, ExtensionProviders.Target target) {
    String body =
        provider
            .logFormat()
            .flatMap(OpenTelemetryLogFormat::text)
            .filter(text -> !text.isEmpty())
            .orElse(AccessLogFormats.TEXT);
    Struct labels =
        provider
            .logFormat()
            .map(format -> Structs.of(format.labels()))
            .orElse(Struct.getDefaultInstance());
    OpenTelemetryAccessLogConfig.Builder config =
        OpenTelemetryAccessLogConfig.newBuilder()
            .setCommonConfig(
                GrpcAccessLogs.common(
                    provider
                        .logName()
                        .filter(name -> !name.isEmpty())
                        .orElse("otel_envoy_accesslog"),
                    target,
                    GrpcAccessLogs.PEERS_OF_ALL_VERSIONS))
            .setDisableBuiltinLabels(true)
            .setBody(AnyValue.newBuilder().setStringValue(body))
            .addAllFormatters(formatters(body, labels));
    if (labels.getFieldsCount() > 0) {
      config.setAttributes(attributes(labels));
    }
    return AccessLog.newBuilder()
        .setName("envoy.access_loggers.open_telemetry")
        .setTypedConfig(Anys.pack(config.build()))
        .build();
  }

  private static ImmutableList<TypedExtensionConfig> formatters(String body, Struct labels) {
    ImmutableList<TypedExtensionConfig> ofBody = AccessLogFormats.formatters(body);
    return ofBody.isEmpty() ? AccessLogFormats.formatters(labels) : ofBody;
  }

  private static KeyValueList attributes(Struct labels) {
    KeyValueList.Builder attributes = KeyValueList.newBuilder();
    ImmutableSortedMap.<String, Value>copyOf(labels.getFieldsMap())
        .forEach(
            (key, value) ->
                attributes.addValues(
                    KeyValue.newBuilder()
                        .setKey(key)
                        .setValue(AnyValue.newBuilder().setStringValue(value.getStringValue()))));
    return attributes.build();
  }
}
