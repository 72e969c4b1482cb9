// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** A control plane: what the API servers of clusters say in, Envoy over ADS out. */
@NullMarked
@CheckReturnValue
package io.rutter.kubernetes;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
