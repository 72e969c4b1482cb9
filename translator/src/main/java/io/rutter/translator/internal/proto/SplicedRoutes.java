// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.proto;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.UnsafeByteOperations;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The bytes of a route configuration that was made from another one by a change: those of virtual
 * hosts that are the very objects of before are copied. The result is what {@link Anys} makes of
 * it.
 */
public final class SplicedRoutes {
  private final RouteConfiguration now;
  private final RouteConfiguration before;
  private final ByteString bytes;
  private final CodedOutputStream out;

  /** Where in the earlier bytes those begin that are still to be copied. */
  private int from;

  /** Where they end. */
  private int to;

  private SplicedRoutes(
      RouteConfiguration now, RouteConfiguration before, ByteString bytes, CodedOutputStream out) {
    this.now = now;
    this.before = before;
    this.bytes = bytes;
    this.out = out;
  }

  /**
   * The bytes of a configuration.
   *
   * @param now the configuration
   * @param before the earlier one
   * @param bytes the bytes of the earlier one
   */
  public static ByteString serialize(
      RouteConfiguration now, RouteConfiguration before, ByteString bytes) {
    byte[] array = new byte[now.getSerializedSize()];
    CodedOutputStream out = CodedOutputStream.newInstance(array);
    out.useDeterministicSerialization();
    try {
      new SplicedRoutes(now, before, bytes, out).write();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    out.checkNoSpaceLeft();
    return UnsafeByteOperations.unsafeWrap(array);
  }

  /** In the order of field numbers, as protobuf writes them: name, virtual hosts, the rest. */
  private void write() throws IOException {
    if (!now.getName().isEmpty()) {
      out.writeString(RouteConfiguration.NAME_FIELD_NUMBER, now.getName());
    }
    writeVirtualHosts();
    now.toBuilder().clearName().clearVirtualHosts().build().writeTo(out);
  }

  @SuppressWarnings("ReferenceEquality") // The same object has the same bytes.
  private void writeVirtualHosts() throws IOException {
    from =
        before.getName().isEmpty()
            ? 0
            : CodedOutputStream.computeStringSize(
                RouteConfiguration.NAME_FIELD_NUMBER, before.getName());
    to = from;
    int known = before.getVirtualHostsCount();
    for (int i = 0; i < now.getVirtualHostsCount(); i++) {
      VirtualHost host = now.getVirtualHosts(i);
      VirtualHost old = i < known ? before.getVirtualHosts(i) : null;
      int size =
          old == null
              ? 0
              : CodedOutputStream.computeMessageSize(
                  RouteConfiguration.VIRTUAL_HOSTS_FIELD_NUMBER, old);
      if (host == old) {
        to += size;
      } else {
        copy();
        out.writeMessage(RouteConfiguration.VIRTUAL_HOSTS_FIELD_NUMBER, host);
        from = to + size;
        to = from;
      }
    }
    copy();
  }

  private void copy() throws IOException {
    if (to > from) {
      out.writeRawBytes(bytes.substring(from, to));
    }
  }
}
