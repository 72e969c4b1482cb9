// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** Extension providers of MeshConfig: access logs, tracing, secrets. */
@NullMarked
@CheckReturnValue
package io.rutter.model.mesh.provider;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
