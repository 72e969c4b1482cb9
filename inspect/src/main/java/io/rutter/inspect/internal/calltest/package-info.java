// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** Runs tests of calls: completes calls and compares their results. */
@NullMarked
@CheckReturnValue
package io.rutter.inspect.internal.calltest;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
