// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** The YAML tree with positions, and typed access to its values. */
@NullMarked
@CheckReturnValue
package io.rutter.yaml.internal.node;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
