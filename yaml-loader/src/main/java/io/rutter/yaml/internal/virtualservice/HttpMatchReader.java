// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.virtualservice;

import io.rutter.model.virtualservice.HttpMatch;
import io.rutter.yaml.internal.common.StringMatchReader;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link HttpMatch} (Istio: {@code HTTPMatchRequest}). */
public final class HttpMatchReader {
  private HttpMatchReader() {}

  /** Reads the fields of the object. */
  public static HttpMatch read(ObjectNode in) {
    HttpMatch.Builder httpMatch = HttpMatch.builder();
    in.string("name").ifPresent(httpMatch::name);
    in.object("uri", StringMatchReader::read).ifPresent(httpMatch::uri);
    in.object("scheme", StringMatchReader::read).ifPresent(httpMatch::scheme);
    in.object("method", StringMatchReader::read).ifPresent(httpMatch::method);
    in.object("authority", StringMatchReader::read).ifPresent(httpMatch::authority);
    httpMatch.headers(in.objectMap("headers", StringMatchReader::read));
    in.port("port").ifPresent(httpMatch::port);
    httpMatch.sourceLabels(in.stringMap("sourceLabels"));
    httpMatch.gateways(in.strings("gateways"));
    httpMatch.queryParams(in.objectMap("queryParams", StringMatchReader::read));
    httpMatch.ignoreUriCase(in.bool("ignoreUriCase"));
    httpMatch.withoutHeaders(in.objectMap("withoutHeaders", StringMatchReader::read));
    in.string("sourceNamespace").ifPresent(httpMatch::sourceNamespace);
    in.string("statPrefix").ifPresent(httpMatch::statPrefix);
    return httpMatch.build();
  }
}
