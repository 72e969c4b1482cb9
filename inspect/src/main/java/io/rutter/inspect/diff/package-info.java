// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** What a change of a mesh does: to resources, to calls, and to findings. */
@NullMarked
@CheckReturnValue
package io.rutter.inspect.diff;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
