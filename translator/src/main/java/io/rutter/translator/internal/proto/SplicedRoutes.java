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
import org.jspecify.annotations.Nullable;

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
    int place = 0;
    for (VirtualHost host : now.getVirtualHostsList()) {
      while (isGone(place, host)) {
        copy();
        skip(place++);
      }
      VirtualHost old = virtualHost(place);
      if (host == old) {
        to += size(old);
        place++;
        continue;
      }
      copy();
      out.writeMessage(RouteConfiguration.VIRTUAL_HOSTS_FIELD_NUMBER, host);
      if (old != null && old.getName().equals(host.getName())) {
        skip(place++);
      }
    }
    copy();
  }

  private @Nullable VirtualHost virtualHost(int place) {
    return place < before.getVirtualHostsCount() ? before.getVirtualHosts(place) : null;
  }

  /** Whether the earlier virtual host at a place comes before this one, by name. */
  @SuppressWarnings("ReferenceEquality") // The same object is not gone.
  private boolean isGone(int place, VirtualHost host) {
    VirtualHost old = virtualHost(place);
    return old != null && old != host && old.getName().compareTo(host.getName()) < 0;
  }

  private static int size(VirtualHost host) {
    return CodedOutputStream.computeMessageSize(
        RouteConfiguration.VIRTUAL_HOSTS_FIELD_NUMBER, host);
  }

  private void skip(int place) {
    from = to + size(before.getVirtualHosts(place));
    to = from;
  }

  private void copy() throws IOException {
    if (to > from) {
      out.writeRawBytes(bytes.substring(from, to));
      from = to;
    }
  }
}
