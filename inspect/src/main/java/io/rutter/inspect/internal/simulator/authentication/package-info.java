// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** Envoy's filter that checks tokens (JWT), as far as that is possible without their keys. */
@NullMarked
@CheckReturnValue
package io.rutter.inspect.internal.simulator.authentication;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
