// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** Istio's Gateway as immutable values. */
@NullMarked
@CheckReturnValue
package io.rutter.model.gateway;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
