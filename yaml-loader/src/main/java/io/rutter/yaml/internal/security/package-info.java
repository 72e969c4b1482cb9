// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** Readers of Istio's security kinds. */
@NullMarked
@CheckReturnValue
package io.rutter.yaml.internal.security;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
