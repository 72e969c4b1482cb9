// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** Regular expressions of RE2, beyond what its Java port checks. */
@NullMarked
@CheckReturnValue
package io.rutter.model.internal.regex;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
