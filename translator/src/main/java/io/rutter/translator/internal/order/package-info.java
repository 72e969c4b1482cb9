// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** The age of objects, which decides precedence, and comparisons of lists. */
@NullMarked
@CheckReturnValue
package io.rutter.translator.internal.order;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
