// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** Istio's VirtualService as immutable values. */
@NullMarked
@CheckReturnValue
package io.rutter.model.virtualservice;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
