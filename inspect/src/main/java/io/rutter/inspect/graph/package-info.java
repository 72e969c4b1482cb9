// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** Pictures of a mesh: who calls whom as configured. */
@CheckReturnValue
@NullMarked
package io.rutter.inspect.graph;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
