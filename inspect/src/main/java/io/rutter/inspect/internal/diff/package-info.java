// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** Compares two meshes. */
@NullMarked
@CheckReturnValue
package io.rutter.inspect.internal.diff;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
