// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.listener.chain;

import com.google.protobuf.Message;
import io.envoyproxy.envoy.config.listener.v3.ListenerFilter;
import io.envoyproxy.envoy.extensions.filters.listener.http_inspector.v3.HttpInspector;
import io.envoyproxy.envoy.extensions.filters.listener.original_dst.v3.OriginalDst;
import io.envoyproxy.envoy.extensions.filters.listener.original_src.v3.OriginalSrc;
import io.envoyproxy.envoy.extensions.filters.listener.proxy_protocol.v3.ProxyProtocol;
import io.envoyproxy.envoy.extensions.filters.listener.tls_inspector.v3.TlsInspector;
import io.rutter.translator.internal.proto.Anys;
import io.rutter.translator.internal.proto.Wrappers;

/** Listener filters, which inspect a connection before a filter chain is selected. */
public final class ListenerFilters {
  /** Restores the original destination of a redirected connection. */
  public static final ListenerFilter ORIGINAL_DST =
      filter("envoy.filters.listener.original_dst", OriginalDst.getDefaultInstance());

  /** Keeps the client's address towards the workload; the mark routes the replies back. */
  public static final ListenerFilter ORIGINAL_SRC =
      filter("envoy.filters.listener.original_src", OriginalSrc.newBuilder().setMark(1337).build());

  /** Reads the client's address from a PROXY header. */
  public static final ListenerFilter PROXY_PROTOCOL =
      filter("envoy.filters.listener.proxy_protocol", ProxyProtocol.getDefaultInstance());

  /** Detects TLS; its buffer starts small because most ClientHellos are. */
  public static final ListenerFilter TLS_INSPECTOR =
      filter(
          "envoy.filters.listener.tls_inspector",
          TlsInspector.newBuilder().setInitialReadBufferSize(Wrappers.uint32(512)).build());

  /** Detects plain-text HTTP. */
  public static final ListenerFilter HTTP_INSPECTOR =
      filter("envoy.filters.listener.http_inspector", HttpInspector.getDefaultInstance());

  private ListenerFilters() {}

  private static ListenerFilter filter(String name, Message config) {
    return ListenerFilter.newBuilder().setName(name).setTypedConfig(Anys.pack(config)).build();
  }
}
