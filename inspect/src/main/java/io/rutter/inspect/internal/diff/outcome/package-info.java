// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** Where a call ends on either side, and in what these ends differ. */
@NullMarked
@CheckReturnValue
package io.rutter.inspect.internal.diff.outcome;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
