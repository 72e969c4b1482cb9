// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** Readers of Istio's MeshConfig, ProxyConfig and MeshNetworks. */
@NullMarked
@CheckReturnValue
package io.rutter.yaml.internal.mesh;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
