// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** Collectors that only one of Guava's two flavours has, and the difference of two lists. */
@NullMarked
@CheckReturnValue
package io.rutter.model.internal.collect;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
