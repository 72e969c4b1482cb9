// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Istio's AuthorizationPolicy, PeerAuthentication and RequestAuthentication as immutable values.
 */
@NullMarked
@CheckReturnValue
package io.rutter.model.security;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
