// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** A control plane: a folder of YAML in, Envoy over ADS out. */
@NullMarked
@CheckReturnValue
package io.rutter.controlplane;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
