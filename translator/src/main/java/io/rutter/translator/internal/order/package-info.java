// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** The age of objects, by which they win over each other, and what two lists have in common. */
@NullMarked
@CheckReturnValue
package io.rutter.translator.internal.order;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
