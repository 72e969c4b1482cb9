// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * The registry, indexed: services, workloads, endpoints, and networks with the gateways into them.
 */
@NullMarked
@CheckReturnValue
package io.rutter.translator.internal.resolve.registry;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
