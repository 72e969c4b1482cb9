// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** Services and DestinationRules to Envoy clusters. */
@NullMarked
@CheckReturnValue
package io.rutter.translator.internal.cluster;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
