// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** Sidecars: which services and VirtualServices a proxy sees through each egress listener. */
@NullMarked
@CheckReturnValue
package io.rutter.translator.internal.resolve.sidecar;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
