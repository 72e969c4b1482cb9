// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** The extension providers of MeshConfig, and the clusters behind them. */
@NullMarked
@CheckReturnValue
package io.rutter.translator.internal.provider;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
