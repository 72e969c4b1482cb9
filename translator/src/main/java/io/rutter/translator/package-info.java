// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** From the abstract model of a mesh to Envoy's xDS resources. */
@NullMarked
@CheckReturnValue
package io.rutter.translator;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
