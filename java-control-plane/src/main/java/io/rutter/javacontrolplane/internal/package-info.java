// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** What a stream is given, when, and in which order. */
@NullMarked
@CheckReturnValue
package io.rutter.javacontrolplane.internal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
