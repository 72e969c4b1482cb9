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
  /** They stay as they are. */
  KEEP_UNCHANGED,
  /** The request is refused. */
  REJECT_REQUEST,
  /** They are decoded, and a changed path is answered with a redirect. */
  UNESCAPE_AND_REDIRECT,
  /** They are decoded and the request goes on. */
  UNESCAPE_AND_FORWARD
}
