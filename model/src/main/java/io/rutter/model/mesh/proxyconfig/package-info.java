// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** Istio's ProxyConfig: what a proxy does beyond its routes. */
@NullMarked
@CheckReturnValue
package io.rutter.model.mesh.proxyconfig;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
