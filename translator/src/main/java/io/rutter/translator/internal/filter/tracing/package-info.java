// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** Tracing of connection managers: providers, samplers and tags. */
@NullMarked
@CheckReturnValue
package io.rutter.translator.internal.filter.tracing;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
