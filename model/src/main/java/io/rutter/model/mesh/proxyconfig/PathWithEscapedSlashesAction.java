// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh.proxyconfig;

/**
 * Treatment of escaped slashes in paths (Istio reference:
 * ProxyConfig.ConnectionSettings.PathWithEscapedSlashesAction).
 */
public enum PathWithEscapedSlashesAction {
  /** Not specified; the profile decides. */
  PATH_WITH_ESCAPED_SLASHES_UNSPECIFIED,
  /** Escaped slashes are unchanged. */
  KEEP_UNCHANGED,
  /** The request is rejected. */
  REJECT_REQUEST,
  /** Escaped slashes are decoded, and a changed path is answered with a redirect. */
  UNESCAPE_AND_REDIRECT,
  /** Escaped slashes are decoded, and the request is forwarded. */
  UNESCAPE_AND_FORWARD
}
