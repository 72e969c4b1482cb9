// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** What Guava has in one of its two flavours only. */
@NullMarked
@CheckReturnValue
package io.rutter.model.internal.collect;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
