// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.incremental;

import com.google.protobuf.Any;
import com.google.protobuf.Message;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.rutter.translator.internal.proto.Anys;
import io.rutter.translator.internal.proto.SplicedRoutes;
import org.jspecify.annotations.Nullable;

/**
 * A resource and its bytes, which are made on first use and kept. Proxies with the same resource
 * share this object. Safe for use by many threads: two threads that ask first at the same time make
 * the same bytes.
 */
final class Resource<T extends Message> {
  private final T message;
  private volatile @Nullable Any bytes;

  /** The earlier version of the resource, kept until its bytes are made. */
  private volatile @Nullable Resource<T> earlier;

  private Resource(T message, @Nullable Resource<T> earlier) {
    this.message = message;
    this.earlier = earlier;
  }

  static <T extends Message> Resource<T> of(T message) {
    return new Resource<>(message, null);
  }

  /** A resource that may share parts with an earlier one, whose bytes are reused. */
  static <T extends Message> Resource<T> after(T message, Resource<T> earlier) {
    return new Resource<>(message, earlier.bytes == null ? null : earlier);
  }

  T message() {
    return message;
  }

  /** The resource as a discovery response carries it. Equal resources have equal bytes. */
  Any serialized() {
    Any known = bytes;
    if (known == null) {
      known = serialize();
      bytes = known;
      earlier = null;
    }
    return known;
  }

  private Any serialize() {
    Resource<T> before = earlier;
    Any bytesBefore = before == null ? null : before.bytes;
    if (before == null || bytesBefore == null) {
      return Anys.pack(message);
    }
    return before.message instanceof RouteConfiguration old
            && message instanceof RouteConfiguration now
        ? Any.newBuilder()
            .setTypeUrl(bytesBefore.getTypeUrl())
            .setValue(SplicedRoutes.serialize(now, old, bytesBefore.getValue()))
            .build()
        : Anys.pack(message);
  }
}
