// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** Network and HTTP filters, and the connection manager that holds them. */
@NullMarked
@CheckReturnValue
package io.rutter.translator.internal.filter;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
