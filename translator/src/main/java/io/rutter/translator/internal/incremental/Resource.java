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
 * A resource and its bytes, which are made when they are first asked for and kept. Proxies that
 * have the same resource share one of these. Safe for use by many threads: where two of them ask
 * first at the same moment, both make the same bytes.
 */
final class Resource<T extends Message> {
  private final T message;
  private volatile @Nullable Any bytes;

  /** What the resource was made from by a change, until its bytes are made. */
  private volatile @Nullable Resource<T> earlier;

  private Resource(T message, @Nullable Resource<T> earlier) {
    this.message = message;
    this.earlier = earlier;
  }

  static <T extends Message> Resource<T> of(T message) {
    return new Resource<>(message, null);
  }

  /** A resource that may have parts of an earlier one, whose bytes need not be made again. */
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
