// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** Where all calls of a mesh go, as data. */
@CheckReturnValue
@NullMarked
package io.rutter.inspect.division;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
