// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** Istio's MeshConfig, ProxyConfig and MeshNetworks as immutable values. */
@NullMarked
@CheckReturnValue
package io.rutter.model.mesh;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
