// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** Visibility and precedence: the index of a mesh and what one proxy sees of it. */
@NullMarked
@CheckReturnValue
package io.rutter.translator.internal.resolve;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
