// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** Checks of the output: references resolve, names are unique, filter chains differ. */
@NullMarked
@CheckReturnValue
package io.rutter.translator.internal.check;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
