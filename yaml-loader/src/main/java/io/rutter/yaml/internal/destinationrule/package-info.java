// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** Readers of Istio's DestinationRule. */
@NullMarked
@CheckReturnValue
package io.rutter.yaml.internal.destinationrule;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
