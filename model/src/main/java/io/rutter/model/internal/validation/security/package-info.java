// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
/** The rules of Istio's security kinds, one file per type of the model. */
@NullMarked
@CheckReturnValue
package io.rutter.model.internal.validation.security;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
