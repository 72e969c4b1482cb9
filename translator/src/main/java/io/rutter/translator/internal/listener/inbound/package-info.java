// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** Inbound listeners of sidecars: a set of filter chains for each port that a workload serves. */
@NullMarked
@CheckReturnValue
package io.rutter.translator.internal.listener.inbound;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
