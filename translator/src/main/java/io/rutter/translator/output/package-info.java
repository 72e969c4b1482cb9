// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** How a translation is written: JSON, YAML, a table, bootstraps. */
@NullMarked
@CheckReturnValue
package io.rutter.translator.output;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
