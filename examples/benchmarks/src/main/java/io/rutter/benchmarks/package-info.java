// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** Large meshes, and how long Rutter takes for them. */
@NullMarked
@CheckReturnValue
package io.rutter.benchmarks;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
