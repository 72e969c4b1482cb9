// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** Which resources differ, and in which fields. */
@NullMarked
@CheckReturnValue
package io.rutter.inspect.internal.diff.resource;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
