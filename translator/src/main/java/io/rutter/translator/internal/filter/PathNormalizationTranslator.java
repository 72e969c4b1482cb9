// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.filter;

import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager.PathWithEscapedSlashesAction;
import io.rutter.model.mesh.PathNormalization;
import io.rutter.model.mesh.PathNormalizationType;
import io.rutter.translator.internal.proto.Wrappers;
import java.util.Optional;

/**
 * How paths are normalized before routing: the path fields of {@code HttpConnectionManager}.
 * Default: by RFC 3986, escaped slashes kept. Istio document: Global Mesh Options, {@code
 * ProxyPathNormalization}.
 */
final class PathNormalizationTranslator {
  private PathNormalizationTranslator() {}

  static void translate(
      Optional<PathNormalization> normalization, HttpConnectionManager.Builder manager) {
    PathNormalizationType type =
        normalization.map(PathNormalization::normalization).orElse(PathNormalizationType.DEFAULT);
    manager
        .setNormalizePath(type == PathNormalizationType.NONE ? Wrappers.FALSE : Wrappers.TRUE)
        .setMergeSlashes(
            type == PathNormalizationType.MERGE_SLASHES
                || type == PathNormalizationType.DECODE_AND_MERGE_SLASHES)
        .setPathWithEscapedSlashesAction(
            type == PathNormalizationType.DECODE_AND_MERGE_SLASHES
                ? PathWithEscapedSlashesAction.UNESCAPE_AND_FORWARD
                : PathWithEscapedSlashesAction.KEEP_UNCHANGED);
  }
}
