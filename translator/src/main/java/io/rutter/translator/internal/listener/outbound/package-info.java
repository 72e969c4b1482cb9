// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** Outbound listeners of sidecars: one for each address and port that clients call. */
@NullMarked
@CheckReturnValue
package io.rutter.translator.internal.listener.outbound;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
