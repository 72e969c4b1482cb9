// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.filter.accesslog;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import com.google.protobuf.util.JsonFormat;
import io.envoyproxy.envoy.config.core.v3.TypedExtensionConfig;
import io.envoyproxy.envoy.extensions.formatter.req_without_query.v3.ReqWithoutQuery;
import io.rutter.translator.internal.proto.Anys;
import io.rutter.translator.internal.proto.Structs;
import java.util.Optional;

/** The content of an access log entry. Istio document: Envoy Access Logs, default format. */
final class AccessLogFormats {
  private static final String REQUEST_WITHOUT_QUERY = "%REQ_WITHOUT_QUERY";

  /** Istio's line of text. */
  static final String TEXT =
      "[%START_TIME%] \"%REQ(:METHOD)% %REQ(X-ENVOY-ORIGINAL-PATH?:PATH)% %PROTOCOL%\""
          + " %RESPONSE_CODE% %RESPONSE_FLAGS% %RESPONSE_CODE_DETAILS%"
          + " %CONNECTION_TERMINATION_DETAILS% \"%UPSTREAM_TRANSPORT_FAILURE_REASON%\""
          + " %BYTES_RECEIVED% %BYTES_SENT% %DURATION% %RESP(X-ENVOY-UPSTREAM-SERVICE-TIME)%"
          + " \"%REQ(X-FORWARDED-FOR)%\" \"%REQ(USER-AGENT)%\" \"%REQ(X-REQUEST-ID)%\""
          + " \"%REQ(:AUTHORITY)%\" \"%UPSTREAM_HOST%\" %UPSTREAM_CLUSTER_RAW%"
          + " %UPSTREAM_LOCAL_ADDRESS% %DOWNSTREAM_LOCAL_ADDRESS% %DOWNSTREAM_REMOTE_ADDRESS%"
          + " %REQUESTED_SERVER_NAME% %ROUTE_NAME%\n";

  /** Istio's JSON object. */
  static final Struct JSON =
      Structs.of(
          ImmutableMap.<String, Object>builder()
              .put("start_time", "%START_TIME%")
              .put("route_name", "%ROUTE_NAME%")
              .put("method", "%REQ(:METHOD)%")
              .put("path", "%REQ(X-ENVOY-ORIGINAL-PATH?:PATH)%")
              .put("protocol", "%PROTOCOL%")
              .put("response_code", "%RESPONSE_CODE%")
              .put("response_flags", "%RESPONSE_FLAGS%")
              .put("response_code_details", "%RESPONSE_CODE_DETAILS%")
              .put("connection_termination_details", "%CONNECTION_TERMINATION_DETAILS%")
              .put("bytes_received", "%BYTES_RECEIVED%")
              .put("bytes_sent", "%BYTES_SENT%")
              .put("duration", "%DURATION%")
              .put("upstream_service_time", "%RESP(X-ENVOY-UPSTREAM-SERVICE-TIME)%")
              .put("x_forwarded_for", "%REQ(X-FORWARDED-FOR)%")
              .put("user_agent", "%REQ(USER-AGENT)%")
              .put("request_id", "%REQ(X-REQUEST-ID)%")
              .put("authority", "%REQ(:AUTHORITY)%")
              .put("upstream_host", "%UPSTREAM_HOST%")
              .put("upstream_cluster", "%UPSTREAM_CLUSTER_RAW%")
              .put("upstream_local_address", "%UPSTREAM_LOCAL_ADDRESS%")
              .put("downstream_local_address", "%DOWNSTREAM_LOCAL_ADDRESS%")
              .put("downstream_remote_address", "%DOWNSTREAM_REMOTE_ADDRESS%")
              .put("requested_server_name", "%REQUESTED_SERVER_NAME%")
              .put("upstream_transport_failure_reason", "%UPSTREAM_TRANSPORT_FAILURE_REASON%")
              .buildOrThrow());

  private AccessLogFormats() {}

  /** A line of text with a line end; Istio's line if the given one is empty. */
  static String text(String given) {
    return given.isEmpty() ? TEXT : given.endsWith("\n") ? given : given + "\n";
  }

  /** The JSON object of a string; Istio's object if the string is not a JSON object. */
  static Struct json(Optional<String> given) {
    Struct.Builder parsed = Struct.newBuilder();
    try {
      if (given.isPresent()) {
        JsonFormat.parser().merge(given.get(), parsed);
      }
    } catch (InvalidProtocolBufferException e) {
      return JSON;
    }
    return given.isPresent() ? parsed.build() : JSON;
  }

  /** The extensions that the operators of a line need. */
  static ImmutableList<TypedExtensionConfig> formatters(String text) {
    return text.contains(REQUEST_WITHOUT_QUERY)
        ? ImmutableList.of(
            TypedExtensionConfig.newBuilder()
                .setName("envoy.formatter.req_without_query")
                .setTypedConfig(Anys.pack(ReqWithoutQuery.getDefaultInstance()))
                .build())
        : ImmutableList.of();
  }

  /** The extensions that the operators in the values of an object need. */
  static ImmutableList<TypedExtensionConfig> formatters(Struct object) {
    return object.getFieldsMap().values().stream()
        .map(Value::getStringValue)
        .filter(text -> text.contains(REQUEST_WITHOUT_QUERY))
        .findFirst()
        .map(AccessLogFormats::formatters)
        .orElse(ImmutableList.of());
  }
}
