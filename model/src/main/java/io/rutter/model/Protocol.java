// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;

/**
 * The protocol of a port, which decides how its listeners look. Istio document: Protocol Selection.
 */
public enum Protocol {
  /** HTTP/1.1. */
  HTTP,
  /** HTTP/2 in plain text. */
  HTTP2,
  /** gRPC. */
  GRPC,
  /** gRPC-Web. */
  GRPC_WEB,
  /** An HTTP proxy port, where requests name their destination. */
  HTTP_PROXY,
  /** HTTP over TLS that is not terminated here, except on gateways. */
  HTTPS,
  /** TLS. */
  TLS,
  /** Plain TCP. */
  TCP,
  /** The MongoDB wire protocol over TCP. */
  MONGO,
  /** Redis over TCP. */
  REDIS,
  /** MySQL over TCP. */
  MYSQL,
  /** UDP; not translated for outbound traffic. */
  UDP,
  /** Not declared: the proxy detects it from the first bytes. */
  UNSUPPORTED;

  private static final ImmutableList<Protocol> ALL = ImmutableList.copyOf(values());

  /** The protocol of that name in any case, or {@link #UNSUPPORTED}. */
  public static Protocol parse(String name) {
    for (Protocol protocol : ALL) {
      if (Ascii.equalsIgnoreCase(protocol.displayName(), name)) {
        return protocol;
      }
    }
    return UNSUPPORTED;
  }

  /** Whether requests are read as HTTP: HTTP, HTTP2, GRPC, GRPC_WEB, HTTP_PROXY. */
  public boolean isHttp() {
    return switch (this) {
      case HTTP, HTTP2, GRPC, GRPC_WEB, HTTP_PROXY -> true;
      default -> false;
    };
  }

  /** Whether requests are read as HTTP/2: HTTP2, GRPC, GRPC_WEB. */
  public boolean isHttp2() {
    return switch (this) {
      case HTTP2, GRPC, GRPC_WEB -> true;
      default -> false;
    };
  }

  /** Whether it is forwarded as TCP: TCP, HTTPS, TLS, MONGO, REDIS, MYSQL. */
  public boolean isTcp() {
    return switch (this) {
      case TCP, HTTPS, TLS, MONGO, REDIS, MYSQL -> true;
      default -> false;
    };
  }

  /** Whether connections are TLS: HTTPS, TLS. */
  public boolean isTls() {
    return this == HTTPS || this == TLS;
  }

  /** Whether the protocol has to be detected. */
  public boolean isUnsupported() {
    return this == UNSUPPORTED;
  }

  /**
   * The name as Istio writes it: {@code GRPC-Web} for {@link #GRPC_WEB}, otherwise the constant.
   */
  public String displayName() {
    return this == GRPC_WEB ? "GRPC-Web" : name();
  }
}
