// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** Rules for the settings of the mesh. */
@NullMarked
@CheckReturnValue
package io.rutter.model.internal.validation.mesh;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
