// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Divides the space of all requests by conditions, and finds parts in which two programs differ.
 */
@NullMarked
@CheckReturnValue
package io.rutter.inspect.internal.diff.division;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
