// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh.proxyconfig;

/**
 * Treatment of header names with underscore (Istio reference:
 * ProxyConfig.ConnectionSettings.HeadersWithUnderscoresAction).
 */
public enum HeadersWithUnderscoresAction {
  /** Not specified; the profile decides. */
  HEADERS_WITH_UNDERSCORES_UNSPECIFIED,
  /** Such headers are allowed. */
  HEADERS_WITH_UNDERSCORES_ALLOW,
  /** The request is rejected. */
  HEADERS_WITH_UNDERSCORES_REJECT_REQUEST,
  /** The header is dropped. */
  HEADERS_WITH_UNDERSCORES_DROP_HEADER
}
