// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** The shortest control plane. */
@NullMarked
@CheckReturnValue
package io.rutter.controlplane.minimal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
