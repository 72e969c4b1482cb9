// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** Sets of keys that tokens are checked with, as istiod and Envoy read them. */
@NullMarked
@CheckReturnValue
package io.rutter.model.internal.jwk;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
