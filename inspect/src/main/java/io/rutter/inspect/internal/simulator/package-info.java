// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** Envoy's rules of choice: listener, filter chain, virtual host, route and cluster of a call. */
@NullMarked
@CheckReturnValue
package io.rutter.inspect.internal.simulator;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
