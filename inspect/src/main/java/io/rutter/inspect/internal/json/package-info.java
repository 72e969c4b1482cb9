// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** Reads Envoy configurations of other software. */
@NullMarked
@CheckReturnValue
package io.rutter.inspect.internal.json;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
