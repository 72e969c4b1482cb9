// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Collectors that only one of Guava's two flavours has, the difference of two lists, and the
 * nearest of several names.
 */
@NullMarked
@CheckReturnValue
package io.rutter.model.internal.collect;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
