// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Tests of where calls end: what test files say, in Rutter's own form and in those of its peers.
 */
@NullMarked
@CheckReturnValue
package io.rutter.inspect.calltest;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
