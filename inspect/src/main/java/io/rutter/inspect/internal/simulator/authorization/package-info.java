// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** Envoy's filters that decide who may call: RBAC, and those that ask another service. */
@NullMarked
@CheckReturnValue
package io.rutter.inspect.internal.simulator.authorization;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
