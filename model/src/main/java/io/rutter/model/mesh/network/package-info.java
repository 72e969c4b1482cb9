// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** Istio's MeshNetworks: which endpoints are on which network, and the gateways into them. */
@NullMarked
@CheckReturnValue
package io.rutter.model.mesh.network;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
