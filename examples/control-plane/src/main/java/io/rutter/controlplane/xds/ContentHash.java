// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane.xds;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import com.google.protobuf.Any;

/** A version that says the same for the same contents, also after a restart. */
final class ContentHash {
  private ContentHash() {}

  /** The hash of these resources in this order; their bytes must be deterministic. */
  static String of(Iterable<Any> resources) {
    Hasher hasher = Hashing.sha256().newHasher();
    for (Any resource : resources) {
      hasher.putInt(resource.getValue().size());
      hasher.putBytes(resource.getValue().asReadOnlyByteBuffer());
    }
    return hasher.hash().toString().substring(0, 16);
  }
}
