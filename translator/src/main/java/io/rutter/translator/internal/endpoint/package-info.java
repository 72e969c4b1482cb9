// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** Endpoints to Envoy load assignments. */
@NullMarked
@CheckReturnValue
package io.rutter.translator.internal.endpoint;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
