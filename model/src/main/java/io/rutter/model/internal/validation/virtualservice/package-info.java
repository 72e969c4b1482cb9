// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
/** The rules of VirtualService, one file per type of the model. */
@NullMarked
@CheckReturnValue
package io.rutter.model.internal.validation.virtualservice;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
