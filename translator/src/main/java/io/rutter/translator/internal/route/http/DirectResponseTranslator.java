// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route.http;

import com.google.common.base.CharMatcher;
import com.google.common.io.BaseEncoding;
import com.google.protobuf.ByteString;
import io.envoyproxy.envoy.config.core.v3.DataSource;
import io.envoyproxy.envoy.config.route.v3.DirectResponseAction;
import io.rutter.model.virtualservice.DirectResponse;
import io.rutter.model.virtualservice.HttpBody;
import io.rutter.model.virtualservice.HttpBodyContent;

/**
 * {@link DirectResponse} to {@code DirectResponseAction}. Default: no body. Istio document: Virtual
 * Service, {@code HTTPDirectResponse}.
 */
final class DirectResponseTranslator {
  private DirectResponseTranslator() {}

  static DirectResponseAction translate(DirectResponse response, RouteContext context) {
    DirectResponseAction.Builder action =
        DirectResponseAction.newBuilder().setStatus((int) response.status().orElse(0));
    response
        .body()
        .flatMap(HttpBody::content)
        .ifPresent(content -> action.setBody(body(content, context)));
    return action.build();
  }

  private static DataSource body(HttpBodyContent content, RouteContext context) {
    return switch (content.kind()) {
      case TEXT ->
          DataSource.newBuilder().setInlineString(((HttpBodyContent.Text) content).value()).build();
      case BYTES ->
          DataSource.newBuilder()
              .setInlineBytes(decode(((HttpBodyContent.Bytes) content).value(), context))
              .build();
    };
  }

  /** Base64 in either alphabet, with or without padding, as protobuf's JSON form has it. */
  private static ByteString decode(String text, RouteContext context) {
    String standard =
        CharMatcher.is('=').trimTrailingFrom(text).replace('-', '+').replace('_', '/');
    BaseEncoding base64 = BaseEncoding.base64().omitPadding();
    if (!base64.canDecode(standard)) {
      context.notTranslated(
          "spec.http", "directResponse.body.bytes: " + text + " (expected: base64)");
      return ByteString.EMPTY;
    }
    return ByteString.copyFrom(base64.decode(standard));
  }
}
