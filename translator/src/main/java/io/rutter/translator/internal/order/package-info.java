// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** The order of everything that is emitted, each rule with its reason. */
@NullMarked
@CheckReturnValue
package io.rutter.translator.internal.order;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
