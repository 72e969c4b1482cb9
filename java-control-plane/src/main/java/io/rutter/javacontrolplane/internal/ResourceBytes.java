// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.javacontrolplane.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableMap;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import com.google.protobuf.Any;
import org.jspecify.annotations.Nullable;

/** One resource as responses carry it, which all streams share. */
final class ResourceBytes {
  private final Any bytes;

  /** Made when it is first asked for. */
  private volatile @Nullable String version;

  /** A resource; the bytes must be the same for the same contents. */
  ResourceBytes(Any bytes) {
    this.bytes = bytes;
  }

  Any bytes() {
    return bytes;
  }

  /** Says the same for the same contents, also after a restart. */
  String version() {
    String known = version;
    if (known == null) {
      known =
          version(Hashing.sha256().newHasher().putBytes(bytes.getValue().asReadOnlyByteBuffer()));
      version = known;
    }
    return known;
  }

  /** The version of resources by name. */
  static String version(ImmutableMap<String, ResourceBytes> byName) {
    Hasher hasher = Hashing.sha256().newHasher();
    byName.forEach(
        (name, resource) ->
            hasher.putInt(name.length()).putString(name + resource.version(), UTF_8));
    return version(hasher);
  }

  /** The version of what has been hashed: 64 bits of it. */
  static String version(Hasher contents) {
    return contents.hash().toString().substring(0, 16);
  }
}
