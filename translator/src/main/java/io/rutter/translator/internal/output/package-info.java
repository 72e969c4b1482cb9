// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** How resources and problems are written: JSON, YAML, a table, a bootstrap. */
@NullMarked
@CheckReturnValue
package io.rutter.translator.internal.output;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
