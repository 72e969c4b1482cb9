// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
/** Checks configuration objects against Istio's rules. */
@NullMarked
@CheckReturnValue
package io.rutter.model.validation;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
