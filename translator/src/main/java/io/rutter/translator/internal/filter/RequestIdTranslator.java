// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.filter;

import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.RequestIDExtension;
import io.envoyproxy.envoy.extensions.request_id.uuid.v3.UuidRequestIdConfig;
import io.rutter.translator.internal.proto.Anys;
import io.rutter.translator.internal.proto.Wrappers;

/** How requests are numbered: by a UUID that also carries the decision to trace. */
final class RequestIdTranslator {
  static final RequestIDExtension UUID =
      RequestIDExtension.newBuilder()
          .setTypedConfig(
              Anys.pack(
                  UuidRequestIdConfig.newBuilder()
                      .setUseRequestIdForTraceSampling(Wrappers.TRUE)
                      .build()))
          .build();

  private RequestIdTranslator() {}
}
