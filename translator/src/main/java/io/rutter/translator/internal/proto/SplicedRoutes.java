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
 * Serializes a route configuration that is a changed version of another: the bytes of virtual hosts
 * that are the same objects are copied. The result equals that of {@link Anys}.
 */
public final class SplicedRoutes {
  private final RouteConfiguration now;
  private final RouteConfiguration before;
  private final ByteString bytes;
  private final CodedOutputStream out;

  /** Start of the earlier bytes that are still to be copied. */
  private int from;

  /** End of the earlier bytes that are still to be copied. */
  private int to;

  private SplicedRoutes(
      RouteConfiguration now, RouteConfiguration before, ByteString bytes, CodedOutputStream out) {
    this.now = now;
    this.before = before;
    this.bytes = bytes;
    this.out = out;
  }

  /**
   * Serializes a configuration.
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

  /**
   * Writes the fields in the order of their numbers, as protobuf does: name, virtual hosts, the
   * rest.
   */
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
