// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** Istio's ServiceEntry and WorkloadEntry as immutable values. */
@NullMarked
@CheckReturnValue
package io.rutter.model.serviceentry;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
