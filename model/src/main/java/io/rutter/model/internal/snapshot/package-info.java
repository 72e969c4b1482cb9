// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** The lists that a mesh has. */
@NullMarked
@CheckReturnValue
package io.rutter.model.internal.snapshot;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
