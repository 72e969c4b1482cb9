// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** Which calls end differently after a change. */
@NullMarked
@CheckReturnValue
package io.rutter.inspect.internal.diff.behaviour;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
