// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** Reads test files of calls. */
@NullMarked
@CheckReturnValue
package io.rutter.inspect.internal.reader;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
