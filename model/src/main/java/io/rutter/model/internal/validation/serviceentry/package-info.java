// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
/** The rules of ServiceEntry and WorkloadEntry, one file per type of the model. */
@NullMarked
@CheckReturnValue
package io.rutter.model.internal.validation.serviceentry;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
